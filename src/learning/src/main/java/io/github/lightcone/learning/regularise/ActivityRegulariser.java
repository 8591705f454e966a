package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/** A cost of what neurons do in one example, whatever its task: value and seeds. */
public interface ActivityRegulariser {

    /** Returns what simulators must read off voltages for this, beside the readouts of the loss. */
    List<Readout> readouts();

    /**
     * Returns the cost of a run.
     *
     * @param label class of the example
     * @param offset place of the first of {@link #readouts} among those of the tape
     */
    double value(Tape tape, int label, int offset);

    /**
     * Adds the derivatives of the cost to the seeds of the adjoint.
     *
     * @param label class of the example
     * @param offset place of the first of {@link #readouts} among those of the tape
     * @param seeds prepared for this tape. Modified.
     * @return the number of neurons this acted on, to be counted
     */
    int seed(Tape tape, int label, int offset, LossSeeds seeds);

    /**
     * Returns the sum of several; their readouts stand one after the other.
     *
     * @param terms any number, also none
     */
    static ActivityRegulariser sum(List<ActivityRegulariser> terms) {
        return new ActivitySum(terms);
    }
}
