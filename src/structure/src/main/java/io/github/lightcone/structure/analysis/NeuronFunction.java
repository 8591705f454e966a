package io.github.lightcone.structure.analysis;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.function.ClassInformation;
import io.github.lightcone.structure.function.Responses;
import io.github.lightcone.structure.function.Selectivity;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What neurons do, measured once for all groups that need it. */
final class NeuronFunction {

    final Responses responses;

    /** Mean spike counts, one row per neuron, one column per class. */
    final double[][] means;

    final Selectivity selectivity;
    final ClassInformation information;

    /** The rows of neurons that spike. */
    final int[] active;

    final NeuronTable.Builder table;

    NeuronFunction(Responses responses) {
        this.responses = responses;
        int[] labels = responses.classOfExample();
        means = responses.meanCounts(labels);
        selectivity = Selectivity.of(means);
        information = ClassInformation.of(responses.counts(), labels);
        active = IntStream.range(0, responses.neurons())
                .filter(n -> selectivity.preferredClass(n) >= 0)
                .toArray();
        table = new NeuronTable.Builder(responses);
        table.numbers(
                "spikesPerExample",
                n -> Arrays.stream(responses.counts()[n]).average().orElse(Double.NaN));
        table.wholes("preferredClass", selectivity::preferredClass);
        table.numbers("selectivity", selectivity::selectivity);
        table.numbers("sparseness", selectivity::sparseness);
        table.numbers("information", information::corrected);
    }

    /** Returns the rows of some neurons. */
    static double[][] rows(double[][] table, int... chosen) {
        return Arrays.stream(chosen).mapToObj(n -> table[n]).toArray(double[][]::new);
    }

    /** Returns the positions of some neurons, given those of all nodes. */
    Positions positions(Positions ofNodes, int... chosen) {
        int dimensions = ofNodes.dimensions();
        double[] point = new double[chosen.length * dimensions];
        for (int k = 0; k < chosen.length; k++) {
            for (int axis = 0; axis < dimensions; axis++) {
                point[k * dimensions + axis] = ofNodes.coordinate(responses.node(chosen[k]), axis);
            }
        }
        return Positions.of(dimensions, point);
    }

    /** Returns the communities of some neurons. */
    Partition communities(Partition ofNodes, int... chosen) {
        return Partition.of(Arrays.stream(chosen)
                .map(n -> ofNodes.community(responses.node(n)))
                .toArray());
    }

    /** Returns all rows. */
    int[] all() {
        return IntStream.range(0, responses.neurons()).toArray();
    }
}
