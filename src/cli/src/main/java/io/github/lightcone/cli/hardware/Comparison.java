package io.github.lightcone.cli.hardware;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.NeuronKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Spikes of two networks with the same neurons on the same input, example after example: first spikes and counts of
 * the neurons that spike by themselves. Not safe for use by several threads.
 */
final class Comparison {

    private final int[] neurons;
    private final BitSet activeBefore = new BitSet();
    private final BitSet activeAfter = new BitSet();
    private double[] shifts = new double[64];
    private int shiftCount;
    private long pairs;
    private long changedCounts;
    private long gained;
    private long lost;
    private long spikesBefore;
    private long spikesAfter;

    Comparison(Network network) {
        neurons = network.populations().stream()
                .filter(population -> population.kind() == NeuronKind.LIF)
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
    }

    /** Adds an example. */
    void add(int neuronCount, SpikeTrains before, SpikeTrains after) {
        double[] firstBefore = new double[neuronCount];
        double[] firstAfter = new double[neuronCount];
        int[] countBefore = counts(before, firstBefore);
        int[] countAfter = counts(after, firstAfter);
        for (int n : neurons) {
            pairs++;
            changedCounts += countBefore[n] != countAfter[n] ? 1 : 0;
            gained += countBefore[n] == 0 && countAfter[n] > 0 ? 1 : 0;
            lost += countBefore[n] > 0 && countAfter[n] == 0 ? 1 : 0;
            spikesBefore += countBefore[n];
            spikesAfter += countAfter[n];
            if (countBefore[n] > 0) {
                activeBefore.set(n);
            }
            if (countAfter[n] > 0) {
                activeAfter.set(n);
            }
            if (countBefore[n] > 0 && countAfter[n] > 0) {
                if (shiftCount == shifts.length) {
                    shifts = Arrays.copyOf(shifts, 2 * shifts.length);
                }
                shifts[shiftCount++] = Math.abs(firstAfter[n] - firstBefore[n]);
            }
        }
    }

    private static int[] counts(SpikeTrains spikes, double[] first) {
        int[] count = new int[first.length];
        for (int k = 0; k < spikes.size(); k++) {
            int n = spikes.neuron(k);
            if (count[n]++ == 0) {
                first[n] = spikes.time(k);
            }
        }
        return count;
    }

    /** Returns what came out. */
    Result result() {
        double[] sorted = Arrays.copyOf(shifts, shiftCount);
        Arrays.sort(sorted);
        double nan = Double.NaN;
        return new Result(
                pairs,
                shiftCount == 0 ? nan : Arrays.stream(sorted).sum() / shiftCount,
                shiftCount == 0 ? nan : sorted[shiftCount / 2],
                shiftCount == 0 ? nan : sorted[shiftCount - 1],
                changedCounts,
                gained,
                lost,
                neurons.length - activeBefore.cardinality(),
                neurons.length - activeAfter.cardinality(),
                spikesBefore,
                spikesAfter);
    }

    /**
     * What came out.
     *
     * @param pairs pairs of an example and a neuron
     * @param meanShift mean shift of first spikes where there is one in both, ms; NaN if there is no such pair
     * @param medianShift median of these, ms
     * @param largestShift largest of these, ms
     * @param changedCounts pairs with another number of spikes
     * @param gained pairs silent before and not after
     * @param lost pairs silent after and not before
     * @param silentBefore neurons without a spike in any example, before
     * @param silentAfter neurons without a spike in any example, after
     * @param spikesBefore spikes before
     * @param spikesAfter spikes after
     */
    record Result(
            long pairs,
            double meanShift,
            double medianShift,
            double largestShift,
            long changedCounts,
            long gained,
            long lost,
            int silentBefore,
            int silentAfter,
            long spikesBefore,
            long spikesAfter) {}
}
