package io.github.lightcone.simulation;

/** A run was stopped because it made more spikes than it was allowed to. */
public final class SpikeLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpikeLimitException(int limit, double time) {
        super("more than " + limit + " spikes by " + time
                + " ms: the network runs away, or the limit is too low for it");
    }
}
