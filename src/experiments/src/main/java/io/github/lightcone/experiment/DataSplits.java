package io.github.lightcone.experiment;

import io.github.lightcone.data.EventDataset;
import java.util.Optional;

/**
 * The sets of an experiment.
 *
 * @param training what it learns from
 * @param validation what settings may be chosen by, if anything
 * @param test what it is judged by, if anything
 */
record DataSplits(EventDataset training, Optional<EventDataset> validation, Optional<EventDataset> test) {}
