package io.github.lightcone.structure.analysis;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.function.ClusterAgreement;
import io.github.lightcone.structure.function.FunctionalClusters;
import io.github.lightcone.structure.function.Normalisation;
import io.github.lightcone.structure.function.PermutationTest;
import java.util.Arrays;
import java.util.Optional;

/** Neurons clustered by what they do, beside communities and clusters in space. */
final class FunctionalClusterFigures {

    private static final int MOST_CLUSTERS = 10;
    private static final int RESTARTS = 10;
    private static final String CLUSTERS = "functional clusters";

    private final Work work;
    private final NeuronFunction function;

    private FunctionalClusterFigures(Work work, NeuronFunction function) {
        this.work = work;
        this.function = function;
    }

    static void add(Work work, NeuronFunction function, Partition communities) {
        new FunctionalClusterFigures(work, function).add(communities);
    }

    private void add(Partition communities) {
        int[] active = function.active;
        double[][] means = NeuronFunction.rows(function.means, active);
        int distinct =
                (int) Arrays.stream(means).map(Arrays::toString).distinct().count();
        double silhouettes = (double) active.length
                * active.length
                * function.responses.classNames().size();
        if (distinct < 3) {
            work.add(Figure.missing(
                    CLUSTERS, distinct + " neurons that spike respond to classes differently, must be at least 3"));
            return;
        }
        if (!work.settings.limits().allows(MOST_CLUSTERS * silhouettes)) {
            work.add(Figure.missing(CLUSTERS, "left out to save time: too many neurons"));
            return;
        }
        int most = Math.min(MOST_CLUSTERS, distinct - 1);
        long seed = work.settings.seed();
        FunctionalClusters clusters = FunctionalClusters.of(
                means, Normalisation.STANDARDISED, 2, most, RESTARTS, seed, work.progress.stage(0, 0.5));
        int[] cluster = new int[function.responses.neurons()];
        Arrays.fill(cluster, -1);
        for (int k = 0; k < active.length; k++) {
            cluster[active[k]] = clusters.partition().community(k);
        }
        function.table.wholes("functionalCluster", n -> cluster[n]);
        work.add(Figure.of(
                CLUSTERS,
                clusters.k(),
                "k-means++ on standardised mean spike counts of classes, " + active.length
                        + " neurons that spike, k from 2 to " + most + " by silhouette, " + RESTARTS
                        + " restarts, seed " + seed));
        work.add(Figure.of("silhouette", clusters.silhouette(), "mean over neurons, Euclidean"));
        work.nullModel("neurons dealt to the second clusters anew, " + work.draws(work.settings.nulls()));
        agreement("communities", clusters.partition(), function.communities(communities, active), stage(0.5, 0.7));
        space(clusters, active);
    }

    private Progress stage(double from, double to) {
        return work.progress.stage(from, to);
    }

    private void space(FunctionalClusters clusters, int[] active) {
        String name = "adjusted Rand with clusters in space";
        Optional<Positions> nodes = work.analysed.positions();
        if (nodes.isEmpty() || !function.responses.isSpatial()) {
            work.add(Figure.missing(name, "needs space: positions are absent, or play no part in this network"));
            return;
        }
        try {
            FunctionalClusters inSpace = FunctionalClusters.inSpace(
                    function.positions(nodes.get(), active),
                    clusters.k(),
                    clusters.k(),
                    RESTARTS,
                    work.settings.seed(),
                    stage(0.7, 0.8));
            agreement("clusters in space", clusters.partition(), inSpace.partition(), stage(0.8, 1));
        } catch (IllegalArgumentException refused) {
            work.add(Figure.missing(name, refused.getMessage()));
        }
    }

    private void agreement(String with, Partition clusters, Partition others, Progress progress) {
        int draws = work.affordableNulls(50.0 * clusters.nodeCount());
        ClusterAgreement agreement = ClusterAgreement.of(clusters, others, draws, work.settings.seed(), progress);
        String conventions = "with " + others.count() + " " + with;
        add("adjusted Rand with " + with, agreement.adjustedRand(), conventions + ", 0 on average by chance", draws);
        add(
                "NMI with " + with,
                agreement.normalisedMutualInformation(),
                conventions + ", over the arithmetic mean of entropies, above 0 by chance",
                draws);
    }

    private void add(String name, PermutationTest test, String conventions, int draws) {
        Figure figure = Figure.of(name, test.observed(), conventions).withNote(work.fewer(draws, ""));
        work.add(draws > 0 ? figure.withNullTest(test.test()) : figure);
    }
}
