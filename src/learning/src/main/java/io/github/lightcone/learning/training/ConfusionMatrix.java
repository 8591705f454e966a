package io.github.lightcone.learning.training;

import io.github.lightcone.learning.loss.Loss;
import java.util.Arrays;

/** How often examples of each class were taken for which. Immutable. */
public final class ConfusionMatrix {

    private final int[][] count;

    private ConfusionMatrix(int[][] count) {
        this.count = count;
    }

    /**
     * Counts.
     *
     * @param classes number of classes
     * @param labels class of each example
     * @param predictions what each was taken for, or {@link Loss#NO_CLASS}
     */
    static ConfusionMatrix of(int classes, int[] labels, int[] predictions) {
        int[][] count = new int[classes][classes + 1];
        for (int i = 0; i < labels.length; i++) {
            count[labels[i]][predictions[i] == Loss.NO_CLASS ? classes : predictions[i]]++;
        }
        return new ConfusionMatrix(count);
    }

    /** Returns the matrix with the given numbers, a row for each class with one number for each and one for none. */
    static ConfusionMatrix ofCounts(int[][] count) {
        return new ConfusionMatrix(count);
    }

    /** Returns the number of classes. */
    public int classes() {
        return count.length;
    }

    /** Returns how many examples of one class were taken for another. */
    public int count(int label, int prediction) {
        return count[label][prediction];
    }

    /** Returns how many examples of a class were taken for none. */
    public int undecided(int label) {
        return count[label][count.length];
    }

    /** Returns the numbers as {@link #ofCounts} takes them; not a copy. */
    int[][] toArray() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that && Arrays.deepEquals(that.count, count);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(count);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(count);
    }
}
