package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.RowBuffer;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;

/** Rows of a network that describes its synapses one by one, in the order of their numbers. */
final class ExplicitRows implements RowGenerator {

    private final int[] target;
    private final double[] weight;
    private final double[] totalDelay;
    private final int[] rowStart;
    private final int[] synapse;

    private ExplicitRows(Network network) {
        int size = network.synapseCount();
        Parameters parameters = network.parameters();
        weight = parameters.weight();
        totalDelay = parameters.delay();
        for (Projection projection : network.projections()) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                totalDelay[s] = CompiledNetwork.delay(network, parameters, projection.spatial(), s);
            }
        }
        target = new int[size];
        rowStart = new int[network.neuronCount() + 1];
        for (int s = 0; s < size; s++) {
            target[s] = network.target(s);
            rowStart[network.source(s) + 1]++;
        }
        for (int n = 0; n < network.neuronCount(); n++) {
            rowStart[n + 1] += rowStart[n];
        }
        synapse = new int[size];
        int[] next = rowStart.clone();
        for (int s = 0; s < size; s++) {
            synapse[next[network.source(s)]++] = s;
        }
    }

    /** Returns the rows of a network, with total delays in place of own delays. */
    static RowGenerator of(Network network) {
        return new ExplicitRows(network);
    }

    @Override
    public void row(int source, RowBuffer row) {
        for (int k = rowStart[source]; k < rowStart[source + 1]; k++) {
            int s = synapse[k];
            row.add(target[s], weight[s], totalDelay[s]);
        }
    }
}
