package io.github.lightcone.structure.analysis;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.measure.ArcLengths;
import io.github.lightcone.structure.measure.LocalEfficiency;
import io.github.lightcone.structure.measure.PathLengths;
import io.github.lightcone.structure.measure.Sources;

/** How far it is from node to node, in hops and along strong connections. */
final class PathFigures {

    private PathFigures() {}

    static void add(Work work) {
        Sources sources = work.sources();
        add(work, "", PathLengths.of(work.graph, ArcLengths.hops(), sources, Progress.none()), true);
        addLocal(work, "", ArcLengths.hops(), sources);
        if (!work.isBinary()) {
            ArcLengths lengths = ArcLengths.inverseWeights(work.graph);
            add(work, "weighted ", PathLengths.of(work.graph, lengths, sources, Progress.none()), false);
            addLocal(work, "weighted ", lengths, sources);
        }
        work.testAgainstRewired(operations(work));
    }

    /** Returns about how many steps the two tested figures of a null graph take: 64 sources at a time. */
    static double operations(Work work) {
        int nodes = work.graph.nodeCount();
        SamplingLimits limits = work.settings.limits();
        double sources = nodes <= limits.exactNodes() ? nodes : Math.min(nodes, limits.sampledNodes());
        return 0.2 * sources * work.graph.slotCount();
    }

    private static void add(Work work, String prefix, PathLengths paths, boolean tested) {
        String conventions = paths.conventions();
        work.add(Figure.of(
                prefix + "characteristic path length",
                paths.characteristic(),
                conventions + ", mean over connected ordered pairs"));
        if (tested) {
            work.testLast(drawn -> PathLengths.of(drawn, ArcLengths.hops(), work.sources(), Progress.none())
                    .characteristic()
                    .value());
        }
        work.add(Figure.of(
                prefix + "global efficiency",
                paths.globalEfficiency(),
                conventions + ", pairs without a path count 0"));
        if (tested) {
            work.testLast(drawn -> PathLengths.of(drawn, ArcLengths.hops(), work.sources(), Progress.none())
                    .globalEfficiency()
                    .value());
        }
        boolean exact = paths.characteristic().isExact();
        work.add(Figure.of(prefix + "diameter", paths.diameter(), conventions + ", over connected pairs")
                .withNote(exact ? "" : "of paths from sampled nodes: at least this"));
        if (tested) {
            work.add(Figure.of("connected pairs", paths.connectedShare(), conventions + ", share of ordered pairs"));
        }
    }

    private static void addLocal(Work work, String prefix, ArcLengths lengths, Sources sources) {
        LocalEfficiency local = LocalEfficiency.of(work.graph, lengths, sources, Progress.none());
        work.add(Figure.of(
                prefix + "local efficiency",
                local.efficiency(),
                local.conventions() + ", mean over nodes, fewer than two neighbours count 0"));
    }
}
