package io.github.lightcone.connectivity;

import com.carrotsearch.hppc.sorting.IndirectSort;

/**
 * Synapses with weights and delays as doubles and with the numbers they have in the description: what
 * training needs. All rows lie in one set of arrays, so that a slot identifies a synapse.
 *
 * <p>{@link #update} takes new weights and delays and restores the order; it moves little where the
 * order changed little. Reading from several threads is safe while nobody updates.
 */
public final class SynapseTable implements Synapses {

    /** Moves per synapse after which insertion gives way to sorting anew. */
    private static final int INSERTION_BUDGET = 16;

    private static final int ROWS_PER_BLOCK = 64;

    private final int[] rowStart;
    private final int[] synapse;
    private final int[] target;
    private final double[] weight;
    private final double[] delay;
    private final int[] targetOfSynapse;

    /** Kept for updates of small tables, which are frequent. */
    private RowSort sort;

    /**
     * Makes a table; {@link #update} must be called before it is used.
     *
     * @param sourceCount number of sources
     * @param source source of each synapse
     * @param target target of each synapse; not copied
     */
    public SynapseTable(int sourceCount, int[] source, int[] target) {
        int size = source.length;
        rowStart = new int[sourceCount + 1];
        for (int from : source) {
            rowStart[from + 1]++;
        }
        for (int n = 0; n < sourceCount; n++) {
            rowStart[n + 1] += rowStart[n];
        }
        synapse = new int[size];
        int[] fill = rowStart.clone();
        for (int s = 0; s < size; s++) {
            synapse[fill[source[s]]++] = s;
        }
        this.target = new int[size];
        weight = new double[size];
        delay = new double[size];
        targetOfSynapse = target;
    }

    /** Makes a part of a table: the slots whose targets lie in a range. */
    private SynapseTable(SynapseTable whole, NeuronRange targets) {
        int size = 0;
        rowStart = new int[whole.rowStart.length];
        for (int n = 0; n < whole.sourceCount(); n++) {
            for (int slot = whole.rowStart(n); slot < whole.rowEnd(n); slot++) {
                size += targets.contains(whole.target[slot]) ? 1 : 0;
            }
            rowStart[n + 1] = size;
        }
        synapse = new int[size];
        target = new int[size];
        weight = new double[size];
        delay = new double[size];
        targetOfSynapse = whole.targetOfSynapse;
        int next = 0;
        for (int slot = 0; slot < whole.synapse.length; slot++) {
            if (targets.contains(whole.target[slot])) {
                synapse[next] = whole.synapse[slot];
                target[next] = whole.target[slot];
                weight[next] = whole.weight[slot];
                delay[next] = whole.delay[slot];
                next++;
            }
        }
    }

    /**
     * Returns the part of this table that acts on a range of neurons, in arrays of its own. Synapses keep
     * their numbers and their order, and {@link #update} takes the same arrays as that of the whole table.
     */
    public SynapseTable part(NeuronRange targets) {
        return new SynapseTable(this, targets);
    }

    /**
     * Takes new weights and total delays and restores the order of each row.
     *
     * @param weightOfSynapse weight by synapse number
     * @param delayOfSynapse total delay by synapse number, ms
     */
    public void update(double[] weightOfSynapse, double[] delayOfSynapse) {
        update(weightOfSynapse, delayOfSynapse, 1, Progress.none());
    }

    /**
     * Takes new weights and total delays and restores the order of each row, on several threads.
     *
     * @param weightOfSynapse weight by synapse number
     * @param delayOfSynapse total delay by synapse number, ms
     * @param threads number of threads, at least 1
     * @param progress is told how far it has come
     */
    public void update(double[] weightOfSynapse, double[] delayOfSynapse, int threads, Progress progress) {
        if (threads == 1 && sourceCount() <= ROWS_PER_BLOCK) {
            if (sort == null) {
                sort = new RowSort();
            }
            updateRows(0, sourceCount(), weightOfSynapse, delayOfSynapse, sort);
            progress.done(1);
            return;
        }
        Blocks.run(sourceCount(), ROWS_PER_BLOCK, threads, progress, () -> updateTask(weightOfSynapse, delayOfSynapse));
    }

