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

    /** Returns the strength at a distance d, mm, above 0. */
    public double value(double d) {
        return switch (shape) {
            case INVERSE -> inverse(d);
            case INVERSE_SQUARE -> 1 / (d * d);
            case EXPONENTIAL -> StrictMath.exp(-d / length);
            case GAUSSIAN -> StrictMath.exp(-d * d / (2 * length * length));
        };
    }

    /** Returns the derivative of the strength by the distance at a distance d, mm, above 0. */
    public double derivative(double d) {
        return switch (shape) {
            case INVERSE -> inverseDerivative(d);
            case INVERSE_SQUARE -> -2 / (d * d * d);
            case EXPONENTIAL -> -value(d) / length;
            case GAUSSIAN -> -value(d) * d / (length * length);
        };
    }

    /**
     * Finds the strengths at many distances, bit for bit those of {@link #value}.
     *
     * @param d distances, mm, above 0
     * @param count how many of them
     * @param strength at each distance; may be {@code d} itself. Modified.
     */
    public void values(double[] d, int count, double[] strength) {
        if (shape == Shape.INVERSE) {
            for (int i = 0; i < count; i++) {
                strength[i] = inverse(d[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                strength[i] = value(d[i]);
            }
        }
    }

    /**
     * Finds the derivatives at many distances, bit for bit those of {@link #derivative}.
     *
     * @param d distances, mm, above 0
     * @param count how many of them
     * @param slope derivative by each distance; may be {@code d} itself. Modified.
     */
    public void derivatives(double[] d, int count, double[] slope) {
        if (shape == Shape.INVERSE) {
            for (int i = 0; i < count; i++) {
                slope[i] = inverseDerivative(d[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                slope[i] = derivative(d[i]);
            }
        }
    }

    private static double inverse(double d) {
        return 1 / d;
    }

    private static double inverseDerivative(double d) {
        return -1 / (d * d);
    }
}
