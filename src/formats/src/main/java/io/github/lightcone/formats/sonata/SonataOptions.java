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
    private final boolean alphaReplaced;

    private SonataOptions(Path root, Lif standIn, double missingDelay, boolean alphaReplaced) {
        this.root = root;
        this.standIn = standIn;
        this.missingDelay = missingDelay;
        this.alphaReplaced = alphaReplaced;
    }

    /** Returns that all is to be as the files say, or an error; files must stand in the folder of the configuration. */
    public static SonataOptions strict() {
        return new SonataOptions(null, null, Double.NaN, false);
    }

    /** Returns these options with another folder in which all files must stand. */
    public SonataOptions within(Path folder) {
        return new SonataOptions(folder, standIn, missingDelay, alphaReplaced);
    }

    /**
     * Returns these options for the wiring alone: every node that is not virtual becomes a copy of one neuron, weights
     * are the numbers in the files, unconverted, or 1, and models of neurons and synapses do not count.
     *
     * @param neuron the stand-in
     */
    public SonataOptions wiringOnly(Lif neuron) {
        return new SonataOptions(root, neuron, missingDelay, alphaReplaced);
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
        return new SonataOptions(root, standIn, delay, alphaReplaced);
    }

    /**
     * Returns these options with neurons {@code nest:iaf_psc_alpha}, which have no counterpart, replaced by {@code
     * nest:iaf_psc_exp}: {@code tau_syn} becomes twice as long and weights {@code e / 2} times as large. The current of a
     * spike then has the same charge and the same mean time, but sets in at once where that of an alpha function rises;
     * spikes differ. How many neurons and synapses it concerns is a note of the circuit. Has no effect with {@link
     * #wiringOnly}.
     */
    public SonataOptions replacingAlpha() {
        return new SonataOptions(root, standIn, missingDelay, true);
    }

    Path root(Path otherwise) {
        return root == null ? otherwise : root;
    }

    /** Returns the neuron that stands for all others, null if none does. */
    Lif standIn() {
        return standIn;
    }

    /** Returns whether alpha functions become exponential ones. */
    boolean alphaReplaced() {
        return alphaReplaced;
    }

    /** Returns the delay of edges without one, ms; NaN if they must have one. */
    double missingDelay() {
        return missingDelay;
    }
}
