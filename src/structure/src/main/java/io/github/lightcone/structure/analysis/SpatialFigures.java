package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.community.SpatialModules;

/** Whether communities are compact in space. */
final class SpatialFigures {

    private static final String DISTANCE = "distance within communities";

    private SpatialFigures() {}

    static void add(Work work, Partition partition) {
        String missing = work.analysed.positions().isEmpty()
                ? "the nodes have no positions"
                : work.settings.nulls() == 0
                        ? "needs null draws"
                        : work.graph.hasNegativeWeights()
                                ? "the graph has negative weights; pass graph.absolute()"
                                : "";
        if (!missing.isEmpty()) {
            work.add(Figure.missing(DISTANCE, missing));
            return;
        }
        int shuffles = work.affordableNulls(10 * pairs(partition));
        SpatialModules modules = SpatialModules.of(
                work.graph,
                work.analysed.positions().get(),
                partition,
                shuffles,
                work.settings.seed(),
                (finished, all) -> {
                    work.progress.done((double) finished / all);
                    return true;
                });
        work.nullModel("positions shuffled" + work.fewer(shuffles));
        work.add(Figure.of(DISTANCE, modules.withinDistance(), "mm, mean over pairs of nodes of one community"));
        work.add(
                Figure.of("distance of all pairs", modules.expectedDistance(), "mm, mean: that of shuffled positions"));
        work.add(Figure.of("ratio of the two", modules.ratio(), "below 1: communities are compact"));
        work.add(Figure.of("z of the distance", modules.z(), shuffles + " shuffles, seed " + modules.seed()));
        work.add(Figure.of("p of the distance", modules.pValue(), "one-sided, " + shuffles + " shuffles"));
        work.add(Figure.of("edges within communities", modules.edgeShare(), "share by number, no self-loops"));
        work.add(Figure.of("weight within communities", modules.weightShare(), "share by weight, no self-loops"));
    }

    private static double pairs(Partition partition) {
        double pairs = 0;
        for (int size : partition.sizes()) {
            pairs += 0.5 * size * (size - 1);
        }
        return pairs;
    }
}
