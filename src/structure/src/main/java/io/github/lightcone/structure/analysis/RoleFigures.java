package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.community.Links;
import io.github.lightcone.structure.community.ModuleRoles;
import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Optional;

/** What part nodes play in and between communities. */
final class RoleFigures {

    private static final String MEAN = "participation, mean";

    private RoleFigures() {}

    /** Returns the roles of all nodes; none if weights are negative. */
    static Optional<ModuleRoles> roles(Graph graph, Partition partition) {
        return graph.hasNegativeWeights()
                ? Optional.empty()
                : Optional.of(ModuleRoles.of(graph, partition, Links.BOTH));
    }

    static void add(Work work, Optional<ModuleRoles> roles) {
        if (roles.isEmpty()) {
            work.add(Figure.missing(MEAN, "the graph has negative weights; pass graph.absolute()"));
            return;
        }
        String conventions = work.isBinary() ? "binary, links both ways" : "weighted, links both ways";
        double[] participation = roles.get().participations();
        work.add(Figure.of(MEAN, Arrays.stream(participation).average().orElse(Double.NaN), conventions));
        work.add(Figure.of(
                "participation, largest", Arrays.stream(participation).max().orElse(Double.NaN), conventions));
        work.add(Figure.of(
                "within-module z, largest",
                Arrays.stream(roles.get().withinModuleZs()).max().orElse(Double.NaN),
                conventions));
    }
}
