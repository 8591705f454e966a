package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Partition;
import java.util.Locale;

/**
 * Neurons clustered by what they do, or by where they are: k-means with seeds by k-means++ (Arthur and Vassilvitskii,
 * SODA 2007, 1027), the smallest inertia of several restarts.
 *
 * <pre>
 *     inertia       sum_n |x_n - mean of its cluster|^2
 *     silhouette    mean_n (b_n - a_n) / max(a_n, b_n)
 * </pre>
 *
 * a_n is the mean Euclidean distance of neuron n to the others of its cluster, b_n the smallest mean distance to another
 * cluster (Rousseeuw, J. Comput. Appl. Math. 20:53, 1987); a neuron alone in its cluster counts 0. Silhouette is NaN for a
 * single cluster. Distances are those of the normalised features.
 */
public final class FunctionalClusters {

    private final Partition partition;
    private final double inertia;
    private final double[] silhouettes;
    private final int from;
    private final int best;
    private final String conventions;

    private FunctionalClusters(
            Partition partition, double inertia, double[] silhouettes, int from, int best, String conventions) {
        this.partition = partition;
        this.inertia = inertia;
        this.silhouettes = silhouettes;
        this.from = from;
        this.best = best;
        this.conventions = conventions;
    }

    /**
     * Clusters neurons by their features into the number of clusters with the largest silhouette. Restarts take time in
     * proportion to neurons times features times k, silhouettes to the square of neurons times features.
     *
     * @param features one row per neuron, one column per feature
     * @param normalisation of the features
     * @param fewest smallest number of clusters, at least 1; at least 2 unless {@code most} is 1
     * @param most largest number of clusters; the same as {@code fewest} if k is given
     * @param restarts at least 1
     * @param seed restart number r has stream r of the seed
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if features are not finite or rows differ in length, numbers are out of range, or
     *     fewer neurons than {@code most} differ
     */
    public static FunctionalClusters of(
            double[][] features,
            Normalisation normalisation,
            int fewest,
            int most,
            int restarts,
            long seed,
            Progress progress) {
        if (Features.columns(features) == 0) {
            throw new IllegalArgumentException("0 features, must be at least 1");
        }
        String name = "features (" + normalisation + ")";
        return cluster(normalisation.apply(features), name, fewest, most, restarts, seed, progress);
    }

    /** Clusters neurons by their positions, mm as they are; otherwise the same. */
    public static FunctionalClusters inSpace(
            Positions positions, int fewest, int most, int restarts, long seed, Progress progress) {
        return cluster(Features.rows(positions), "positions", fewest, most, restarts, seed, progress);
    }

    private static FunctionalClusters cluster(
            double[][] rows, String name, int fewest, int most, int restarts, long seed, Progress progress) {
        check(rows, fewest, most, restarts);
        double[] silhouettes = new double[most - fewest + 1];
        Partition chosen = null;
        int best = 0;
        for (int i = 0; i < silhouettes.length; i++) {
            Partition partition = KMeans.best(rows, fewest + i, restarts, seed);
            silhouettes[i] = KMeans.silhouette(rows, partition);
            if (chosen == null || silhouettes[i] > silhouettes[best]) {
                chosen = partition;
                best = i;
            }
            progress.done((i + 1.0) / silhouettes.length);
        }
        String choice = silhouettes.length == 1 ? "k given" : "k by silhouette from " + fewest + " to " + most;
        String conventions =
                String.format(Locale.ROOT, "k-means++ on %s, %s, %d restarts, seed %d", name, choice, restarts, seed);
        return new FunctionalClusters(
                chosen, KMeans.inertia(rows, chosen), silhouettes, fewest, fewest + best, conventions);
    }

    private static void check(double[][] rows, int fewest, int most, int restarts) {
        if (fewest > most || fewest < (most == 1 ? 1 : 2)) {
            throw new IllegalArgumentException("k from " + fewest + " to " + most
                    + ", must rise from at least 2; or be 1 to 1, as a single cluster has no silhouette");
        }
        if (restarts < 1) {
            throw new IllegalArgumentException("restarts = " + restarts + ", must be at least 1");
        }
        KMeans.check(rows, most);
    }

    /** Returns which cluster each neuron belongs to. */
    public Partition partition() {
        return partition;
    }

    /** Returns the number of clusters. */
    public int k() {
        return best;
    }

    /** Returns the inertia of the clusters. */
    public double inertia() {
        return inertia;
    }

    /** Returns the silhouette of the clusters, -1 to 1. */
    public double silhouette() {
        return silhouette(best);
    }

    /** Returns the silhouette with another number of clusters, one of those that were tried. */
    public double silhouette(int k) {
        if (k < from || k >= from + silhouettes.length) {
            throw new IllegalArgumentException(
                    "k = " + k + ", must be between " + from + " and " + (from + silhouettes.length - 1));
        }
        return silhouettes[k - from];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d neurons in %d clusters, inertia %.6g, silhouette %.6g; %s",
                partition.nodeCount(),
                partition.count(),
                inertia,
                silhouette(),
                conventions);
    }
}
