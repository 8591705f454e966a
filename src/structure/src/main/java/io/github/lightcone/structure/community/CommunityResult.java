package io.github.lightcone.structure.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The communities that were found, with what was asked for.
 *
 * @param partition the partition of highest modularity; of several, that of the first restart
 * @param modularity its modularity
 * @param restartModularities modularity found by every restart, in their order
 * @param conventions what modularity means here, in words
 * @param detection how it was found
 */
public record CommunityResult(
        Partition partition,
        double modularity,
        List<Double> restartModularities,
        String conventions,
        CommunityDetection detection) {

    /** Copies the list. */
    public CommunityResult {
        restartModularities = List.copyOf(restartModularities);
    }

    /** Returns the median modularity of the restarts. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the highest modularity of the restarts less the lowest. */
    public double spread() {
        double[] sorted = sorted();
        return sorted[sorted.length - 1] - sorted[0];
    }

    /** Returns how many restarts came within 1e-9 of the highest modularity. */
    public int hits() {
        return (int)
                restartModularities.stream().filter(q -> q > modularity - 1e-9).count();
    }

    private double[] sorted() {
        double[] sorted = restartModularities.stream().mapToDouble(q -> q).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Q = %.10f in %d communities (%s; %s, seed %d, %d restarts: median %.10f, spread %.3g, best found %d times)",
                modularity,
                partition.count(),
                conventions,
                detection.method().name().toLowerCase(Locale.ROOT),
                detection.seed(),
                restartModularities.size(),
                median(),
                spread(),
                hits());
    }
}
