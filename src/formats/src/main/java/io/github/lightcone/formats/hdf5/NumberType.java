package io.github.lightcone.formats.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a number stands in a file: integers of 8 to 64 bits, and the floating-point formats of IEEE 754 of 16 to 64. */
final class NumberType {

    private final boolean isInteger;
    private final boolean isSigned;
    private final int width;
    private final ByteOrder order;

    private NumberType(boolean isInteger, boolean isSigned, int width, ByteOrder order) {
        this.isInteger = isInteger;
        this.isSigned = isSigned;
        this.width = width;
        this.order = order;
    }

    /** Returns the type of numbers that a type of the file describes; null if it describes something else. */
    static NumberType of(DataType type) {
        if (type instanceof FixedPoint integer && isWhole(integer)) {
            return new NumberType(true, integer.isSigned(), integer.getSize(), integer.getByteOrder());
        }
        if (type instanceof FloatingPoint number && isIeee(number)) {
            return new NumberType(false, true, number.getSize(), number.getByteOrder());
        }
        return null;
    }

    private static boolean isWhole(FixedPoint type) {
        int size = type.getSize();
        return (size == 1 || size == 2 || size == 4 || size == 8)
                && type.getBitOffset() == 0
                && type.getBitPrecision() == Byte.SIZE * size;
    }

    /** Numbers of the same size with other parts, such as bfloat16, would be taken for what they are not. */
    private static boolean isIeee(FloatingPoint type) {
        int size = type.getSize();
        int mantissa = size == 2 ? 10 : size == 4 ? 23 : 52;
        int exponent = Byte.SIZE * size - 1 - mantissa;
        return (size == 2 || size == 4 || size == 8)
                && type.getBitOffset() == 0
                && type.getBitPrecision() == Byte.SIZE * size
                && type.getMantissaLocation() == 0
                && type.getMantissaSize() == mantissa
                && type.getExponentLocation() == mantissa
                && type.getExponentSize() == exponent
                && type.getExponentBias() == (1 << (exponent - 1)) - 1
                && type.getSignLocation() == Byte.SIZE * size - 1;
    }

    boolean isInteger() {
        return isInteger;
    }

    /**
     * Reads numbers.
     *
     * @param bytes as many elements, from its first byte on
     * @param values Modified.
     */
    void read(ByteBuffer bytes, double[] values) {
        bytes.order(order);
        if (!isInteger && width == Double.BYTES) {
            bytes.asDoubleBuffer().get(values);
            return;
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = isInteger ? rounded(integer(bytes, k)) : narrow(bytes, k);
        }
    }

    /**
     * Reads integers.
     *
     * @param bytes as many elements, from its first byte on
     * @param values Modified.
     * @return the first that does not fit and is there as an unsigned one, -1 if all fit
     */
    int read(ByteBuffer bytes, long[] values) {
        bytes.order(order);
        for (int k = 0; k < values.length; k++) {
            values[k] = integer(bytes, k);
            if (isBeyondSigned(values[k])) {
                return k;
            }
        }
        return -1;
    }

    private boolean isBeyondSigned(long value) {
        return !isSigned && width == Long.BYTES && value < 0;
    }

    private double rounded(long value) {
        // Half of it, its last bit kept for rounding, has no sign to be mistaken.
        return isBeyondSigned(value) ? 2.0 * ((value >>> 1) | (value & 1)) : value;
    }

    private double narrow(ByteBuffer bytes, int k) {
        return width == Float.BYTES ? bytes.getFloat(k * width) : FloatingPoint.toFloat(bytes.getShort(k * width));
    }

    private long integer(ByteBuffer bytes, int k) {
        int at = k * width;
        switch (width) {
            case 1 -> {
                return isSigned ? bytes.get(at) : Byte.toUnsignedLong(bytes.get(at));
            }
            case 2 -> {
                return isSigned ? bytes.getShort(at) : Short.toUnsignedLong(bytes.getShort(at));
            }
            case 4 -> {
                return isSigned ? bytes.getInt(at) : Integer.toUnsignedLong(bytes.getInt(at));
            }
            default -> {
                return bytes.getLong(at);
            }
        }
    }
}
