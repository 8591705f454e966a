package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.community.CommunityDetection;
import io.github.lightcone.structure.community.CommunityResult;
import io.github.lightcone.structure.community.Modularity;
import io.github.lightcone.structure.community.NegativeWeights;
import io.github.lightcone.structure.community.SpectralCheck;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/** Communities by Leiden, with restarts, and their modularity against random graphs of the same degrees. */
final class CommunityFigures {

    /** Steps along an arc that one restart takes, in all its rounds and levels. */
    private static final double ROUNDS = 400;

    private CommunityFigures() {}

    static CommunityResult detect(Work work) {
        int restarts = work.settings.limits().affordable(work.settings.restarts(), operations(work.graph));
        return detection(work)
                .withRestarts(restarts)
                .withThreads(work.settings.threads())
                .detect(work.graph, (finished, all) -> {
                    work.progress.done(0.5 * finished / all);
                    return true;
                });
    }

    private static CommunityDetection detection(Work work) {
        NegativeWeights signs = work.graph.hasNegativeWeights() ? NegativeWeights.GOMEZ : NegativeWeights.REFUSED;
        return CommunityDetection.leiden()
                .withModularity(new Modularity(work.settings.resolution(), signs))
                .withSeed(work.settings.seed());
    }

    private static double operations(Graph graph) {
        double square = graph.hasNegativeWeights() ? (double) graph.nodeCount() * graph.nodeCount() : 0;
        return ROUNDS * graph.slotCount() + square;
    }

    static void add(Work work, CommunityResult found) {
        if (work.graph.edgeCount() == 0) {
            work.add(Figure.missing("modularity", "the graph has no edges"));
            return;
        }
        int restarts = found.restartModularities().size();
        String conventions = found.conventions() + "; Leiden, seed " + work.settings.seed();
        double[] values =
                found.restartModularities().stream().mapToDouble(q -> q).toArray();
        String fewer = restarts < work.settings.restarts()
                ? restarts + " restarts instead of " + work.settings.restarts() + " to save time"
                : "";
        work.add(Figure.of("modularity", found.modularity(), conventions + ", best of " + restarts + " restarts")
                .withNote(fewer)
                .withSpread(Spread.of(values)));
        work.add(Figure.of("restarts that reach it", found.hits(), "within 1e-9, of " + restarts));
        work.add(Figure.of("modularity, median restart", found.median(), conventions + ", one restart per null graph"));
        CommunityDetection once = detection(work).withRestarts(1);
        work.testLast(drawn -> once.detect(drawn).modularity());
        work.add(Figure.of("communities", found.partition().count(), "nodes without connections are one each"));
        int[] sizes = found.partition().sizes();
        work.add(Figure.of("largest community", Arrays.stream(sizes).max().orElse(0), "nodes"));
        bound(work, found);
        work.testAgainstRewired(operations(work.simple));
    }

    private static void bound(Work work, CommunityResult found) {
        String name = "modularity, upper bound";
        if (!work.settings.limits().allows(SpectralCheck.operations(work.graph))) {
            work.add(Figure.missing(name, "left out to save time: too many nodes and edges for eigenvalues"));
            return;
        }
        work.add(name, () -> {
            SpectralCheck check = SpectralCheck.of(work.graph, detection(work).modularity());
            return Figure.of(name, check.upper(), "leading eigenvalue; often far above")
                    .withNote(check.agrees(found.modularity()) ? "" : "the search missed a better split");
        });
    }
}
