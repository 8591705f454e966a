package io.github.lightcone.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds compact tables from a {@link RowGenerator}: 12 bytes per synapse, and while building hardly more.
 *
 * <p>Two passes over all rows: the first counts, so that arrays have exactly the right size; the second
 * computes delays, sorts and fills. Rows of several parts share arrays, each row's parts side by side. The
 * tables are the same, bit for bit, for any number of threads.
 */
public final class CompactBuilder {

    /** Ints in one array unless a single row needs more: 1 GiB. */
    private static final int SEGMENT_WORDS = 1 << 28;

    /** The longest row: three ints per synapse fit an array. */
    private static final int LONGEST_ROW = (Integer.MAX_VALUE - 8) / CompactSynapses.WORDS;

    private static final int ROWS_PER_BLOCK = 64;

    private static final double SHARE_OF_COUNTING = 0.25;

    private final boolean[] receives;
    private final RowGenerator rows;
    private RowFiller.Space space;
    private int segmentWords = SEGMENT_WORDS;

    /**
     * Makes a builder. Total delays are the own delays unless {@link #throughSpace} says otherwise.
     *
     * @param receives which neurons may be targets; every neuron may be a source; not copied
     * @param rows makes the synapses
     */
    public CompactBuilder(boolean[] receives, RowGenerator rows) {
        this.receives = receives;
        this.rows = rows;
    }

    /**
     * Adds the conduction time, distance / speed, to every delay.
     *
     * @param position coordinates of all neurons, neuron by neuron, mm; not copied
     * @param dimensions number of dimensions
     * @param speed conduction speed, mm/ms
     */
    public CompactBuilder throughSpace(double[] position, int dimensions, double speed) {
        if (position.length != (long) receives.length * dimensions) {
            throw new IllegalArgumentException(position.length + " coordinates for " + receives.length + " neurons in "
                    + dimensions + " dimensions");
        }
        space = new RowFiller.Space(position, dimensions, speed);
        return this;
    }

    /** Sets how many ints an array holds unless a single row needs more. */
    CompactBuilder segmentWords(int number) {
        segmentWords = number;
        return this;
    }

    /**
     * Builds the tables.
     *
     * @throws IllegalArgumentException if a synapse has a number outside its range; the message names the
     *     source and the value
     * @throws IllegalStateException if the generator gives different rows for one source
     */
    public SynapseParts build(BuildOptions options) {
        int sources = receives.length;
        int[] count = new int[sources];
        int[] digest = new int[sources];
        int[] incoming = count(count, digest, options, options.progress().stage(0, SHARE_OF_COUNTING));
        NeuronRange[] targets = options.parts() == 1
                ? new NeuronRange[] {new NeuronRange(0, sources)}
                : NeuronRange.balanced(incoming, options.parts());
        int[][] bounds = new int[targets.length + 1][sources];
        int[][] words = allocate(count, bounds[0]);
        Blocks.run(
                sources,
                ROWS_PER_BLOCK,
                options.threads(),
                options.progress().stage(SHARE_OF_COUNTING, 1),
                () -> fillTask(targets, count, digest, words, bounds));
        Synapses[] parts = new Synapses[targets.length];
        Arrays.setAll(parts, p -> new CompactSynapses(words, bounds[p], bounds[p + 1]));
        return new SynapseParts(targets, parts);
    }

    /** Counts each row; returns how many synapses each neuron receives if there are several parts. */
    private int[] count(int[] count, int[] digest, BuildOptions options, Progress progress) {
        boolean countIncoming = options.parts() > 1;
        List<RowCounter> counters = new ArrayList<>();
        Blocks.run(receives.length, ROWS_PER_BLOCK, options.threads(), progress, () -> {
            RowCounter counter = new RowCounter(receives, countIncoming);
            synchronized (counters) {
                counters.add(counter);
            }
            return (first, end) -> {
                for (int n = first; n < end; n++) {
                    counter.fill(rows, n);
                    if (counter.count() > LONGEST_ROW) {
                        throw counter.error(counter.count() + " synapses, must be at most " + LONGEST_ROW);
                    }
                    count[n] = counter.count();
                    digest[n] = counter.digest();
                }
            };
        });
        int[] incoming = new int[countIncoming ? receives.length : 0];
        counters.forEach(counter -> counter.addIncomingTo(incoming));
        return incoming;
    }

    private Blocks.Task fillTask(NeuronRange[] targets, int[] count, int[] digest, int[][] words, int[][] bounds) {
        RowFiller filler = new RowFiller(receives, space, targets);
        return (first, end) -> {
            for (int n = first; n < end; n++) {
                filler.fill(rows, n);
                if (filler.count() != count[n] || filler.digest() != digest[n]) {
                    throw new IllegalStateException("row of source " + n + " had " + count[n]
                            + " synapses when first asked for and other ones, " + filler.count()
                            + ", when asked again; a generator must give the same row each time");
                }
                filler.write(words[n], bounds);
            }
        };
    }

    /**
     * Makes the arrays, each for as many neighbouring rows as it has room for.
     *
     * @param count synapses of each row
     * @param start first slot of each row. Modified.
     * @return array of each row
     */
    private int[][] allocate(int[] count, int[] start) {
        int[][] words = new int[count.length][];
        int capacity = segmentWords / CompactSynapses.WORDS;
        int first = 0;
        while (first < count.length) {
            int end = first;
            int slots = 0;
            do {
                start[end] = slots;
                slots += count[end];
                end++;
            } while (end < count.length && slots + (long) count[end] <= capacity);
            Arrays.fill(words, first, end, new int[CompactSynapses.WORDS * slots]);
            first = end;
        }
        return words;
    }
}
