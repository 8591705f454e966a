package io.github.lightcone.data.table;

import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A one-dimensional array of numbers in NumPy's format, versions 1 to 3 (NumPy Enhancement Proposal 1):
 * {@code \x93NUMPY}; the version, two bytes; the length of the header, little-endian, two bytes in version 1
 * and four after; the header, a Python dictionary; the elements.
 *
 * <p>Elements are floating point of 2, 4 or 8 bytes or integers of 1, 2, 4 or 8 bytes with or without sign,
 * of either byte order. They stay as they are until they are asked for.
 */
final class NpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern HEADER =
            Pattern.compile("\\{\\s*'descr'\\s*:\\s*'([^']*)'\\s*,\\s*'fortran_order'\\s*:\\s*(?:True|False)\\s*,"
                    + "\\s*'shape'\\s*:\\s*\\(([^()]*)\\)\\s*,?\\s*\\}\\s*");
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]{1,10})\\s*,\\s*");
    private static final Pattern TYPE = Pattern.compile("([<>|])([fiu])([1248])");

    private final Path file;
    private final String name;
    private final char kind;
    private final int bytes;
    private final ByteBuffer values;

    private NpyArray(Path file, String name, char kind, int bytes, ByteBuffer values) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.bytes = bytes;
        this.values = values;
    }

    /**
     * Reads an array to the end of the stream. Memory is taken as bytes come in.
     *
     * @param file what to name in complaints
     * @param name the name of the array
     */
    static NpyArray read(Path file, String name, InputStream in) throws IOException {
        return new Reader(file, name, in).read();
    }

    private static final class Reader {

        private final Path file;
        private final String name;
        private final InputStream in;
        private int offset;

        Reader(Path file, String name, InputStream in) {
            this.file = file;
            this.name = name;
            this.in = in;
        }

        NpyArray read() throws IOException {
            if (!Arrays.equals(take(MAGIC.length), MAGIC)) {
                throw malformed(0, "does not start as a NumPy array does");
            }
            int version = take(2)[0];
            if (version < 1 || version > 3) {
                throw malformed(6, "version " + version + ", must be 1, 2 or 3");
            }
            int place = offset;
            long length =
                    version == 1 ? little(2).getShort() & 0xffffL : little(4).getInt() & 0xffff_ffffL;
            if (length > LONGEST_HEADER) {
                throw malformed(place, "header of " + length + " bytes, must be at most " + LONGEST_HEADER);
            }
            int start = offset;
            String text = new String(take((int) length), StandardCharsets.UTF_8);
            Matcher header = HEADER.matcher(text);
            if (!header.matches()) {
                throw malformed(start, "header " + printable(text) + ", must have descr, fortran_order and shape");
            }
            return elements(start, header.group(1), header.group(2));
        }

        private NpyArray elements(int start, String descr, String shape) throws IOException {
            Matcher type = TYPE.matcher(descr);
            if (!type.matches()
                    || (type.group(2).equals("f") && type.group(3).equals("1"))
                    || (type.group(1).equals("|") && !type.group(3).equals("1"))) {
                throw malformed(
                        start,
                        "type " + printable(descr)
                                + ", must be f2, f4, f8, i1, i2, i4, i8, u1, u2, u4 or u8 after < or >");
            }
            Matcher length = LENGTH.matcher(shape);
            int size = Integer.parseInt(type.group(3));
            if (!length.matches() || Long.parseLong(length.group(1)) * size > Integer.MAX_VALUE - 8) {
                throw malformed(
                        start,
                        "shape " + printable("(" + shape + ")") + ", must be one dimension of at most "
                                + (Integer.MAX_VALUE - 8) / size);
            }
            byte[] data = take(Integer.parseInt(length.group(1)) * size);
            if (in.read() >= 0) {
                throw malformed(offset, "there are bytes after the last element, must be the end");
            }
            ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return new NpyArray(
                    file,
                    name,
                    type.group(2).charAt(0),
                    size,
                    ByteBuffer.wrap(data).order(order));
        }

        private ByteBuffer little(int count) throws IOException {
            return ByteBuffer.wrap(take(count)).order(ByteOrder.LITTLE_ENDIAN);
        }

        private byte[] take(int count) throws IOException {
            byte[] taken = in.readNBytes(count);
            if (taken.length < count) {
                throw malformed(offset + taken.length, "ends here, " + (count - taken.length) + " bytes too early");
            }
            offset += count;
            return taken;
        }

        private MalformedDataException malformed(int place, String problem) {
            return MalformedDataException.inFile(file, name + ".npy: at byte " + place + ": " + problem);
        }
    }

    private static String printable(String text) {
        String start = text.strip().replaceAll("[^ -~]", "?");
        return "'" + (start.length() > 100 ? start.substring(0, 100) + "..." : start) + "'";
    }

    /** Returns the number of elements. */
    int length() {
        return values.capacity() / bytes;
    }

    boolean isFloatingPoint() {
        return kind == 'f';
    }

    /** Returns an element as a double, exactly but for integers beyond 2^53. */
    double real(int index) throws MalformedDataException {
        if (!isFloatingPoint()) {
            return integer(index);
        }
        int place = index * bytes;
        return switch (bytes) {
            case 2 -> half(values.getShort(place));
            case 4 -> values.getFloat(place);
            default -> values.getDouble(place);
        };
    }

    /** Returns the value of a number of 16 bits: IEEE 754 binary16. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = switch (exponent) {
            case 0 -> Math.scalb((double) fraction, -24);
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
        return bits < 0 ? -size : size;
    }

    private long integer(int index) throws MalformedDataException {
        int place = index * bytes;
        boolean signed = kind == 'i';
        return switch (bytes) {
            case 1 -> signed ? values.get(place) : values.get(place) & 0xffL;
            case 2 -> signed ? values.getShort(place) : values.getShort(place) & 0xffffL;
            case 4 -> signed ? values.getInt(place) : values.getInt(place) & 0xffff_ffffL;
            default -> {
                long value = values.getLong(place);
                if (!signed && value < 0) {
                    throw malformed("[" + index + "] = " + Long.toUnsignedString(value) + ", must be below 2^63");
                }
                yield value;
            }
        };
    }

    /**
     * Returns an element that must be an integer from 0 to {@code end - 1}.
     *
     * @throws MalformedDataException if it is another number, or the array is of floating point
     */
    int index(int index, long end) throws MalformedDataException {
        if (isFloatingPoint()) {
            throw malformed(" is of floating point, must be of integers");
        }
        long value = integer(index);
        if (value < 0 || value >= end) {
            throw malformed("[" + index + "] = " + value + ", must be from 0 to " + (end - 1));
        }
        return (int) value;
    }

    /** Returns an exception about this array: {@code FILE: NAME PROBLEM}. */
    MalformedDataException malformed(String problem) {
        return MalformedDataException.inFile(file, name + problem);
    }
}
