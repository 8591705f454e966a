package io.github.lightcone.learning.training;

/** The best epoch so far by validation data. */
final class BestEpoch {

    /** Its number, from 1. */
    int epoch;

    /** How it did. */
    Evaluation validation;

    /** The values of every learnable after it. */
    final double[][] values;

    /** The bits of the mask after it; none if there is no mask. */
    long[] mask;

    BestEpoch(int epoch, Evaluation validation, double[][] values, long[] mask) {
        this.epoch = epoch;
        this.validation = validation;
        this.values = values;
        this.mask = mask;
    }
}
