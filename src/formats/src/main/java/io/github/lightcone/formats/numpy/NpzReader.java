package io.github.lightcone.formats.numpy;

import io.github.lightcone.formats.ArrayReader;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.RegularFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads arrays out of a ZIP file. No entry is ever unpacked to a file, so their names lead nowhere. */
final class NpzReader implements ArrayReader, Closeable {

    private static final String ENDING = ".npy";
    private static final int BUFFER = 1 << 16;
    private static final int MOST_ENTRIES = 1000;
    private static final long FREE_BYTES = 64L << 20;
    private static final long MOST_COMPRESSED = 100;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final long mostBytes;
    private long bytes;

    private NpzReader(Path file, ZipFile zip, long size) throws FormatException {
        this.file = file;
        this.zip = zip;
        mostBytes = FREE_BYTES + MOST_COMPRESSED * size;
        if (zip.size() > MOST_ENTRIES) {
            throw FormatException.inFile(file, "has " + zip.size() + " entries, must have at most " + MOST_ENTRIES);
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!name.endsWith(ENDING)) {
                throw FormatException.inFile(
                        file, "has the entry " + Messages.quote(name) + ", must have arrays only, named NAME" + ENDING);
            }
            if (entries.put(name.substring(0, name.length() - ENDING.length()), entry) != null) {
                throw FormatException.inFile(file, "has the entry " + Messages.quote(name) + " twice");
            }
        }
    }

    /** Opens an archive. */
    static NpzReader open(Path file) throws IOException {
        RegularFile.require(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException vanished) {
            throw FormatException.inFile(file, "does not exist", vanished);
        } catch (IOException | IllegalArgumentException malformed) {
            throw damaged(file, malformed);
        }
        try {
            return new NpzReader(file, zip, Files.size(file));
        } catch (IllegalArgumentException malformed) {
            zip.close();
            throw damaged(file, malformed);
        } catch (FormatException problem) {
            zip.close();
            throw problem;
        }
    }

    private static FormatException damaged(Path file, Exception problem) {
        String reason = Messages.printable(problem.getMessage() == null ? "it ends early" : problem.getMessage(), 200);
        return FormatException.inFile(file, "is truncated, damaged or no ZIP file (" + reason + ")", problem);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public int length(String name) throws IOException {
        return read(name, (header, in) -> {
            if (header.shape().length == 0) {
                throw place(name).error("has no dimensions, must have one");
            }
            return header.shape()[0];
        });
    }

    @Override
    public String text(String name) throws IOException {
        return read(name, (header, in) -> {
            ArrayPlace place = place(name);
            requireShape(header, place);
            int letters = lettersOf(header.type(), place);
            elements(in, place, letters, Integer.BYTES);
            int[] letter = new int[letters];
            in.fill(letters, Integer.BYTES, (k, buffer) -> letter[k] = buffer.getInt());
            int end = letters;
            while (end > 0 && letter[end - 1] == 0) {
                end--;
            }
            for (int k = 0; k < end; k++) {
                if (!Character.isValidCodePoint(letter[k])) {
                    throw place.error("has the letter " + letter[k] + ", which Unicode does not have");
                }
            }
            return new String(letter, 0, end);
        });
    }

    private static int lettersOf(String type, ArrayPlace place) throws FormatException {
        String digits = type.startsWith("<U") ? type.substring(2) : "";
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw place.error("has the type " + Messages.quote(type) + ", must be text, <U and a length");
        }
        return Integer.parseInt(digits);
    }

    @Override
    public double[] doubles(String name, int... shape) throws IOException {
        return read(name, (header, in) -> {
            ArrayPlace place = place(name);
            requireShape(header, place, shape);
            int width = widthOf(header, place, "<f8", "<f4");
            int count = elements(in, place, header.count(), width);
            double[] values = new double[count];
            if (width == Double.BYTES) {
                in.fill(count, width, (k, buffer) -> values[k] = buffer.getDouble());
            } else {
                in.fill(count, width, (k, buffer) -> values[k] = buffer.getFloat());
            }
            return header.fortranOrder() ? rowByRow(values, shape) : values;
        });
    }

    private static double[] rowByRow(double[] columns, int[] shape) {
        if (shape.length < 2) {
            return columns;
        }
        double[] rows = new double[columns.length];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                rows[i * shape[1] + j] = columns[j * shape[0] + i];
            }
        }
        return rows;
    }

    @Override
    public int[] ints(String name, int length) throws IOException {
        long[] wide = longs(name, length);
        int[] values = new int[length];
        for (int k = 0; k < length; k++) {
            values[k] = (int) wide[k];
            if (values[k] != wide[k]) {
                throw place(name).error("has the element " + wide[k] + ", must fit into 32 bits");
            }
        }
        return values;
    }

    @Override
    public long[] longs(String name, int length) throws IOException {
        return read(name, (header, in) -> {
            ArrayPlace place = place(name);
            requireShape(header, place, length);
            int width = widthOf(header, place, "<i8", "<i4");
            int count = elements(in, place, header.count(), width);
            long[] values = new long[count];
            if (width == Long.BYTES) {
                in.fill(count, width, (k, buffer) -> values[k] = buffer.getLong());
            } else {
                in.fill(count, width, (k, buffer) -> values[k] = buffer.getInt());
            }
            return values;
        });
    }

    private static int widthOf(NpyHeader header, ArrayPlace place, String wide, String narrow) throws FormatException {
        if (header.type().equals(wide)) {
            return 8;
        }
        if (header.type().equals(narrow)) {
            return 4;
        }
        throw place.error("has the type " + Messages.quote(header.type()) + ", must be " + wide + " or " + narrow);
    }

    private static void requireShape(NpyHeader header, ArrayPlace place, int... shape) throws FormatException {
        if (!Arrays.equals(header.shape(), shape)) {
            throw place.error(
                    "has the shape " + Arrays.toString(header.shape()) + ", must be " + Arrays.toString(shape));
        }
    }

    /** Returns the number of elements once the archive may hold so many. */
    private int elements(Elements in, ArrayPlace place, long count, int width) throws FormatException {
        if (count > in.declared / width) {
            throw place.error("declares " + count + " elements, its entry has " + in.declared + " bytes");
        }
        bytes += count * width;
        if (bytes > mostBytes) {
            throw place.error("makes the archive unpack to more than " + mostBytes + " bytes, which is 64 MB and "
                    + MOST_COMPRESSED + " times its size");
        }
        return (int) count;
    }

    private ArrayPlace place(String name) {
        return new ArrayPlace(file, name);
    }

    /** Reads an array behind its header. */
    private interface Work<T> {
        T read(NpyHeader header, Elements in) throws IOException;
    }

    private <T> T read(String name, Work<T> work) throws IOException {
        ArrayPlace place = place(name);
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw FormatException.inFile(
                    file,
                    "array " + Messages.quote(name) + " is missing; there are " + Messages.list(entries.keySet()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw place.error("cannot be found in the archive");
            }
            NpyHeader header = NpyHeader.read(in, place);
            return work.read(header, new Elements(in, entry.getSize()));
        } catch (FormatException known) {
            throw known;
        } catch (EOFException early) {
            throw place.error("is cut off", early);
        } catch (IOException | IllegalArgumentException problem) {
            throw place.error(
                    "cannot be unpacked (" + Messages.printable(String.valueOf(problem.getMessage()), 200) + ")",
                    problem);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Takes an element out of a buffer. */
    private interface Taker {
        void take(int k, ByteBuffer buffer);
    }

    /** The elements of an entry. */
    private static final class Elements {

        private final InputStream in;
        private final long declared;

        Elements(InputStream in, long declared) {
            this.in = in;
            this.declared = declared;
        }

        void fill(int count, int width, Taker taker) throws IOException {
            byte[] bytes = new byte[BUFFER];
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int k = 0;
            while (k < count) {
                int here = Math.min(BUFFER / width, count - k);
                if (in.readNBytes(bytes, 0, here * width) < here * width) {
                    throw new EOFException();
                }
                buffer.clear();
                for (int last = k + here; k < last; k++) {
                    taker.take(k, buffer);
                }
            }
            if (in.read() >= 0) {
                throw new IOException("bytes after the last element");
            }
        }
    }
}
