package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.community.CommunityResult;
import io.github.lightcone.structure.community.ModuleRoles;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of a graph.
 *
 * @param graph the graph
 * @param settings what was asked for
 * @param groups the figures, group by group
 * @param communities the communities, if any group asked for needs them
 * @param roles the roles of nodes in them, likewise; none where weights are negative
 * @param neurons figures of single neurons, if responses are known and a group asked for needs them
 */
public record StructureReport(
        AnalysedGraph graph,
        AnalysisSettings settings,
        List<FigureGroup> groups,
        Optional<CommunityResult> communities,
        Optional<ModuleRoles> roles,
        Optional<NeuronTable> neurons) {

    /** Copies the list. */
    public StructureReport {
        groups = List.copyOf(groups);
    }

    /**
     * Returns the figures of a group.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public FigureGroup group(MeasureGroup group) {
        return groups.stream()
                .filter(figures -> figures.group() == group)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group '" + group.key() + "' was not asked for"));
    }

    @Override
    public String toString() {
        return "report on a " + graph.graph() + " in " + groups.size() + " groups";
    }
}
