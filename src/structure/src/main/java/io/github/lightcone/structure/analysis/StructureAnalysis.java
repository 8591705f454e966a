package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.community.CommunityResult;
import io.github.lightcone.structure.community.ModuleRoles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures a graph in every way asked for.
 *
 * <pre>{@code
 * StructureReport report = new StructureAnalysis(AnalysisSettings.usual().withSeed(7)).of(AnalysedGraph.of(graph));
 * double q = report.group(MeasureGroup.COMMUNITIES).figure("modularity").value();
 * }</pre>
 *
 * <p>A graph with negative weights is measured as it is: modularity takes them after Gomez, Jensen and Arenas (2009),
 * and measures that are not defined for them give NaN with the reason. Self-loops are left out by the measures that
 * take none, which then say so. The same seed gives the same bits, for any number of threads.
 *
 * @param settings what to measure
 */
public record StructureAnalysis(AnalysisSettings settings) {

    private static final Set<MeasureGroup> NEED_COMMUNITIES = EnumSet.of(
            MeasureGroup.COMMUNITIES, MeasureGroup.ROLES, MeasureGroup.SPATIAL, MeasureGroup.FUNCTIONAL_CLUSTERS);

    /** Measures a graph of which nothing else is known, without a listener. */
    public StructureReport of(AnalysedGraph graph) {
        return of(graph, AnalysisProgress.none());
    }

    /**
     * Measures a graph.
     *
     * @param progress is told which group is worked on and how far it is; what it throws ends the work
     */
    public StructureReport of(AnalysedGraph graph, AnalysisProgress progress) {
        List<FigureGroup> groups = new ArrayList<>();
        Optional<CommunityResult> communities = Optional.empty();
        Optional<ModuleRoles> roles = Optional.empty();
        Optional<NeuronFunction> function = settings.groups().stream().anyMatch(MeasureGroup::needsResponses)
                ? graph.responses().map(NeuronFunction::new)
                : Optional.empty();
        for (MeasureGroup group : MeasureGroup.values()) {
            if (NEED_COMMUNITIES.contains(group) && communities.isEmpty() && isAnyAsked(NEED_COMMUNITIES)) {
                communities = Optional.of(CommunityFigures.detect(new Work(graph, settings, group, progress)));
                roles = RoleFigures.roles(graph.graph(), communities.get().partition());
            }
            if (settings.groups().contains(group)) {
                Work work = new Work(graph, settings, group, progress);
                if (!group.needsResponses()) {
                    measure(group, work, communities, roles);
                } else if (function.isPresent()) {
                    measure(group, work, communities, function.get());
                } else {
                    work.add(Figure.missing(group.title(), "needs the responses of a trained run to its data"));
                }
                groups.add(work.finish());
            }
        }
        return new StructureReport(
                graph, settings, groups, communities, roles, function.map(known -> known.table.build()));
    }

    private boolean isAnyAsked(Set<MeasureGroup> some) {
        return settings.groups().stream().anyMatch(some::contains);
    }

    private static void measure(
            MeasureGroup group, Work work, Optional<CommunityResult> communities, Optional<ModuleRoles> roles) {
        switch (group) {
            case SIZE -> BasicFigures.size(work);
            case DEGREES -> BasicFigures.degrees(work);
            case CLUSTERING -> ClusteringFigures.add(work);
            case PATHS -> PathFigures.add(work);
            case COMMUNITIES -> CommunityFigures.add(work, communities.orElseThrow());
            case ROLES -> RoleFigures.add(work, roles);
            case SPATIAL -> SpatialFigures.add(work, communities.orElseThrow().partition());
            case SMALL_WORLD -> SmallWorldFigures.add(work);
            case RICH_CLUB -> RichClubFigures.add(work);
            case ASSORTATIVITY -> BasicFigures.assortativity(work);
            case ENTROPY -> EntropyFigures.add(work);
            case WIRING -> WiringFigures.add(work);
            default -> throw new IllegalArgumentException(group + " needs responses");
        }
    }

    private static void measure(
            MeasureGroup group, Work work, Optional<CommunityResult> communities, NeuronFunction function) {
        switch (group) {
            case SELECTIVITY -> SelectivityFigures.add(work, function);
            case TOPOGRAPHY -> TopographyFigures.add(work, function);
            case FUNCTIONAL_CLUSTERS ->
                FunctionalClusterFigures.add(
                        work, function, communities.orElseThrow().partition());
            default -> throw new IllegalArgumentException(group + " needs no responses");
        }
    }
}
