package io.github.lightcone.connectivity;

/**
 * Consecutive neurons.
 *
 * @param first number of the first
 * @param end one past the number of the last
 */
public record NeuronRange(int first, int end) {

    /** Checks the ends. */
    public NeuronRange {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException("neurons from " + first + " to " + end + ", exclusive, are no range");
        }
    }

    /** Returns the number of neurons. */
    public int size() {
        return end - first;
    }

    /** Returns whether a neuron is one of them. */
    public boolean contains(int neuron) {
        return neuron >= first && neuron < end;
    }

    /**
     * Cuts all neurons into ranges that have about the same number of incoming synapses. Each neuron counts
     * as one synapse more, since neurons without synapses cost something too. There may be empty ranges.
     *
     * @param incoming number of incoming synapses of each neuron
     * @param count number of ranges, at least 1
     */
    public static NeuronRange[] balanced(int[] incoming, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("parts = " + count + ", must be at least 1");
        }
        long total = incoming.length;
        for (int synapses : incoming) {
            total += synapses;
        }
        NeuronRange[] ranges = new NeuronRange[count];
        int end = 0;
        long before = 0;
        for (int k = 0; k < count; k++) {
            int first = end;
            double share = (double) total * (k + 1) / count;
            // A neuron belongs to the range that holds its middle.
            while (end < incoming.length && (k + 1 == count || before + 0.5 * (incoming[end] + 1L) <= share)) {
                before += incoming[end] + 1L;
                end++;
            }
            ranges[k] = new NeuronRange(first, end);
        }
        return ranges;
    }
}
