package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * How far connections reach: Euclidean distances (mm) and delays (ms). An undirected edge counts once. Self-loops, which
 * reach nowhere, are left out; weights play no part.
 */
public final class ConnectionLengths {

    private ConnectionLengths() {}

    /**
     * Returns the distribution of the lengths of all connections, mm.
     *
     * @throws IllegalArgumentException unless there is one position per node
     */
    public static ValueDistribution distribution(Graph graph, Positions positions) {
        double[] all = ofSlots(graph, positions);
        double[] kept = new double[all.length];
        int count = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int m = graph.target(slot);
                if (m > n || (m < n && graph.isDirected())) {
                    kept[count++] = all[slot];
                }
            }
        }
        return ValueDistribution.of(Arrays.copyOf(kept, count));
    }

    /**
     * Returns the distribution of the conduction times of all connections, ms: length over speed.
     *
     * @param speed conduction speed, mm/ms, above 0
     */
    public static ValueDistribution conductionTimes(Graph graph, Positions positions, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed = " + speed + " mm/ms, must be above 0");
        }
        double[] lengths = distribution(graph, positions).sorted();
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] /= speed;
        }
        return ValueDistribution.of(lengths);
    }

    /**
     * Returns the distribution of the total delays of the synapses of a network, ms, one by one: parallel synapses,
     * those of weight 0 and those from a neuron to itself included.
     *
     * @throws IllegalArgumentException if there are more than an array holds
     */
    public static ValueDistribution delays(Synapses synapses) {
        if (synapses.size() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    synapses.size() + " synapses, must be at most " + (Integer.MAX_VALUE - 8));
        }
        double[] delay = new double[(int) synapses.size()];
        int count = 0;
        for (int source = 0; source < synapses.sourceCount(); source++) {
            for (int slot = synapses.rowStart(source); slot < synapses.rowEnd(source); slot++) {
                delay[count++] = synapses.delay(source, slot);
            }
        }
        return ValueDistribution.of(delay);
    }

    /** Returns the length of every slot, mm. */
    static double[] ofSlots(Graph graph, Positions positions) {
        Requirement.positions(graph, positions);
        double[] position = positions.toArray();
        double[] length = new double[graph.slotCount()];
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                length[slot] = ConductionDelay.distance(position, positions.dimensions(), n, graph.target(slot));
            }
        }
        return length;
    }
}
