package io.github.lightcone.learning.training;

/** What came out for each example of a pass; threads write to different examples. */
final class Outcomes {

    final double[] loss;
    final boolean[] correct;
    final boolean[] silent;
    final boolean[] lifted;

    Outcomes(int examples) {
        loss = new double[examples];
        correct = new boolean[examples];
        silent = new boolean[examples];
        lifted = new boolean[examples];
    }

    double meanLoss() {
        double sum = 0;
        for (double value : loss) {
            sum += value;
        }
        return sum / loss.length;
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
