package io.github.lightcone.network;

/**
 * Where the delays of a projection come from.
 *
 * @param throughSpace whether the conduction time, distance over speed, is part of the delay
 * @param own the delay itself, or the offset to the conduction time, ms; drawn once per synapse
 */
public record Delays(boolean throughSpace, Distribution own) {

    /** Delay = distance / conduction speed. */
    public static Delays spatial() {
        return spatial(0);
    }

    /** Delay = distance / conduction speed + offset. */
    public static Delays spatial(double offset) {
        return new Delays(true, Distribution.constant(offset));
    }

    /** The same delay for every synapse, ms. */
    public static Delays constant(double delay) {
        return given(Distribution.constant(delay));
    }

    /** No delay. */
    public static Delays none() {
        return constant(0);
    }

    /** A delay drawn for every synapse, ms. */
    public static Delays given(Distribution delay) {
        return new Delays(false, delay);
    }
}
