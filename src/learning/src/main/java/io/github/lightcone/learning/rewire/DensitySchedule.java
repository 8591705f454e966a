package io.github.lightcone.learning.rewire;

import io.github.lightcone.neuron.ParameterCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the density falls from 1 to its final value; with p = (t - from) / (until - from), between 0 and 1, of the time
 * t in epochs:
 *
 * <pre>
 *     constant    final from the epoch {@code from} on, 1 before
 *     linear      final + (1 - final) (1 - p)
 *     cubic       final + (1 - final) (1 - p)^3
 * </pre>
 *
 * <p>Cubic: M. Zhu and S. Gupta, To prune, or not to prune: exploring the efficacy of pruning for model compression,
 * arXiv 1710.01878 (2017), equation 1, whose sparsity is 1 - density.
 *
 * @param shape how it falls
 * @param from epochs done when it begins, at least 0
 * @param until epochs done when it has come to its end, above {@code from}; a constant one does not use it
 * @param last final density, above 0 and at most 1
 */
public record DensitySchedule(Shape shape, double from, double until, double last) {

    /** How a density falls. */
    public enum Shape {
        /** At once. */
        CONSTANT,
        /** By the same amount in every step. */
        LINEAR,
        /** Fast while there is much to choose from, and slowly at the end. */
        CUBIC;

        /** Returns the name used in settings and messages, such as {@code cubic}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the shape of the given name.
         *
         * @throws IllegalArgumentException naming what there is
         */
        public static Shape named(String label) {
            return Arrays.stream(values())
                    .filter(shape -> shape.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no density falls like '" + label + "'; there are " + labels()));
        }

        /** Returns the names of all. */
        public static List<String> labels() {
            return Arrays.stream(values()).map(Shape::label).toList();
        }
    }

    /** Checks the numbers. */
    public DensitySchedule {
        ParameterCheck.nonNegative("from", from);
        ParameterCheck.require(last > 0 && last <= 1, "density", last, "above 0 and at most 1");
        if (shape != Shape.CONSTANT) {
            ParameterCheck.require(
                    until > from && until < Double.POSITIVE_INFINITY,
                    "until",
                    until,
                    "finite and above from = " + from);
        }
    }

    /** Returns a density that is reached at once. */
    public static DensitySchedule constant(double from, double last) {
        return new DensitySchedule(Shape.CONSTANT, from, from, last);
    }

    /** Returns the density after some epochs, the last in part. */
    public double at(double epochs) {
        if (epochs < from) {
            return 1;
        }
        if (shape == Shape.CONSTANT || epochs >= until) {
            return last;
        }
        double left = 1 - (epochs - from) / (until - from);
        return last + (1 - last) * (shape == Shape.LINEAR ? left : left * left * left);
    }
}
