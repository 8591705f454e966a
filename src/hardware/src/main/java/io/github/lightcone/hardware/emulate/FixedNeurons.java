package io.github.lightcone.hardware.emulate;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.Arrays;

/**
 * Neurons with whole voltages and currents: multiples of {@code unit / 2^fractionBits} of their neuron. Products are
 * cut towards zero, sums saturate.
 */
final class FixedNeurons implements GridNeurons {

    private final long[] weight;
    private final long[] keptVoltage;
    private final long[] keptCurrent;
    private final long[] bias;
    private final long[] threshold;
    private final long[] reset;
    private final long[] initial;
    private final boolean[] spikes;
    private final long[] voltage;
    private final long[] current;
    private final long one;
    private final long most;
    private final long ofNetwork;
    private long saturations;

    FixedNeurons(Network network, double step, FixedPoint form, double[] unit) {
        Parameters parameters = network.parameters();
        int neurons = network.neuronCount();
        one = 1L << form.decayBits();
        most = (1L << (form.stateBits() - 1)) - 1;
        double fraction = 1L << form.fractionBits();
        weight = new long[network.synapseCount()];
        for (int s = 0; s < weight.length; s++) {
            weight[s] = held(Math.rint(parameters.weight()[s] / unit(unit, network.target(s)) * fraction));
        }
        keptVoltage = new long[neurons];
        keptCurrent = new long[neurons];
        bias = new long[neurons];
        threshold = new long[neurons];
        reset = new long[neurons];
        initial = new long[neurons];
        spikes = new boolean[neurons];
        voltage = new long[neurons];
        current = new long[neurons];
        for (int n = 0; n < neurons; n++) {
            double ofNeuron = unit(unit, n);
            keptVoltage[n] = Math.round(Math.exp(-step / parameters.tauMem()[n]) * one);
            keptCurrent[n] = Math.round(Math.exp(-step / parameters.tauSyn()[n]) * one);
            bias[n] = held(Math.rint(parameters.bias()[n] / ofNeuron * fraction));
            spikes[n] = parameters.vThreshold()[n] < Double.POSITIVE_INFINITY;
            threshold[n] = spikes[n] ? held(Math.rint(parameters.vThreshold()[n] / ofNeuron * fraction)) : 0;
            reset[n] = spikes[n] ? held(Math.rint(parameters.vReset()[n] / ofNeuron * fraction)) : 0;
            initial[n] = held(Math.rint(parameters.vInitial()[n] / ofNeuron * fraction));
        }
        ofNetwork = saturations;
    }

    private static double unit(double[] unit, int neuron) {
        return Double.isNaN(unit[neuron]) ? 1 : unit[neuron];
    }

    /** Returns a number within range; 0 for NaN, which stands for what a neuron does not have. */
    private long held(double number) {
        if (Math.abs(number) > most) {
            saturations++;
            return number > 0 ? most : -most;
        }
        return (long) number;
    }

    private long held(long number) {
        if (number > most || number < -most) {
            saturations++;
            return number > 0 ? most : -most;
        }
        return number;
    }

    @Override
    public void start() {
        saturations = ofNetwork;
        System.arraycopy(initial, 0, voltage, 0, voltage.length);
        Arrays.fill(current, 0);
    }

    @Override
    public void decay(int neuron) {
        voltage[neuron] = voltage[neuron] * keptVoltage[neuron] / one;
        current[neuron] = current[neuron] * keptCurrent[neuron] / one;
    }

    @Override
    public void add(int synapse, int target) {
        current[target] = held(current[target] + weight[synapse]);
    }

    @Override
    public void integrate(int neuron) {
        long drive = current[neuron] + bias[neuron];
        voltage[neuron] = held(voltage[neuron] + drive * (one - keptVoltage[neuron]) / one);
    }

    @Override
    public boolean fires(int neuron) {
        return spikes[neuron] && voltage[neuron] >= threshold[neuron];
    }

    @Override
    public void reset(int neuron) {
        voltage[neuron] = reset[neuron];
    }

    @Override
    public long saturations() {
        return saturations;
    }

    @Override
    public int standing() {
        int count = 0;
        for (int n = 0; n < keptVoltage.length; n++) {
            count += keptCurrent[n] == one || most * (one - keptVoltage[n]) / one == 0 ? 1 : 0;
        }
        return count;
    }
}
