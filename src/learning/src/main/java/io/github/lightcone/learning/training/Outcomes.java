package io.github.lightcone.learning.training;

import java.util.Arrays;

/** What came out for each example of a pass; threads write to different examples. */
final class Outcomes {

    final double[] loss;
    final double[] activityCost;
    final int[] label;
    final int[] prediction;
    final boolean[] silent;
    final boolean[] lifted;

    /** How many neurons a regulariser acted on. */
    final int[] regularised;

    Outcomes(int examples) {
        loss = new double[examples];
        activityCost = new double[examples];
        label = new int[examples];
        prediction = new int[examples];
        silent = new boolean[examples];
        lifted = new boolean[examples];
        regularised = new int[examples];
    }

    int correct() {
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            count += prediction[i] == label[i] ? 1 : 0;
        }
        return count;
    }

    long regularised() {
        return Arrays.stream(regularised).asLongStream().sum();
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            if (flag) {
                count++;
            }
        }
        return count;
    }
}
