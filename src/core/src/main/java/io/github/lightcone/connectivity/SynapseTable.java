package io.github.lightcone.connectivity;

import com.carrotsearch.hppc.sorting.IndirectSort;

/**
 * Synapses as they are executed: compressed rows by source; within a row sorted by (delay, target,
 * synapse number). A place in the table is a slot.
 *
 * <p>{@link #update} takes new weights and delays and restores the order; it moves little where the
 * order changed little. Reading from several threads is safe while nobody updates.
 */
public final class SynapseTable {

    /** Moves per synapse after which insertion gives way to merge sort. */
    private static final int INSERTION_BUDGET = 16;

    private final int[] rowStart;
    private final int[] synapse;
    private final int[] target;
    private final double[] weight;
    private final double[] delay;
    private final int[] targetOfSynapse;

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

    /**
     * Takes new weights and total delays and restores the order of each row.
     *
     * @param weightOfSynapse weight by synapse number
     * @param delayOfSynapse total delay by synapse number, ms
     */
    public void update(double[] weightOfSynapse, double[] delayOfSynapse) {
        for (int n = 0; n + 1 < rowStart.length; n++) {
            sortRow(rowStart[n], rowStart[n + 1], delayOfSynapse);
        }
        for (int slot = 0; slot < synapse.length; slot++) {
            int s = synapse[slot];
            target[slot] = targetOfSynapse[s];
            weight[slot] = weightOfSynapse[s];
            delay[slot] = delayOfSynapse[s];
        }
    }

    private void sortRow(int start, int end, double[] delayOfSynapse) {
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
                mergeSortRow(start, end, delayOfSynapse);
                return;
            }
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

    /** Returns the number of synapses. */
    public int size() {
        return synapse.length;
    }

    /** Returns the number of sources. */
    public int sourceCount() {
        return rowStart.length - 1;
    }

    /** Returns the first slot of a source's row; the row ends where the next one starts. */
    public int rowStart(int source) {
        return rowStart[source];
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
