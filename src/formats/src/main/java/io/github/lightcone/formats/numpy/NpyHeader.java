package io.github.lightcone.formats.numpy;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands before the elements of an array in NPY format: their type, their order and the shape. */
final class NpyHeader {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 10_000;
    private static final int MOST_DIMENSIONS = 2;

    /** The one form that NumPy writes; keys in any order. */
    private static final Pattern FIELD = Pattern.compile(
            "\\s*'(descr|fortran_order|shape)'\\s*:\\s*('[^']{1,40}'|True|False|\\([0-9, L]{0,200}\\))\\s*(,|$)");

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,19})L?");

    private final String type;
    private final boolean fortranOrder;
    private final int[] shape;

    NpyHeader(String type, boolean fortranOrder, int... shape) {
        this.type = type;
        this.fortranOrder = fortranOrder;
        this.shape = shape;
    }

    /** Returns the type as NumPy spells it, such as {@code <f8}. */
    String type() {
        return type;
    }

    /** Returns whether the first dimension runs fastest. */
    boolean fortranOrder() {
        return fortranOrder;
    }

    int[] shape() {
        return shape.clone();
    }

    /** Returns the number of elements. */
    long count() {
        return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
    }

    /** Returns the bytes of a header of format 1.0, with the number of spaces that aligns what follows. */
    byte[] bytes() {
        String lengths = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String tuple = shape.length == 1 ? lengths + "," : lengths;
        String text = "{'descr': '" + type + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': ("
                + tuple + "), }";
        int before = MAGIC.length + 4;
        int unpadded = before + text.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[MAGIC.length] = 1;
        bytes[MAGIC.length + 1] = 0;
        bytes[MAGIC.length + 2] = (byte) (total - before);
        bytes[MAGIC.length + 3] = (byte) ((total - before) >> 8);
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, bytes, before, letters.length);
        bytes[total - 1] = '\n';
        return bytes;
    }

    /**
     * Reads a header of format 1.0, 2.0 or 3.0 and stops at the first element.
     *
     * @param place names the array in messages
     * @throws FormatException if it is none, or of more than two dimensions
     */
    static NpyHeader read(InputStream in, ArrayPlace place) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2, place);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw place.error("does not start with \\x93NUMPY, must be in NPY format");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
            throw place.error("has format " + version + "." + start[MAGIC.length + 1] + ", must be 1.0, 2.0 or 3.0");
        }
        byte[] length = exactly(in, version == 1 ? 2 : 4, place);
        long size = 0;
        for (int i = length.length - 1; i >= 0; i--) {
            size = size << 8 | (length[i] & 0xff);
        }
        if (size > LONGEST) {
            throw place.error("has a header of " + size + " bytes, must be at most " + LONGEST);
        }
        return parse(new String(exactly(in, (int) size, place), StandardCharsets.UTF_8), place);
    }

    private static byte[] exactly(InputStream in, int count, ArrayPlace place) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(place.message("is cut off within its header"));
        }
        return bytes;
    }

    private static NpyHeader parse(String text, ArrayPlace place) throws FormatException {
        String dictionary = text.strip();
        if (!dictionary.startsWith("{") || !dictionary.endsWith("}")) {
            throw malformed(text, place);
        }
        String fields = dictionary.substring(1, dictionary.length() - 1).stripTrailing();
        String type = null;
        String order = null;
        String shape = null;
        Matcher field = FIELD.matcher(fields);
        int end = 0;
        while (end < fields.length()) {
            if (!field.find(end) || field.start() != end) {
                throw malformed(text, place);
            }
            String value = field.group(2);
            switch (field.group(1)) {
                case "descr" -> type = once(type, value, '\'', text, place);
                case "shape" -> shape = once(shape, value, '(', text, place);
                default -> order = once(order, value, value.charAt(0) == 'T' ? 'T' : 'F', text, place);
            }
            end = field.end();
        }
        if (type == null || order == null || shape == null) {
            throw malformed(text, place);
        }
        return new NpyHeader(type.substring(1, type.length() - 1), order.equals("True"), lengths(shape, place));
    }

    private static String once(String before, String value, char first, String text, ArrayPlace place)
            throws FormatException {
        if (before != null || value.charAt(0) != first) {
            throw malformed(text, place);
        }
        return value;
    }

    private static int[] lengths(String tuple, ArrayPlace place) throws FormatException {
        String inside = tuple.substring(1, tuple.length() - 1).strip();
        if (inside.endsWith(",")) {
            inside = inside.substring(0, inside.length() - 1);
        }
        if (inside.isEmpty()) {
            return new int[0];
        }
        String[] parts = inside.split(",", -1);
        if (parts.length > MOST_DIMENSIONS) {
            throw place.error("has " + parts.length + " dimensions, must have at most " + MOST_DIMENSIONS);
        }
        int[] lengths = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Matcher number = LENGTH.matcher(parts[i].strip());
            if (!number.matches()
                    || number.group(1).length() > 10
                    || Long.parseLong(number.group(1)) > Integer.MAX_VALUE) {
                throw place.error("has the shape " + Messages.quote(tuple) + ", must have lengths from 0 to "
                        + Integer.MAX_VALUE);
            }
            lengths[i] = Integer.parseInt(number.group(1));
        }
        return lengths;
    }

    private static FormatException malformed(String text, ArrayPlace place) {
        return place.error("has the header " + Messages.quote(text.strip())
                + ", must be {'descr': '...', 'fortran_order': ..., 'shape': (...), }");
    }
}
