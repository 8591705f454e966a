package io.github.lightcone.network;

import java.util.List;

/** Some projections of a network by their names, or all. May be shared by threads. */
public final class ProjectionSelection {

    private final List<String> names;

    /** What was found in the last network, which is nearly always the next one too; never changed, but replaced. */
    private volatile Found last = new Found(null, new Projection[0]);

    /**
     * Selects projections.
     *
     * @param names such as {@code input->hidden}; all projections if empty
     */
    public ProjectionSelection(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Returns the selected projections of a network, in its order; not a copy.
     *
     * @throws IllegalArgumentException if a name is none of the network, naming those that are
     */
    public Projection[] of(Network network) {
        Found found = last;
        if (found.network != network) {
            found = new Found(network, find(network));
            last = found;
        }
        return found.projections;
    }

    private Projection[] find(Network network) {
        List<String> known =
                network.projections().stream().map(Projection::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no projection '" + name + "'; there are " + known);
            }
        }
        return network.projections().stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toArray(Projection[]::new);
    }

    /** What is selected of one network. */
    private static final class Found {

        private final Network network;
        private final Projection[] projections;

        Found(Network network, Projection[] projections) {
            this.network = network;
            this.projections = projections;
        }
    }
}
