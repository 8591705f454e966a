package io.github.lightcone.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes damaged files: bits flipped, bytes set, numbers put to extremes, ends cut off, blocks removed, doubled,
 * exchanged or taken from another file, pieces of text put in. The number of a file is all it takes to make it again.
 */
public final class Mutator {

    /** Numbers of 8 bytes, the lowest first, of which 1, 2, 4 or 8 are written. */
    private static final long[] EXTREMES = {
        0,
        1,
        2,
        -1,
        0x7f,
        0x80,
        0x7fff,
        0xffff,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        0x40000000L,
        0x10000,
        0x100000000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x4000000000000000L,
        0x7ff0000000000000L,
        0x7ff8000000000000L,
    };

    private static final int LONGEST_BLOCK = 64;
    private static final int MOST_BYTES = 1 << 20;

    private final FuzzTarget target;
    private final List<FuzzSeed> seeds;
    private final List<byte[]> words;
    private final long seed;

    /**
     * Makes one.
     *
     * @param seed another one gives other files
     */
    Mutator(FuzzTarget target, List<FuzzSeed> seeds, long seed) {
        this.target = target;
        this.seeds = seeds;
        this.seed = seed;
        words = target.words().stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns the seed that a damaged file is made of. */
    FuzzSeed origin(long number) {
        return seeds.get(random(number).nextInt(seeds.size()));
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + number);
    }

    /** Returns a damaged file. */
    byte[] damaged(long number) {
        SplittableRandom random = random(number);
        byte[] valid = seeds.get(random.nextInt(seeds.size())).bytes();
        byte[] bytes = valid.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        if (random.nextInt(4) > 0) {
            target.repair(bytes, valid);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, SplittableRandom random) {
        int at = place(bytes, random);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_BLOCK));
        switch (random.nextInt(20)) {
            case 0 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            case 1 -> {
                return spliced(bytes, at, end, new byte[0]);
            }
            case 2 -> {
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            }
            case 3 -> {
                int from = place(bytes, random);
                copy(bytes, from, bytes, at, end - at);
                return bytes;
            }
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size())).bytes();
                copy(other, place(other, random), bytes, at, end - at);
                return bytes;
            }
            case 5, 6, 7, 8, 9 -> {
                return words.isEmpty() ? withExtreme(bytes, at, random) : withWord(bytes, at, random);
            }
            case 10, 11, 12, 13 -> {
                return withExtreme(bytes, at, random);
            }
            default -> {
                return withByte(bytes, at, random);
            }
        }
    }

    /** Most of some files is empty space: prefers a byte that is not 0. */
    private static int place(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(Math.max(1, bytes.length));
        for (int tries = 0; tries < 30 && at < bytes.length && bytes[at] == 0; tries++) {
            at = random.nextInt(bytes.length);
        }
        return at;
    }

    private static byte[] withByte(byte[] bytes, int at, SplittableRandom random) {
        if (at < bytes.length) {
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
                default -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
        }
        return bytes;
    }

    private static byte[] withExtreme(byte[] bytes, int at, SplittableRandom random) {
        long extreme = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(3) - 1;
        int width = Math.min(1 << random.nextInt(4), bytes.length - at);
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (extreme >>> (Byte.SIZE * i));
        }
        return bytes;
    }

    private byte[] withWord(byte[] bytes, int at, SplittableRandom random) {
        byte[] word = words.get(random.nextInt(words.size()));
        int end = Math.min(bytes.length, at + random.nextInt(8));
        return spliced(bytes, at, end, word);
    }

    private static void copy(byte[] from, int start, byte[] to, int at, int length) {
        int possible = Math.min(length, Math.min(from.length - start, to.length - at));
        System.arraycopy(from, start, to, at, Math.max(0, possible));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        if (bytes.length > MOST_BYTES) {
            return bytes;
        }
        byte[] out = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(between, 0, out, from, between.length);
        System.arraycopy(bytes, to, out, from + between.length, bytes.length - to);
        return out;
    }
}
