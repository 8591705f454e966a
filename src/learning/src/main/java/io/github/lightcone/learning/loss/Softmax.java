package io.github.lightcone.learning.loss;

/** Softmax and cross-entropy on plain arrays. */
final class Softmax {

    private Softmax() {}

    /**
     * Replaces logits by their softmax and returns the cross-entropy {@code -log softmax[label]}.
     *
     * @param logits finite numbers. Modified.
     */
    static double crossEntropy(double[] logits, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double labelLogit = logits[label] - largest;
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = StrictMath.exp(logits[c] - largest);
            sum += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] /= sum;
        }
        return StrictMath.log(sum) - labelLogit;
    }
}
