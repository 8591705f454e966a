package io.github.lightcone.learning.regularise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.network.ProjectionSelection;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;

/** The weights a penalty counts and how much. May be shared by threads. */
final class SelectedWeights {

    private final double strength;
    private final ProjectionSelection selection;

    /**
     * Selects weights.
     *
     * @param strength at least 0
     * @param projections names such as {@code input->hidden}; all projections if empty
     */
    SelectedWeights(double strength, List<String> projections) {
        ParameterCheck.nonNegative("strength", strength);
        this.strength = strength;
        selection = new ProjectionSelection(projections);
    }

    double strength() {
        return strength;
    }

    /** Returns the projections of a network that are counted, as {@link ProjectionSelection#of}. */
    Projection[] of(Network network) {
        return selection.of(network);
    }
}
