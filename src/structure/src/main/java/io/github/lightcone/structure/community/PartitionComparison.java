package io.github.lightcone.structure.community;

import java.util.Locale;

/**
 * How alike two partitions of the same nodes are.
 *
 * <ul>
 *   <li>Normalised mutual information: {@code 2 I / (H1 + H2)}, mutual information over the arithmetic mean of the
 *       entropies. 1 if the partitions are equal, also if both are one community; 0 if just one of them is.
 *   <li>Adjusted Rand index: {@code (R - E R) / (max R - E R)} over pairs of nodes (Hubert and Arabie, Journal of
 *       Classification 2, 1985, 193). 1 if equal, 0 on average by chance; it may be negative.
 *   <li>Variation of information: {@code H1 + H2 - 2 I} in nats (Meila, Journal of Multivariate Analysis 98, 2007,
 *       873). A metric: 0 if equal, at most ln(nodes).
 * </ul>
 *
 * @param normalisedMutualInformation between 0 and 1
 * @param adjustedRand at most 1
 * @param variationOfInformation nats, at least 0
 */
public record PartitionComparison(
        double normalisedMutualInformation, double adjustedRand, double variationOfInformation) {

    /**
     * Compares two partitions. Takes time in proportion to nodes; which one comes first does not matter.
     *
     * @throws IllegalArgumentException if they are of different numbers of nodes
     */
    public static PartitionComparison of(Partition first, Partition second) {
        int nodes = first.nodeCount();
        if (second.nodeCount() != nodes) {
            throw new IllegalArgumentException(
                    "partitions of " + nodes + " and " + second.nodeCount() + " nodes, must be of as many");
        }
        if (first.equals(second)) {
            return new PartitionComparison(1, 1, 0);
        }
        int[] size1 = first.sizes();
        int[] size2 = second.sizes();
        int[] shared = new int[second.count()];
        double variation = 0;
        double pairs = 0;
        int[][] members = first.members();
        for (int a = 0; a < members.length; a++) {
            for (int node : members[a]) {
                shared[second.community(node)]++;
            }
            for (int node : members[a]) {
                int b = second.community(node);
                double both = shared[b];
                if (both > 0) {
                    variation -= both / nodes * (Math.log(both / size1[a]) + Math.log(both / size2[b]));
                    pairs += pairs(both);
                    shared[b] = 0;
                }
            }
        }
        double entropies = entropy(size1, nodes) + entropy(size2, nodes);
        double information = Math.max(0, entropies - variation);
        return new PartitionComparison(
                Math.min(1, information / entropies), adjustedRand(pairs, size1, size2, nodes), Math.max(0, variation));
    }

    private static double adjustedRand(double shared, int[] size1, int[] size2, int nodes) {
        double pairs1 = 0;
        for (int size : size1) {
            pairs1 += pairs(size);
        }
        double pairs2 = 0;
        for (int size : size2) {
            pairs2 += pairs(size);
        }
        double expected = pairs1 * (pairs2 / pairs(nodes));
        return (shared - expected) / ((pairs1 + pairs2) / 2 - expected);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }

    private static double entropy(int[] size, int nodes) {
        double entropy = 0;
        for (double s : size) {
            entropy -= s / nodes * Math.log(s / nodes);
        }
        return entropy;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "NMI %.6f (arithmetic mean), adjusted Rand %.6f, variation of information %.6f nats",
                normalisedMutualInformation,
                adjustedRand,
                variationOfInformation);
    }
}
