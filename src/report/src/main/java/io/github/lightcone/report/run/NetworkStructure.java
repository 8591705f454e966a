package io.github.lightcone.report.run;

import io.github.lightcone.network.Network;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.analysis.AnalysedGraph;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.analysis.StructureAnalysis;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.graph.Graph;
import java.util.EnumSet;

/**
 * What a network became: its communities, and measures against null models. Weights count without their signs.
 *
 * @param report the measures
 * @param moduleOf community of each neuron, from 0
 * @param modules number of communities
 * @param modularity of these communities
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NetworkStructure(StructureReport report, int[] moduleOf, int modules, double modularity) {

    private static final EnumSet<MeasureGroup> GROUPS = EnumSet.of(
            MeasureGroup.SIZE,
            MeasureGroup.CLUSTERING,
            MeasureGroup.PATHS,
            MeasureGroup.COMMUNITIES,
            MeasureGroup.SPATIAL,
            MeasureGroup.SMALL_WORLD,
            MeasureGroup.WIRING);

    static NetworkStructure of(Network network, AnalysisSettings settings, AnalysisProgress progress) {
        AnalysedGraph graph = AnalysedGraph.of(
                Graph.of(network).absolute(),
                Positions.of(network.dimensions(), network.parameters().position()));
        StructureReport report = new StructureAnalysis(settings.withGroups(GROUPS)).of(graph, progress);
        return new NetworkStructure(
                report,
                report.communities().orElseThrow().partition().toArray(),
                report.communities().orElseThrow().partition().count(),
                report.communities().orElseThrow().modularity());
    }
}
