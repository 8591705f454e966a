package io.github.lightcone.learning.regularise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;

/**
 * The weights a penalty counts and how much.
 *
 * @param strength at least 0
 * @param projections names such as {@code input->hidden}; all projections if empty
 */
record SelectedWeights(double strength, List<String> projections) {

    SelectedWeights {
        ParameterCheck.nonNegative("strength", strength);
        projections = List.copyOf(projections);
    }

    /**
     * Returns the projections of a network that are counted.
     *
     * @throws IllegalArgumentException if a name is none of the network, naming those that are
     */
    List<Projection> of(Network network) {
        List<String> known =
                network.projections().stream().map(Projection::name).toList();
        for (String name : projections) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no projection '" + name + "' to penalise; there are " + known);
            }
        }
        return network.projections().stream()
                .filter(projection -> projections.isEmpty() || projections.contains(projection.name()))
                .toList();
    }
}
