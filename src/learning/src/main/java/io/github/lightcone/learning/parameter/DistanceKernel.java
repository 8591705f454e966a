package io.github.lightcone.learning.parameter;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How strong a connection is at a distance d.
 *
 * <pre>
 *     INVERSE          1 / d
 *     INVERSE_SQUARE   1 / d^2
 *     EXPONENTIAL      e^{-d / length}
 *     GAUSSIAN         e^{-d^2 / (2 length^2)}
 * </pre>
 *
 * @param shape which of these
 * @param length length, mm; of no effect on the first two
 */
public record DistanceKernel(Shape shape, double length) {

    /** The kernels there are. */
    public enum Shape {
        /** 1 / d. */
        INVERSE,
        /** 1 / d^2. */
        INVERSE_SQUARE,
        /** e^{-d / length}. */
        EXPONENTIAL,
        /** e^{-d^2 / (2 length^2)}. */
        GAUSSIAN
    }

    /** Checks the length. */
    public DistanceKernel {
        ParameterCheck.positive("length", length);
    }

    /** Returns 1 / d. */
    public static DistanceKernel inverse() {
        return new DistanceKernel(Shape.INVERSE, 1);
    }

    double value(double d) {
        return switch (shape) {
            case INVERSE -> 1 / d;
            case INVERSE_SQUARE -> 1 / (d * d);
            case EXPONENTIAL -> StrictMath.exp(-d / length);
            case GAUSSIAN -> StrictMath.exp(-d * d / (2 * length * length));
        };
    }

    double derivative(double d) {
        return switch (shape) {
            case INVERSE -> -1 / (d * d);
            case INVERSE_SQUARE -> -2 / (d * d * d);
            case EXPONENTIAL -> -value(d) / length;
            case GAUSSIAN -> -value(d) * d / (length * length);
        };
    }
}
