package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;

/** Sums gradients as a fixed binary tree, so that the order of additions never varies. */
final class PairwiseSum {

    private PairwiseSum() {}

    /** Adds the first {@code count} gradients up into the first of them. All of them are modified. */
    static Gradients sum(Gradients[] terms, int count) {
        for (int stride = 1; stride < count; stride *= 2) {
            for (int i = 0; i + stride < count; i += 2 * stride) {
                terms[i].add(terms[i + stride]);
            }
        }
        return terms[0];
    }
}
