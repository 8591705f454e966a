package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.community.PartitionComparison;

/**
 * How well two partitions of the same neurons agree, beside what chance gives: functional clusters with modules, or with
 * clusters in space. Under the null model the neurons of one partition are dealt to its clusters anew; sizes stay. See
 * {@link PartitionComparison} for the figures and where they are 0 or 1 by convention.
 *
 * @param adjustedRand adjusted Rand index, 0 on average by chance
 * @param normalisedMutualInformation over the arithmetic mean of entropies; above 0 by chance
 */
public record ClusterAgreement(PermutationTest adjustedRand, PermutationTest normalisedMutualInformation) {

    /**
     * Compares two partitions. Takes time in proportion to neurons times draws.
     *
     * @param draws how often the second is dealt anew; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if they are of different numbers of neurons
     */
    public static ClusterAgreement of(Partition first, Partition second, int draws, long seed, Progress progress) {
        PermutationTest.checkDraws(draws);
        PartitionComparison observed = PartitionComparison.of(first, second);
        double[] rand = new double[draws];
        double[] information = new double[draws];
        for (int k = 0; k < draws; k++) {
            int[] label = second.toArray();
            new SeededRandom(seed, k).shuffle(label);
            PartitionComparison drawn = PartitionComparison.of(first, Partition.of(label));
            rand[k] = drawn.adjustedRand();
            information[k] = drawn.normalisedMutualInformation();
            progress.done((k + 1.0) / draws);
        }
        return new ClusterAgreement(
                PermutationTest.of(observed.adjustedRand(), rand, seed),
                PermutationTest.of(observed.normalisedMutualInformation(), information, seed));
    }

    @Override
    public String toString() {
        return "adjusted Rand " + adjustedRand + "; NMI (arithmetic mean) " + normalisedMutualInformation;
    }
}
