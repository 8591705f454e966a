package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * The loss of one example: value and seeds. Examples have labels, which stand for classes or for target
 * trains; there are at most as many as outputs.
 */
public interface Loss {

    /** Stands for "no class", where the outputs say nothing. It is always counted as wrong. */
    int NO_CLASS = -1;

    /** Returns the population whose c-th neuron stands for class c. */
    Population outputs();

    /** Returns how many numbers {@link #value} and {@link #seed} work with: one per output, unless said otherwise. */
    default int workspaceSize() {
        return outputs().size();
    }

    /** Returns what simulators must read off voltages for this loss. */
    List<Readout> readouts();

    /** Returns the class a run speaks for, the lower one of equals, or {@link #NO_CLASS}. */
    int prediction(Tape tape);

    /**
     * Returns the loss of a run.
     *
     * @param label class of the example
     * @param workspace of {@link #workspaceSize} numbers; receives what {@link #seed} needs. Modified.
     */
    double value(Tape tape, int label, double[] workspace);

    /**
     * Adds the derivatives of the loss to the seeds of the adjoint.
     *
     * @param label class of the example
     * @param workspace as {@link #value} left it for the same run
     * @param seeds prepared for this tape. Modified.
     */
    void seed(Tape tape, int label, double[] workspace, LossSeeds seeds);
}
