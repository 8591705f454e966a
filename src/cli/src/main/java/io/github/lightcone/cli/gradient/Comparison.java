package io.github.lightcone.cli.gradient;

/**
 * The two derivatives with respect to one parameter.
 *
 * @param kind what the parameter is
 * @param index which one of its kind
 * @param adjoint derivative by the backward pass
 * @param difference derivative by finite differences; NaN if there is a kink within every step
 * @param error their difference relative to the larger of the two, or to the floor of their kind
 * @param verdict what follows from it
 */
record Comparison(ParameterKind kind, int index, double adjoint, double difference, double error, Verdict verdict) {

    /** What a comparison says. */
    enum Verdict {
        /** Equal within the tolerance. */
        AGREES,
        /** Not equal, and the finite difference is precise enough to say so. */
        DISAGREES,
        /** The order of events changes within nearly every step, or the loss has a kink at the very point. */
        KINK,
        /** The finite difference is not precise enough to tell. */
        UNRESOLVED
    }

    /** Returns whether the comparison says anything. */
    boolean counts() {
        return verdict == Verdict.AGREES || verdict == Verdict.DISAGREES;
    }
}
