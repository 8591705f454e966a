package io.github.lightcone.formats.sonata;

import io.github.lightcone.neuron.Lif;
import java.nio.file.Path;

/**
 * How a circuit is read. Immutable.
 *
 * <pre>{@code
 * SonataOptions.strict().within(Path.of("examples")).wiringOnly(Lif.of(20, 5)).missingDelay(1)
 * }</pre>
 */
public final class SonataOptions {

    private final Path root;
    private final Lif standIn;
    private final double missingDelay;

    private SonataOptions(Path root, Lif standIn, double missingDelay) {
        this.root = root;
        this.standIn = standIn;
        this.missingDelay = missingDelay;
    }

    /** Returns that all is to be as the files say, or an error; files must stand in the folder of the configuration. */
    public static SonataOptions strict() {
        return new SonataOptions(null, null, Double.NaN);
    }

    /** Returns these options with another folder in which all files must stand. */
    public SonataOptions within(Path folder) {
        return new SonataOptions(folder, standIn, missingDelay);
    }

    /**
     * Returns these options for the wiring alone: every node that is not virtual becomes a copy of one neuron, weights
     * are the numbers in the files, unconverted, or 1, and models of neurons and synapses do not count.
     *
     * @param neuron the stand-in
     */
    public SonataOptions wiringOnly(Lif neuron) {
        return new SonataOptions(root, neuron, missingDelay);
    }

    /**
     * Returns these options with a delay for edges that have none in the files.
     *
     * @param delay ms, finite and at least 0
     */
    public SonataOptions missingDelay(double delay) {
        if (!(delay >= 0 && delay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("delay = " + delay + ", must be finite and at least 0");
        }
        return new SonataOptions(root, standIn, delay);
    }

    Path root(Path otherwise) {
        return root == null ? otherwise : root;
    }

    /** Returns the neuron that stands for all others, null if none does. */
    Lif standIn() {
        return standIn;
    }

    /** Returns the delay of edges without one, ms; NaN if they must have one. */
    double missingDelay() {
        return missingDelay;
    }
}
