package io.github.lightcone.simulation;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what a {@link StateWriter} has written; failures are unchecked. */
final class StateReader {

    private final InputStream in;
    private final ByteBuffer buffer = ByteBuffer.allocate(StateWriter.BUFFER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);

    StateReader(InputStream in) {
        this.in = in;
    }

    int getInt() {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    long getLong() {
        need(Long.BYTES);
        return buffer.getLong();
    }

    double getDouble() {
        need(Double.BYTES);
        return buffer.getDouble();
    }

    /** Reads into values {@code from} to before {@code to}. */
    void get(double[] values, int from, int to) {
        for (int at = from; at < to; ) {
            need(Double.BYTES);
            int part = Math.min(to - at, buffer.remaining() / Double.BYTES);
            buffer.asDoubleBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Double.BYTES);
            at += part;
        }
    }

    /** Reads into values {@code from} to before {@code to}. */
    void get(int[] values, int from, int to) {
        for (int at = from; at < to; ) {
            need(Integer.BYTES);
            int part = Math.min(to - at, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
    }

    void get(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            need(1);
            int part = Math.min(bytes.length - at, buffer.remaining());
            buffer.get(bytes, at, part);
            at += part;
        }
    }

    void get(StateImage image) {
        image.clear();
        for (long left = getLong(); left > 0; ) {
            need(1);
            int part = (int) Math.min(left, buffer.remaining());
            image.write(buffer.array(), buffer.position(), part);
            buffer.position(buffer.position() + part);
            left -= part;
        }
    }

    private void need(int bytes) {
        try {
            while (buffer.remaining() < bytes) {
                buffer.compact();
                int read = in.read(buffer.array(), buffer.position(), buffer.remaining());
                if (read < 0) {
                    throw new EOFException("ends too early");
                }
                buffer.position(buffer.position() + read).flip();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
