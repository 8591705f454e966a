package io.github.lightcone.space;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The positions of a population: {@code size} points in {@code dimensions} dimensions, mm. Immutable.
 */
public final class Positions {

    /** The largest number of dimensions. */
    public static final int MAX_DIMENSIONS = 64;

    private final int dimensions;
    private final double[] coordinates;

    private Positions(int dimensions, double[] coordinates) {
        checkDimensions(dimensions);
        if (coordinates.length % dimensions != 0) {
            throw new IllegalArgumentException(
                    coordinates.length + " coordinates do not make whole points in " + dimensions + " dimensions");
        }
        for (int i = 0; i < coordinates.length; i++) {
            if (!Double.isFinite(coordinates[i])) {
                throw new IllegalArgumentException("coordinate " + i % dimensions + " of point " + i / dimensions
                        + " = " + coordinates[i] + ", must be finite");
            }
        }
        this.dimensions = dimensions;
        this.coordinates = coordinates;
    }

    /** Throws unless {@code dimensions} is between 1 and {@value #MAX_DIMENSIONS}. */
    public static void checkDimensions(int dimensions) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "dimensions = " + dimensions + ", must be between 1 and " + MAX_DIMENSIONS);
        }
    }

    /**
     * Returns points from their coordinates, point by point.
     *
     * @param dimensions number of dimensions
     * @param coordinates {@code size * dimensions} finite numbers, mm; copied
     */
    public static Positions of(int dimensions, double... coordinates) {
        return new Positions(dimensions, coordinates.clone());
    }

    /** Returns {@code size} points at the origin. */
    public static Positions origin(int size, int dimensions) {
        return new Positions(dimensions, new double[size * dimensions]);
    }

    /**
     * Returns points drawn uniformly from a cube.
     *
     * @param low lower end of every axis, mm
     * @param high upper end of every axis, mm
     */
    public static Positions uniform(int size, int dimensions, double low, double high, RandomGenerator random) {
        double[] coordinates = new double[size * dimensions];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = low + (high - low) * random.nextDouble();
        }
        return new Positions(dimensions, coordinates);
    }

    /**
     * Returns points with independent normal coordinates around the origin.
     *
     * @param deviation standard deviation of every coordinate, mm
     */
    public static Positions normal(int size, int dimensions, double deviation, RandomGenerator random) {
        double[] coordinates = new double[size * dimensions];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = deviation * random.nextGaussian();
        }
        return new Positions(dimensions, coordinates);
    }

    /** Returns the number of points. */
    public int size() {
        return coordinates.length / dimensions;
    }

    /** Returns the number of dimensions. */
    public int dimensions() {
        return dimensions;
    }

    /** Returns one coordinate, mm. */
    public double coordinate(int point, int axis) {
        return coordinates[point * dimensions + axis];
    }

    /** Returns a copy of all coordinates, point by point. */
    public double[] toArray() {
        return coordinates.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that
                && that.dimensions == dimensions
                && Arrays.equals(that.coordinates, coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return size() + " points in " + dimensions + " dimensions";
    }
}
