package io.github.lightcone.learning.regularise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;

/** The weights a penalty counts and how much. May be shared by threads. */
final class SelectedWeights {

    private final double strength;
    private final List<String> names;

    /** What was found in the last network, which is nearly always the next one too; never changed, but replaced. */
    private volatile Selection last = new Selection(null, new Projection[0]);

    /**
     * Selects weights.
     *
     * @param strength at least 0
     * @param projections names such as {@code input->hidden}; all projections if empty
     */
    SelectedWeights(double strength, List<String> projections) {
        ParameterCheck.nonNegative("strength", strength);
        this.strength = strength;
        names = List.copyOf(projections);
    }

    double strength() {
        return strength;
    }

    /**
     * Returns the projections of a network that are counted; not a copy.
     *
     * @throws IllegalArgumentException if a name is none of the network, naming those that are
     */
    Projection[] of(Network network) {
        Selection selection = last;
        if (selection.network != network) {
            selection = new Selection(network, find(network));
            last = selection;
        }
        return selection.projections;
    }

    private Projection[] find(Network network) {
        List<String> known =
                network.projections().stream().map(Projection::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no projection '" + name + "' to penalise; there are " + known);
            }
        }
        return network.projections().stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toArray(Projection[]::new);
    }

    /** What is counted in one network. */
    private static final class Selection {

        private final Network network;
        private final Projection[] projections;

        Selection(Network network, Projection[] projections) {
            this.network = network;
            this.projections = projections;
        }
    }
}
