package io.github.lightcone.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes numbers as bytes, little-endian and nothing between them; failures are unchecked. */
final class StateWriter {

    /** Bytes that wait to be written together. */
    static final int BUFFER = 1 << 14;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    StateWriter(OutputStream out) {
        this.out = out;
    }

    void put(int value) {
        need(Integer.BYTES);
        buffer.putInt(value);
    }

    void put(long value) {
        need(Long.BYTES);
        buffer.putLong(value);
    }

    void put(double value) {
        need(Double.BYTES);
        buffer.putDouble(value);
    }

    /** Writes values {@code from} to before {@code to}. */
    void put(double[] values, int from, int to) {
        for (int at = from; at < to; ) {
            need(Double.BYTES);
            int part = Math.min(to - at, buffer.remaining() / Double.BYTES);
            buffer.asDoubleBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Double.BYTES);
            at += part;
        }
    }

    /** Writes values {@code from} to before {@code to}. */
    void put(int[] values, int from, int to) {
        for (int at = from; at < to; ) {
            need(Integer.BYTES);
            int part = Math.min(to - at, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
    }

    void put(byte[] bytes) {
        flush();
        try {
            out.write(bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void put(StateImage image) {
        put(image.size());
        flush();
        try {
            image.writeTo(out);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Hands on what is waiting. */
    void flush() {
        try {
            out.write(buffer.array(), 0, buffer.position());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        buffer.clear();
    }

    private void need(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }
}
