package io.github.lightcone.perceptron;

/** Logits of a batch: what they cost, what they take examples for, and how the cost changes with them. */
final class Tally {

    private final int[][] confusion;
    private final double[] logits;
    private double loss;
    private int examples;

    Tally(int classes) {
        confusion = new int[classes][classes];
        logits = new double[classes];
    }

    /**
     * Adds up the logits of all blocks, in their order, and counts.
     *
     * @param bias of the outputs, from {@code first} on
     * @param error derivative of the mean cross-entropy of the batch by each logit. Modified.
     * @throws ArithmeticException if a logit is no number
     */
    void add(Batch batch, Block[] blocks, double[] bias, int first, float[][] error) {
        for (int e = 0; e < batch.size; e++) {
            for (int k = 0; k < logits.length; k++) {
                logits[k] = bias[first + k];
                for (Block block : blocks) {
                    logits[k] += block.logit[e][k];
                }
            }
            int label = batch.images.label(batch.example[e]);
            int best = best();
            confusion[label][best]++;
            examples++;
            double sum = 0;
            double largest = logits[best];
            double own = logits[label] - largest;
            for (int k = 0; k < logits.length; k++) {
                logits[k] = StrictMath.exp(logits[k] - largest);
                sum += logits[k];
            }
            loss += StrictMath.log(sum) - own;
            for (int k = 0; k < logits.length; k++) {
                error[e][k] = (float) ((logits[k] / sum - (k == label ? 1 : 0)) / batch.size);
            }
        }
        if (!Double.isFinite(loss)) {
            throw new ArithmeticException("the outputs are no numbers any more: the loss is " + loss);
        }
    }

    private int best() {
        int best = 0;
        for (int k = 1; k < logits.length; k++) {
            best = logits[k] > logits[best] ? k : best;
        }
        return best;
    }

    Score score() {
        int[][] copy = new int[confusion.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = confusion[k].clone();
        }
        return new Score(copy, loss / examples);
    }
}
