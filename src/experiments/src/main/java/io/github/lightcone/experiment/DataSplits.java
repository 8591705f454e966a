package io.github.lightcone.experiment;

import io.github.lightcone.data.EventDataset;
import java.util.Optional;

/**
 * The sets of an experiment.
 *
 * @param training what it learns from
 * @param validation what settings may be chosen by, if anything
 * @param test what it is judged by, if anything
 * @param lateSpikes number of spikes that were left out because they come at or after the end of a run
 */
record DataSplits(
        EventDataset training, Optional<EventDataset> validation, Optional<EventDataset> test, long lateSpikes) {

    /** Returns sets of which no spike was left out. */
    static DataSplits of(EventDataset training, Optional<EventDataset> validation, Optional<EventDataset> test) {
        return new DataSplits(training, validation, test, 0);
    }
}
