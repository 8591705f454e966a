package io.github.lightcone.connectivity;

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

    /** For updates on one thread, which are frequent and allocate nothing but when this grows. */
    private final RowSort sort = new RowSort();

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
        for (int first = 0; first < sourceCount(); first += ROWS_PER_BLOCK) {
            int end = Math.min(sourceCount(), first + ROWS_PER_BLOCK);
            updateRows(first, end, weightOfSynapse, delayOfSynapse, sort);
        }
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
            heapSort(start, end, delayOfSynapse);
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

    /** Sorts a row in place, in time n log n however its delays lie. */
    private void heapSort(int start, int end, double[] delayOfSynapse) {
        int size = end - start;
        for (int k = size / 2 - 1; k >= 0; k--) {
            sink(start, k, size, delayOfSynapse);
        }
        for (int last = size - 1; last > 0; last--) {
            int largest = synapse[start];
            synapse[start] = synapse[start + last];
            synapse[start + last] = largest;
            sink(start, 0, last, delayOfSynapse);
        }
    }

    /** Moves the synapse in a place of a heap down until none below it is larger. */
    private void sink(int start, int place, int size, double[] delayOfSynapse) {
        int moving = synapse[start + place];
        int hole = place;
        for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && compare(synapse[start + child + 1], synapse[start + child], delayOfSynapse) > 0) {
                child++;
            }
            if (compare(synapse[start + child], moving, delayOfSynapse) <= 0) {
                break;
            }
            synapse[start + hole] = synapse[start + child];
            hole = child;
        }
        synapse[start + hole] = moving;
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
