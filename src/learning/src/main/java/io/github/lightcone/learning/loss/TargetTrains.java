package io.github.lightcone.learning.loss;

import io.github.lightcone.event.SpikeTrains;
import java.util.Arrays;
import java.util.List;

/** The spike trains that outputs should make, for each label and output. Immutable. */
public final class TargetTrains {

    private final int outputs;
    /** By label and output. */
    private final double[][][] times;

    private TargetTrains(int outputs, double[][][] times) {
        this.outputs = outputs;
        this.times = times;
    }

    /**
     * Returns targets.
     *
     * @param outputs number of outputs, at least 1
     * @param byLabel for each label the trains of all outputs, whose neurons are numbered from 0; at least one
     *     label and at most as many as outputs
     * @throws IllegalArgumentException naming the label and the spike, if it is of an output that does not exist
     */
    public static TargetTrains of(int outputs, List<SpikeTrains> byLabel) {
        if (byLabel.isEmpty() || byLabel.size() > outputs) {
            throw new IllegalArgumentException(
                    "targets for " + byLabel.size() + " labels, must be 1 to " + outputs + ", one per output at most");
        }
        double[][][] times = new double[byLabel.size()][][];
        for (int label = 0; label < times.length; label++) {
            times[label] = split(label, byLabel.get(label), outputs);
        }
        return new TargetTrains(outputs, times);
    }

    private static double[][] split(int label, SpikeTrains trains, int outputs) {
        int[] count = new int[outputs];
        for (int k = 0; k < trains.size(); k++) {
            int output = trains.neuron(k);
            if (output < 0 || output >= outputs) {
                throw new IllegalArgumentException("target spike " + k + " of label " + label + " is of output "
                        + output + ", must be 0 to " + (outputs - 1));
            }
            count[output]++;
        }
        double[][] split = new double[outputs][];
        Arrays.setAll(split, output -> new double[count[output]]);
        Arrays.fill(count, 0);
        for (int k = 0; k < trains.size(); k++) {
            int output = trains.neuron(k);
            split[output][count[output]++] = trains.time(k);
        }
        return split;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return outputs;
    }

    /** Returns the number of labels. */
    public int labels() {
        return times.length;
    }

    /** Returns the number of spikes an output should make. */
    public int count(int label, int output) {
        return times[label][output].length;
    }

    /** Returns when an output should make its k-th spike, from 0, ms. */
    public double time(int label, int output, int k) {
        return times[label][output][k];
    }
}
