package io.github.lightcone.data.augment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.random.SeededRandom;
import java.util.stream.IntStream;

/** Which two examples of a class each blend is of: the first uniform over all examples, the second over the others of its class. */
final class BlendPairs {

    private final EventDataset data;
    private final int[][] members;

    /**
     * Prepares a data set.
     *
     * @throws IllegalArgumentException naming a class that has a single example
     */
    BlendPairs(EventDataset data) {
        this.data = data;
        int[] sizes = data.classCounts();
        members = new int[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] == 1) {
                throw new IllegalArgumentException(
                        "class '" + data.classNames().get(c) + "' has 1 example, must be none or at least 2");
            }
            int label = c;
            members[c] = IntStream.range(0, data.size())
                    .filter(i -> data.label(i) == label)
                    .toArray();
        }
    }

    /**
     * Two examples.
     *
     * @param one number of the first
     * @param other number of the second
     * @param random what the blend itself takes its randomness from
     */
    record Pair(int one, int other, SeededRandom random) {}

    /** Draws the pair of a blend, which has a stream of its own in each epoch. */
    Pair draw(long seed, int epoch, int blend) {
        SeededRandom random = Streams.ofBlend(seed, epoch, blend);
        int one = random.nextInt(data.size());
        int[] same = members[data.label(one)];
        int drawn = same[random.nextInt(same.length - 1)];
        return new Pair(one, drawn == one ? same[same.length - 1] : drawn, random);
    }
}
