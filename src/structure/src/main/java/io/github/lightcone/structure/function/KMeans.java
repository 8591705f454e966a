package io.github.lightcone.structure.function;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.community.Partition;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;

/** K-means of rows, the best of several restarts, and how well the clusters are apart. */
final class KMeans {

    private static final int MAX_ITERATIONS = 300;

    private KMeans() {}

    /** A row that knows its number. */
    private static final class Row implements Clusterable {
        private final int number;
        private final double[] values;

        private Row(int number, double[] values) {
            this.number = number;
            this.values = values;
        }

        @Override
        public double[] getPoint() {
            return values;
        }
    }

    /** Returns the partition with the smallest inertia, the first of equals; restart number r has stream r of the seed. */
    static Partition best(double[][] rows, int k, int restarts, long seed) {
        List<Row> points = new ArrayList<>();
        for (int n = 0; n < rows.length; n++) {
            points.add(new Row(n, rows[n]));
        }
        Partition best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < restarts; r++) {
            LibraryRandom random = new LibraryRandom(new SeededRandom(seed, r));
            int[] label = new int[rows.length];
            int cluster = 0;
            for (CentroidCluster<Row> found : new KMeansPlusPlusClusterer<Row>(
                            k, MAX_ITERATIONS, new EuclideanDistance(), random)
                    .cluster(points)) {
                for (Row row : found.getPoints()) {
                    label[row.number] = cluster;
                }
                cluster++;
            }
            Partition partition = Partition.of(label);
            double inertia = inertia(rows, partition);
            if (inertia < least) {
                least = inertia;
                best = partition;
            }
        }
        return best;
    }

    /** Throws unless there are as many different rows as clusters. */
    static void check(double[][] rows, int k) {
        long different = Arrays.stream(rows).map(DoubleBuffer::wrap).distinct().count();
        if (k < 1 || k > different) {
            throw new IllegalArgumentException("k = " + k + ", must be between 1 and " + different
                    + ", the number of neurons that differ in what they are clustered by");
        }
    }

    /** Returns the squared distances of all rows from the means of their clusters. */
    static double inertia(double[][] rows, Partition partition) {
        double inertia = 0;
        for (int[] members : partition.members()) {
            double[] centre = new double[rows[0].length];
            for (int n : members) {
                for (int f = 0; f < centre.length; f++) {
                    centre[f] += rows[n][f] / members.length;
                }
            }
            for (int n : members) {
                double distance = Features.distance(rows[n], centre);
                inertia += distance * distance;
            }
        }
        return inertia;
    }

    /** Returns the mean silhouette; NaN with a single cluster. */
    static double silhouette(double[][] rows, Partition partition) {
        if (partition.count() < 2) {
            return Double.NaN;
        }
        int[] size = partition.sizes();
        double sum = 0;
        for (int n = 0; n < rows.length; n++) {
            double[] toCluster = new double[size.length];
            for (int m = 0; m < rows.length; m++) {
                toCluster[partition.community(m)] += Features.distance(rows[n], rows[m]);
            }
            sum += silhouette(toCluster, size, partition.community(n));
        }
        return sum / rows.length;
    }

    private static double silhouette(double[] toCluster, int[] size, int own) {
        if (size[own] == 1) {
            return 0;
        }
        double inside = toCluster[own] / (size[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int c = 0; c < size.length; c++) {
            outside = c == own ? outside : Math.min(outside, toCluster[c] / size[c]);
        }
        double larger = Math.max(inside, outside);
        return larger > 0 ? (outside - inside) / larger : 0;
    }
}
