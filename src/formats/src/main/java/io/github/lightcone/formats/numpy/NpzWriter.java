package io.github.lightcone.formats.numpy;

import io.github.lightcone.formats.ArrayWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays into a ZIP file, one entry each; the same arrays give the same bytes. */
final class NpzWriter implements ArrayWriter {

    private static final int BUFFER = 1 << 16;
    /** The earliest time a ZIP file knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        // The digits of weights and positions do not compress.
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    @Override
    public void text(String name, String value) throws IOException {
        int[] letters = value.codePoints().toArray();
        start(name, new NpyHeader("<U" + letters.length, false));
        for (int letter : letters) {
            room(Integer.BYTES).putInt(letter);
        }
        end();
    }

    @Override
    public void doubles(String name, double[] values, int... shape) throws IOException {
        start(name, new NpyHeader("<f8", false, shape));
        for (double value : values) {
            room(Double.BYTES).putDouble(value);
        }
        end();
    }

    @Override
    public void ints(String name, int[] values) throws IOException {
        start(name, new NpyHeader("<i4", false, values.length));
        for (int value : values) {
            room(Integer.BYTES).putInt(value);
        }
        end();
    }

    @Override
    public void longs(String name, long[] values) throws IOException {
        start(name, new NpyHeader("<i8", false, values.length));
        for (long value : values) {
            room(Long.BYTES).putLong(value);
        }
        end();
    }

    private void start(String name, NpyHeader header) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(header.bytes());
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        zip.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void end() throws IOException {
        flush();
        zip.closeEntry();
    }

    /** Ends the archive and leaves the stream open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
