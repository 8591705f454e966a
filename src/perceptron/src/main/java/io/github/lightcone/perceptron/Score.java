package io.github.lightcone.perceptron;

import java.util.Arrays;

/**
 * How a perceptron did on some examples.
 *
 * @param confusion how often examples of each class (first) were taken for each (second)
 * @param loss mean cross-entropy per example
 */
@SuppressWarnings("ArrayRecordComponent")
public record Score(int[][] confusion, double loss) {

    /** Returns the number of examples. */
    public int examples() {
        return Arrays.stream(confusion)
                .mapToInt(row -> Arrays.stream(row).sum())
                .sum();
    }

    /** Returns how many were taken for what they are. */
    public int correct() {
        int sum = 0;
        for (int label = 0; label < confusion.length; label++) {
            sum += confusion[label][label];
        }
        return sum;
    }

    /** Returns the share of correct examples, 0 to 1. */
    public double accuracy() {
        return (double) correct() / examples();
    }

    /** Returns whether this is better than another on the same data: more are correct, or as many at a smaller loss. */
    boolean isBetterThan(Score other) {
        return correct() > other.correct() || (correct() == other.correct() && loss < other.loss);
    }
}
