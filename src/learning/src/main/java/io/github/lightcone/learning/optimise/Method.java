package io.github.lightcone.learning.optimise;

/** A way to move numbers against their gradient. A description; {@link #start} makes what does it. */
public sealed interface Method permits Sgd, Adam {

    /** Starts on an array of the given length, with nothing to remember yet. */
    Mover start(int length);
}
