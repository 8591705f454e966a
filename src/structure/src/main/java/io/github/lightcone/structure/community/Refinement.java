package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;

/**
 * The refinement of Leiden: splits communities into well-connected parts by merging single nodes, each into a
 * part of its community at random, with probabilities that grow with the gain (Traag, Waltman and van Eck,
 * Scientific Reports 9, 2019, 5233). Nodes and parts take part only if they are at least as well connected to
 * the rest of their community as chance says.
 */
final class Refinement {

    /** Gains are compared in this part of the mean weight of an edge; the authors' value. */
    private static final double RANDOMNESS = 0.01;

    private final ModularityMatrix matrix;
    private final int[] label;
    private final double[][] out;
    private final double[][] in;
    private final int[] part;
    private final boolean[] joined;
    private final double[][] partOut;
    private final double[][] partIn;
    private final double[] outward;
    private final double[] toPart;
    private final double[] gain;
    private final int[] candidate;
    private final int[] seenBy;

    /**
     * Prepares the refinement of a partition.
     *
     * @param label community of each node, 0 to {@code count - 1}
     */
    Refinement(ModularityMatrix matrix, int[] label, int count) {
        int nodes = matrix.nodeCount();
        this.matrix = matrix;
        this.label = label;
        out = ModularityMatrix.sums(matrix.out, label, count);
        in = ModularityMatrix.sums(matrix.in, label, count);
        part = new int[nodes];
        Arrays.setAll(part, n -> n);
        joined = new boolean[nodes];
        partOut = copy(matrix.out);
        partIn = copy(matrix.in);
        outward = new double[nodes];
        toPart = new double[nodes];
        gain = new double[nodes];
        candidate = new int[nodes];
        seenBy = new int[nodes];
        Arrays.fill(seenBy, -1);
    }

    private static double[][] copy(double[][] values) {
        double[][] copy = new double[values.length][];
        Arrays.setAll(copy, t -> values[t].clone());
        return copy;
    }

    /** Returns the part of each node, 0 to {@code nodes - 1}; some numbers are unused. */
    int[] run(SeededRandom random) {
        int nodes = matrix.nodeCount();
        for (int n = 0; n < nodes; n++) {
            for (int slot = matrix.rowStart[n]; slot < matrix.rowStart[n + 1]; slot++) {
                outward[n] += label[matrix.neighbour[slot]] == label[n] ? matrix.weight[slot] : 0;
            }
        }
        int[] order = new int[nodes];
        Arrays.setAll(order, n -> n);
        random.shuffle(order);
        for (int node : order) {
            if (!joined[node] && wellConnected(node, label[node])) {
                merge(node, random);
            }
        }
        return part;
    }

    /** Returns whether a part has at least the weight to the rest of its community that chance puts there. */
    private boolean wellConnected(int number, int community) {
        double chance = 0;
        for (int t = 0; t < out.length; t++) {
            double restOut = out[t][community] - partOut[t][number];
            double restIn = in[t][community] - partIn[t][number];
            chance += matrix.factor[t] * (partOut[t][number] * restIn + partIn[t][number] * restOut);
        }
        return outward[number] >= chance;
    }

    private void merge(int node, SeededRandom random) {
        int candidates = 0;
        for (int slot = matrix.rowStart[node]; slot < matrix.rowStart[node + 1]; slot++) {
            int other = matrix.neighbour[slot];
            if (label[other] != label[node]) {
                continue;
            }
            int number = part[other];
            if (seenBy[number] != node) {
                seenBy[number] = node;
                toPart[number] = 0;
                candidate[candidates++] = number;
            }
            toPart[number] += matrix.weight[slot];
        }
        int chosen = choose(node, candidates, random);
        if (chosen == node) {
            return;
        }
        for (int t = 0; t < out.length; t++) {
            partOut[t][chosen] += matrix.out[t][node];
            partIn[t][chosen] += matrix.in[t][node];
        }
        outward[chosen] += outward[node] - 2 * toPart[chosen];
        part[node] = chosen;
        joined[chosen] = true;
        joined[node] = true;
    }

    private int choose(int node, int candidates, SeededRandom random) {
        int kept = 0;
        double most = 0;
        for (int k = 0; k < candidates; k++) {
            int number = candidate[k];
            double value = toPart[number] - matrix.chance(node, partOut, partIn, number);
            if (value >= 0 && wellConnected(number, label[node])) {
                candidate[kept] = number;
                gain[kept++] = value;
                most = Math.max(most, value);
            }
        }
        double scale = RANDOMNESS * matrix.unit;
        double sum = StrictMath.exp(-most / scale);
        double stay = sum;
        for (int k = 0; k < kept; k++) {
            gain[k] = StrictMath.exp((gain[k] - most) / scale);
            sum += gain[k];
        }
        double draw = random.nextDouble() * sum - stay;
        if (draw < 0) {
            return node;
        }
        for (int k = 0; k < kept; k++) {
            draw -= gain[k];
            if (draw < 0) {
                return candidate[k];
            }
        }
        return node;
    }
}
