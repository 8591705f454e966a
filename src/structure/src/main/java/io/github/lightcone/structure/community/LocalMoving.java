package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;

/**
 * Moves nodes one by one to the neighbouring community (any, if weights are signed), or the empty one, where
 * they gain most, until none gains; a node is looked at again when a neighbour has left it (Ozaki, Tezuka and
 * Inaba 2016; the fast local move of Traag, Waltman and van Eck, Scientific Reports 9, 2019, 5233). A move must
 * gain more than rounding can feign, so that this ends.
 */
final class LocalMoving {

    private static final double LEAST_GAIN = 1e-12;

    private final ModularityMatrix matrix;
    private final int[] label;
    private final boolean signed;
    private final int[] size;
    private final double[][] out;
    private final double[][] in;
    private final double[] toCommunity;
    private final int[] candidate;
    private final int[] seenBy;
    private final int[] empty;
    private int emptyCount;

    /**
     * Starts from a partition.
     *
     * @param label community of each node, 0 to {@code nodes - 1}; {@link #run} changes it
     */
    LocalMoving(ModularityMatrix matrix, int[] label) {
        int nodes = matrix.nodeCount();
        this.matrix = matrix;
        this.label = label;
        signed = matrix.factor.length > 1;
        size = new int[nodes];
        for (int community : label) {
            size[community]++;
        }
        out = ModularityMatrix.sums(matrix.out, label, nodes);
        in = ModularityMatrix.sums(matrix.in, label, nodes);
        toCommunity = new double[nodes];
        candidate = new int[nodes + 1];
        seenBy = new int[nodes];
        empty = new int[nodes];
        for (int c = nodes - 1; c >= 0; c--) {
            if (size[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
    }

    /** Moves nodes until none gains; returns whether any moved. */
    boolean run(SeededRandom random) {
        int nodes = matrix.nodeCount();
        int[] queue = new int[nodes];
        Arrays.setAll(queue, n -> n);
        random.shuffle(queue);
        boolean[] waiting = new boolean[nodes];
        Arrays.fill(waiting, true);
        int head = 0;
        int count = nodes;
        boolean moved = false;
        Arrays.fill(seenBy, -1);
        while (count > 0) {
            int node = queue[head];
            head = head + 1 == nodes ? 0 : head + 1;
            count--;
            waiting[node] = false;
            if (!move(node)) {
                continue;
            }
            moved = true;
            for (int slot = matrix.rowStart[node]; slot < matrix.rowStart[node + 1]; slot++) {
                int other = matrix.neighbour[slot];
                if (!waiting[other] && label[other] != label[node]) {
                    waiting[other] = true;
                    int tail = head + count;
                    queue[tail < nodes ? tail : tail - nodes] = other;
                    count++;
                }
            }
        }
        return moved;
    }

    private boolean move(int node) {
        int current = label[node];
        transfer(node, current, -1);
        int candidates = 0;
        double strength = 0;
        toCommunity[current] = 0;
        seenBy[current] = node;
        candidate[candidates++] = current;
        for (int slot = matrix.rowStart[node]; slot < matrix.rowStart[node + 1]; slot++) {
            int community = label[matrix.neighbour[slot]];
            if (seenBy[community] != node) {
                seenBy[community] = node;
                toCommunity[community] = 0;
                candidate[candidates++] = community;
            }
            toCommunity[community] += matrix.weight[slot];
            strength += Math.abs(matrix.weight[slot]);
        }
        if (signed) {
            candidates = addStrangers(node, candidates);
        }
        double least = LEAST_GAIN * strength;
        int best = current;
        double bestGain = toCommunity[current] - matrix.chance(node, out, in, current);
        for (int k = 1; k < candidates; k++) {
            int community = candidate[k];
            double gain = toCommunity[community] - matrix.chance(node, out, in, community);
            if (gain > bestGain + least) {
                best = community;
                bestGain = gain;
            }
        }
        if (size[current] > 0 && emptyCount > 0 && -least > bestGain) {
            best = empty[emptyCount - 1];
        }
        // The node itself may be looked at again by way of its neighbours; the mark must not outlive this look.
        for (int k = 0; k < candidates; k++) {
            seenBy[candidate[k]] = -1;
        }
        transfer(node, best, 1);
        label[node] = best;
        return best != current;
    }

    /**
     * Adds the communities without a neighbour to the candidates: negative weights can make them worth joining.
     */
    private int addStrangers(int node, int neighbouring) {
        int candidates = neighbouring;
        for (int community = 0; community < size.length; community++) {
            if (size[community] > 0 && seenBy[community] != node) {
                seenBy[community] = node;
                toCommunity[community] = 0;
                candidate[candidates++] = community;
            }
        }
        return candidates;
    }

    private void transfer(int node, int community, int sign) {
        for (int t = 0; t < out.length; t++) {
            out[t][community] += sign * matrix.out[t][node];
            in[t][community] += sign * matrix.in[t][node];
        }
        size[community] += sign;
        if (sign < 0 && size[community] == 0) {
            empty[emptyCount++] = community;
            for (int t = 0; t < out.length; t++) {
                out[t][community] = 0;
                in[t][community] = 0;
            }
        } else if (sign > 0 && size[community] == 1) {
            // Only the community emptied last, which lies on top, is ever filled.
            emptyCount--;
        }
    }
}
