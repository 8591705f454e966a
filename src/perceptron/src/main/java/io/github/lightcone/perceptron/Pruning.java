package io.github.lightcone.perceptron;

import java.util.Arrays;
import java.util.List;

/**
 * Which weights are set to 0: a share of those from inputs to hidden neurons, and the same share of those from hidden
 * neurons to outputs, the smallest or the longest of each. Where several stand at the edge, none of these is pruned.
 *
 * @param criterion which go first
 * @param share how many, at least 0 and below 1
 */
public record Pruning(Criterion criterion, double share) {

    /** Which weights go first. */
    public enum Criterion {
        /** Those of the smallest magnitude. */
        SMALLEST,
        /** Those of the longest connections; only where weights follow from positions. */
        LONGEST
    }

    /** Checks the share. */
    public Pruning {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share pruned = " + share + ", must be at least 0 and below 1");
        }
    }

    /** Returns pruning of nothing. */
    public static Pruning none() {
        return new Pruning(Criterion.SMALLEST, 0);
    }

    boolean isNone() {
        return share == 0;
    }

    /** Prunes all weights of all blocks. */
    void apply(Block[] blocks, Weights weights, List<Weights.Scratch> scratches, Workers workers) {
        if (isNone()) {
            return;
        }
        int inputs = blocks[0].inputs;
        int partners = blocks[0].weight.length;
        float[][][] rank = new float[blocks.length][partners][];
        workers.run(blocks.length, b -> {
            for (int p = 0; p < partners; p++) {
                rank[b][p] = ranks(blocks[b], p, weights, scratches.get(b));
            }
        });
        cut(blocks, rank, 0, inputs);
        cut(blocks, rank, inputs, partners);
    }

    /** Returns a number for each weight of a row, the smallest of which goes first. */
    private float[] ranks(Block block, int partner, Weights weights, Weights.Scratch scratch) {
        float[] ranks = new float[block.count];
        if (criterion == Criterion.LONGEST) {
            weights.lengths(block, partner, scratch);
        }
        for (int j = 0; j < ranks.length; j++) {
            ranks[j] =
                    criterion == Criterion.LONGEST ? (float) -scratch.distance[j] : Math.abs(block.weight[partner][j]);
        }
        return ranks;
    }

    private void cut(Block[] blocks, float[][][] rank, int from, int to) {
        int all = 0;
        for (Block block : blocks) {
            all += block.count * (to - from);
        }
        float[] sorted = new float[all];
        int next = 0;
        for (float[][] rows : rank) {
            for (int p = from; p < to; p++) {
                System.arraycopy(rows[p], 0, sorted, next, rows[p].length);
                next += rows[p].length;
            }
        }
        float edge = Selection.smallest(sorted, (int) (share * all));
        for (int b = 0; b < blocks.length; b++) {
            for (int p = from; p < to; p++) {
                float[] row = blocks[b].weight[p];
                for (int j = 0; j < row.length; j++) {
                    row[j] = rank[b][p][j] < edge ? 0 : row[j];
                }
            }
        }
    }

    /**
     * Returns how a perceptron does with each of some shares pruned, without further training; it is left as it was.
     */
    public static Score[] evaluate(Perceptron perceptron, SparseImages images, Criterion criterion, double... shares) {
        Pruning before = perceptron.pruning();
        try {
            return Arrays.stream(shares)
                    .mapToObj(share -> {
                        perceptron.prune(new Pruning(criterion, share));
                        return perceptron.evaluate(images);
                    })
                    .toArray(Score[]::new);
        } finally {
            perceptron.prune(before);
        }
    }
}
