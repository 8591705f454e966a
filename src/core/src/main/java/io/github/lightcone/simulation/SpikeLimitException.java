package io.github.lightcone.simulation;

/**
 * A run was stopped because it made more spikes than it was allowed to. Its tape holds all those before,
 * see {@link Simulator#tape}.
 */
public final class SpikeLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;
    private final double time;

    SpikeLimitException(int limit, double time) {
        super("more than " + limit + " spikes by " + time
                + " ms: the network runs away, or the limit is too low for it and must be raised; the tape holds the first "
                + limit);
        this.limit = limit;
        this.time = time;
    }

    /** Returns the number of spikes that were allowed. */
    public int limit() {
        return limit;
    }

    /** Returns the time of the first spike too many, ms. */
    public double time() {
        return time;
    }
}