    private Blocks.Task updateTask(double[] weightOfSynapse, double[] delayOfSynapse) {
        RowSort ofTask = new RowSort();
        return (first, end) -> updateRows(first, end, weightOfSynapse, delayOfSynapse, ofTask);
    }

    private void updateRows(int first, int end, double[] weightOfSynapse, double[] delayOfSynapse, RowSort rowSort) {
        for (int n = first; n < end; n++) {
            sortRow(rowStart[n], rowStart[n + 1], delayOfSynapse, rowSort);
        }
        for (int slot = rowStart[first]; slot < rowStart[end]; slot++) {
            int s = synapse[slot];
            target[slot] = targetOfSynapse[s];
            weight[slot] = weightOfSynapse[s];
            delay[slot] = delayOfSynapse[s];
        }
    }

    private void sortRow(int start, int end, double[] delayOfSynapse, RowSort rowSort) {
        if (insert(start, end, delayOfSynapse)) {
            return;
        }
        // Sorted by delays as floats nearly all are in place.
        sortByFloats(start, end, delayOfSynapse, rowSort);
        if (!insert(start, end, delayOfSynapse)) {
            mergeSortRow(start, end, delayOfSynapse);
        }
    }

    /** Sorts a row by insertion; returns false if it gave up because too much had to move. */
    private boolean insert(int start, int end, double[] delayOfSynapse) {
        long budget = (long) INSERTION_BUDGET * (end - start);
        for (int slot = start + 1; slot < end; slot++) {
            int moving = synapse[slot];
            int hole = slot;
            while (hole > start && compare(synapse[hole - 1], moving, delayOfSynapse) > 0) {
                synapse[hole] = synapse[hole - 1];
                hole--;
            }
            synapse[hole] = moving;
            budget -= slot - hole;
            if (budget < 0) {
                return false;
            }
        }
        return true;
    }

    private void sortByFloats(int start, int end, double[] delayOfSynapse, RowSort rowSort) {
        rowSort.reserve(end - start);
        for (int slot = start; slot < end; slot++) {
            int s = synapse[slot];
            rowSort.set(slot - start, Float.floatToRawIntBits((float) delayOfSynapse[s] + 0f), s);
        }
        rowSort.sort(end - start, targetOfSynapse);
        for (int slot = start; slot < end; slot++) {
            synapse[slot] = rowSort.number(slot - start);
        }
    }

    private void mergeSortRow(int start, int end, double[] delayOfSynapse) {
        int[] order =
                IndirectSort.mergesort(start, end - start, (i, j) -> compare(synapse[i], synapse[j], delayOfSynapse));
        for (int k = 0; k < order.length; k++) {
            order[k] = synapse[order[k]];
        }
        System.arraycopy(order, 0, synapse, start, order.length);
    }

    private int compare(int s, int t, double[] delayOfSynapse) {
        int byDelay = Double.compare(delayOfSynapse[s], delayOfSynapse[t]);
        if (byDelay != 0) {
            return byDelay;
        }
        int byTarget = Integer.compare(targetOfSynapse[s], targetOfSynapse[t]);
        return byTarget != 0 ? byTarget : Integer.compare(s, t);
    }

    @Override
    public long size() {
        return synapse.length;
    }

    @Override
    public int sourceCount() {
        return rowStart.length - 1;
    }

    /** Returns the first slot of a source's row; the row ends where the next one starts. */
    @Override
    public int rowStart(int source) {
        return rowStart[source];
    }

    @Override
    public int rowEnd(int source) {
        return rowStart[source + 1];
    }

    @Override
    public int target(int source, int slot) {
        return target[slot];
    }

    @Override
    public double weight(int source, int slot) {
        return weight[slot];
    }

    @Override
    public double delay(int source, int slot) {
        return delay[slot];
    }

    /** Returns the synapse number in each slot; not a copy. */
    public int[] synapse() {
        return synapse;
    }

    /** Returns the target in each slot; not a copy. */
    public int[] target() {
        return target;
    }

    /** Returns the weight in each slot; not a copy. */
    public double[] weight() {
        return weight;
    }

    /** Returns the total delay in each slot, ms; not a copy. */
    public double[] delay() {
        return delay;
    }
}
