package io.github.lightcone.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a state, kept in memory. Its blocks are reused: warm, it allocates nothing. */
final class StateImage extends OutputStream {

    private static final int BLOCK = 1 << 16;

    private final List<byte[]> blocks = new ArrayList<>();
    private long size;

    void clear() {
        size = 0;
    }

    long size() {
        return size;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            int block = (int) (size / BLOCK);
            int at = (int) (size % BLOCK);
            if (block == blocks.size()) {
                blocks.add(new byte[BLOCK]);
            }
            int part = Math.min(length - done, BLOCK - at);
            System.arraycopy(bytes, offset + done, blocks.get(block), at, part);
            done += part;
            size += part;
        }
    }

    /** Writes these bytes to a stream. */
    void writeTo(OutputStream out) throws IOException {
        for (long at = 0; at < size; at += BLOCK) {
            out.write(blocks.get((int) (at / BLOCK)), 0, (int) Math.min(BLOCK, size - at));
        }
    }

    /** Returns a stream of these bytes, which must not change meanwhile. */
    InputStream open() {
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int at = (int) (position % BLOCK);
                int part = (int) Math.min(Math.min(length, BLOCK - at), size - position);
                if (part <= 0) {
                    return length == 0 ? 0 : -1;
                }
                System.arraycopy(blocks.get((int) (position / BLOCK)), at, bytes, offset, part);
                position += part;
                return part;
            }
        };
    }
}
