package io.github.lightcone.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * Bytes of valid files, changed: cut off, with bits flipped, with stretches overwritten by extreme numbers, removed,
 * doubled or exchanged. The property {@code lightcone.fuzz} sets how many are made of each kind of file.
 */
public final class Mutations {

    private static final byte[][] EXTREMES = {
        {0, 0, 0, 0, 0, 0, 0, 0},
        {-1, -1, -1, -1, -1, -1, -1, -1},
        {-1, -1, -1, 127},
        {-1, -1, -1, -1, -1, -1, -1, 127},
        {0, 0, 0, -128},
        {1},
        {-1},
        {0, 0, 0, 64, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, -8, 127},
    };

    private Mutations() {}

    /** Reads what has been changed. */
    @FunctionalInterface
    public interface Reading {
        /** Reads it; may throw nothing but an {@link IOException}. */
        void read(byte[] changed) throws IOException;
    }

    /** Returns how many changed files are to be read. */
    public static int count() {
        return Integer.getInteger("lightcone.fuzz", 3000);
    }

    /**
     * Reads a changed file.
     *
     * @return whether it was still a good one
     */
    public static boolean isRead(byte[] valid, long seed, Reading reading) {
        byte[] changed = changed(valid, new Random(seed));
        try {
            reading.read(changed);
            return true;
        } catch (IOException explained) {
            if (explained.getMessage() == null || explained.getMessage().lines().count() != 1) {
                throw new AssertionError("seed " + seed + ": message " + explained.getMessage(), explained);
            }
            return false;
        } catch (RuntimeException | Error other) {
            throw new AssertionError("seed " + seed, other);
        }
    }

    /** Returns changed bytes. */
    public static byte[] changed(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(16));
        switch (random.nextInt(16)) {
            case 0 -> {
                return Arrays.copyOf(bytes, from);
            }
            case 1 -> {
                return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            }
            case 2 -> {
                return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            }
            case 3 -> {
                int other = random.nextInt(bytes.length);
                int length = Math.min(bytes.length - other, to - from);
                System.arraycopy(bytes.clone(), other, bytes, from, length);
            }
            case 4, 5, 6, 7, 8 -> {
                byte[] extreme = EXTREMES[random.nextInt(EXTREMES.length)];
                System.arraycopy(extreme, 0, bytes, from, Math.min(extreme.length, bytes.length - from));
            }
            case 9, 10 -> bytes[from] = (byte) random.nextInt();
            case 11, 12 -> bytes[from] += (byte) (random.nextBoolean() ? 1 : -1);
            default -> bytes[from] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(tail);
        return out.toByteArray();
    }
}
