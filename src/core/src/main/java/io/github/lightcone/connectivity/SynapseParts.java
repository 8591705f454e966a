package io.github.lightcone.connectivity;

import java.util.Arrays;

/**
 * The synapses of a network, split by target: each part holds those that act on a range of neurons, for a
 * thread that looks after these neurons. Every part has rows for all sources. Parts keep the order within
 * rows, and together they hold every synapse exactly once.
 */
public final class SynapseParts {

    private final NeuronRange[] targets;
    private final Synapses[] parts;

    SynapseParts(NeuronRange[] targets, Synapses[] parts) {
        this.targets = targets;
        this.parts = parts;
    }

    /**
     * Splits a table. One part is the table itself; several have arrays of their own, which do not follow
     * later updates of the table.
     *
     * @param neurons number of neurons
     * @param count number of parts, at least 1
     */
    public static SynapseParts of(SynapseTable table, int neurons, int count) {
        if (count == 1) {
            return new SynapseParts(new NeuronRange[] {new NeuronRange(0, neurons)}, new Synapses[] {table});
        }
        int[] incoming = new int[neurons];
        for (int target : table.target()) {
            incoming[target]++;
        }
        NeuronRange[] targets = NeuronRange.balanced(incoming, count);
        Synapses[] parts = new Synapses[count];
        Arrays.setAll(parts, k -> table.part(targets[k]));
        return new SynapseParts(targets, parts);
    }

    /** Returns the number of parts. */
    public int count() {
        return parts.length;
    }

    /** Returns the neurons that a part's synapses act on. */
    public NeuronRange targets(int part) {
        return targets[part];
    }

    /** Returns the synapses of a part. */
    public Synapses part(int part) {
        return parts[part];
    }

    /** Returns the number of synapses of all parts. */
    public long size() {
        long size = 0;
        for (Synapses part : parts) {
            size += part.size();
        }
        return size;
    }

    /** Returns the longest delay, ms; 0 without synapses. Looks at the ends of all rows. */
    public double longestDelay() {
        double longest = 0;
        for (Synapses part : parts) {
            for (int n = 0; n < part.sourceCount(); n++) {
                int end = part.rowEnd(n);
                if (end > part.rowStart(n)) {
                    longest = Math.max(longest, part.delay(n, end - 1));
                }
            }
        }
        return longest;
    }

    /**
     * Returns the mean time between neighbouring arrivals of one spike, wherever they arrive, ms; 0 if no
     * neuron has two synapses. Looks at the ends of all rows.
     */
    public double meanGap() {
        double spread = 0;
        long gaps = 0;
        for (int n = 0; n < parts[0].sourceCount(); n++) {
            double first = Double.POSITIVE_INFINITY;
            double last = Double.NEGATIVE_INFINITY;
            long arrivals = 0;
            for (Synapses part : parts) {
                int start = part.rowStart(n);
                int end = part.rowEnd(n);
                if (end > start) {
                    first = Math.min(first, part.delay(n, start));
                    last = Math.max(last, part.delay(n, end - 1));
                    arrivals += end - start;
                }
            }
            if (arrivals > 1) {
                spread += last - first;
                gaps += arrivals - 1;
            }
        }
        return gaps == 0 ? 0 : spread / gaps;
    }
}
