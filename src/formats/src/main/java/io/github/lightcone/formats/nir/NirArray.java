package io.github.lightcone.formats.nir;

import java.util.Arrays;

/** Numbers with a shape, row by row. Immutable. */
public final class NirArray {

    /** The largest number of dimensions. */
    static final int MOST_DIMENSIONS = 8;
    /** The largest number of elements, of an array or of all arrays of a file. */
    static final int MOST_ELEMENTS = 1 << 26;

    private final int[] shape;
    private final double[] values;

    private NirArray(int[] shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Returns an array.
     *
     * @param shape the size of each dimension; none for a single number; copied
     * @param values as many as the shape says, the last index running fastest; not copied
     * @throws IllegalArgumentException if there are more or fewer of them
     */
    public static NirArray of(int[] shape, double... values) {
        if (shape.length > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "has " + shape.length + " dimensions, must have at most " + MOST_DIMENSIONS);
        }
        if (sizeOf(shape) != values.length) {
            throw new IllegalArgumentException(
                    "has " + values.length + " numbers, must have " + sizeOf(shape) + " for " + text(shape));
        }
        return new NirArray(shape.clone(), values);
    }

    /** Returns an array of one dimension; the values are not copied. */
    public static NirArray vector(double... values) {
        return new NirArray(new int[] {values.length}, values);
    }

    /** Returns the number of elements of a shape; no shape has more than fit. */
    static long sizeOf(int[] shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("has the shape " + text(shape) + ", must have no negative sizes");
            }
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    /** Returns a shape for messages, such as {@code (3, 2)}. */
    static String text(int[] shape) {
        return Arrays.toString(shape).replace('[', '(').replace(']', ')');
    }

    /** Returns a copy of the size of each dimension. */
    public int[] shape() {
        return shape.clone();
    }

    /** Returns whether the sizes of the dimensions are these. */
    boolean hasShape(int... other) {
        return Arrays.equals(shape, other);
    }

    /** Returns the number of elements. */
    public int size() {
        return values.length;
    }

    /** Returns an element, counted row by row. */
    public double get(int index) {
        return values[index];
    }

    /** Returns a copy of the elements, row by row. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NirArray that && Arrays.equals(that.shape, shape) && Arrays.equals(that.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "array of shape " + text(shape);
    }
}
