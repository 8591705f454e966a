package io.github.lightcone.connectivity;

/** Counts the synapses of rows, and those that each neuron receives. */
final class RowCounter extends CheckedRow {

    private final int[] incoming;
    private int count;
    private int digest;

    /**
     * Makes a counter.
     *
     * @param receives which neurons may be targets
     * @param countIncoming whether to count what each neuron receives
     */
    RowCounter(boolean[] receives, boolean countIncoming) {
        super(receives);
        incoming = new int[countIncoming ? receives.length : 0];
    }

    @Override
    void clear() {
        count = 0;
        digest = 0;
    }

    @Override
    public void add(int target, double weight, double ownDelay) {
        check(target, weight, ownDelay);
        if (count == Integer.MAX_VALUE) {
            throw error("more than " + Integer.MAX_VALUE + " synapses");
        }
        count++;
        digest = digest(digest, target, weight, ownDelay);
        if (incoming.length > 0) {
            incoming[target]++;
        }
    }

    /** Returns a number that almost surely tells different rows apart, built synapse by synapse. */
    static int digest(int former, int target, double weight, double ownDelay) {
        int weightBits = Float.floatToRawIntBits((float) weight);
        int delayBits = Float.floatToRawIntBits((float) ownDelay);
        return 31 * former + (target ^ weightBits ^ Integer.rotateLeft(delayBits, 16));
    }

    int count() {
        return count;
    }

    int digest() {
        return digest;
    }

    /** Adds what each neuron receives to the sum over all counters. */
    void addIncomingTo(int[] sum) {
        for (int n = 0; n < incoming.length; n++) {
            sum[n] += incoming[n];
        }
    }
}
