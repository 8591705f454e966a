package io.github.lightcone.learning.training;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import java.util.Arrays;
import java.util.stream.IntStream;

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

    /** Returns the numbers of the hidden neurons: those that spike and are no outputs. */
    static int[] hidden(Network network, Population outputs) {
        return network.populations().stream()
                .filter(population -> population.kind() == NeuronKind.LIF && !population.equals(outputs))
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
    }

    /**
     * Sums them up.
     *
     * @param spikes of every neuron in all examples
     * @param hidden numbers of the hidden neurons
     */
    Evaluation evaluation(long[] spikes, int[] hidden, int classes) {
        long hiddenSpikes = 0;
        int silentHidden = 0;
        for (int n : hidden) {
            hiddenSpikes += spikes[n];
            silentHidden += spikes[n] == 0 ? 1 : 0;
        }
        int examples = loss.length;
        return new Evaluation(
                examples,
                correct(),
                mean(loss),
                mean(activityCost),
                hidden.length == 0 ? 0 : (double) hiddenSpikes / hidden.length / examples,
                silentHidden,
                count(silent),
                ConfusionMatrix.of(classes, label, prediction));
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
