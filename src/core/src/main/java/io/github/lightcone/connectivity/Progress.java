package io.github.lightcone.connectivity;

/** Is told how far work that takes long has come: a few times a second, always by the thread that asked for it. */
@FunctionalInterface
public interface Progress {

    /** Accepts the fraction that is done, from 0 to 1; it never falls. */
    void done(double fraction);

    /** Listens to nothing. */
    static Progress none() {
        return fraction -> {};
    }

    /** Returns a listener to a stage of the work, from one fraction of the whole to another. */
    default Progress stage(double from, double to) {
        return fraction -> done(from + fraction * (to - from));
    }
}
