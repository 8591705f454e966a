package io.github.lightcone.perceptron;

import java.util.Arrays;

/**
 * Numbers that are learned together.
 *
 * @param what the kind of thing they are, as {@code learn} names it in an experiment
 * @param values the numbers; not a copy
 * @param gradient derivative of the loss by each of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record ParameterArray(String what, double[] values, double[] gradient) {

    ParameterArray(String what, double[] values) {
        this(what, values, new double[values.length]);
    }

    void clearGradient() {
        Arrays.fill(gradient, 0);
    }
}
