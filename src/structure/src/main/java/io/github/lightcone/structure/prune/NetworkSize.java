package io.github.lightcone.structure.prune;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import java.util.BitSet;

/**
 * What a network consists of when synapses of weight exactly 0 do not count.
 *
 * @param neurons number of neurons, spike sources included
 * @param unconnected neurons that no connection leaves or reaches
 * @param synapses number of synapses, those of weight 0 included
 * @param connections synapses of another weight: as many weights
 * @param delays own delays of connections that are not 0
 * @param coordinates coordinates of the neurons at the ends of connections whose delay follows from positions
 */
public record NetworkSize(int neurons, int unconnected, int synapses, int connections, int delays, int coordinates) {

    /** Counts, in time proportional to the number of synapses and neurons. */
    public static NetworkSize of(Network network) {
        Parameters parameters = network.parameters();
        BitSet connected = new BitSet();
        BitSet placed = new BitSet();
        int connections = 0;
        int delays = 0;
        for (Projection projection : network.projections()) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                if (parameters.weight()[s] != 0) {
                    connections++;
                    delays += parameters.delay()[s] != 0 ? 1 : 0;
                    connected.set(network.source(s));
                    connected.set(network.target(s));
                    if (projection.spatial()) {
                        placed.set(network.source(s));
                        placed.set(network.target(s));
                    }
                }
            }
        }
        return new NetworkSize(
                network.neuronCount(),
                network.neuronCount() - connected.cardinality(),
                network.synapseCount(),
                connections,
                delays,
                placed.cardinality() * network.dimensions());
    }

    /** Returns the share of synapses that are connections; 1 for a network without synapses. */
    public double density() {
        return synapses == 0 ? 1 : (double) connections / synapses;
    }

    /** Returns the number of weights, delays and coordinates together. */
    public int parameters() {
        return connections + delays + coordinates;
    }

    @Override
    public String toString() {
        return connections + " of " + synapses + " synapses, " + parameters() + " parameters (" + connections
                + " weights, " + delays + " delays, " + coordinates + " coordinates), " + unconnected + " of " + neurons
                + " neurons unconnected";
    }
}
