package io.github.lightcone.hardware.emulate;

import io.github.lightcone.network.Parameters;

/** Neurons with double voltages and currents. */
final class FloatingNeurons implements GridNeurons {

    private final Parameters parameters;
    private final double[] weight;
    private final double[] keptVoltage;
    private final double[] keptCurrent;
    private final double[] share;
    private final double[] voltage;
    private final double[] current;

    FloatingNeurons(Parameters parameters, double step) {
        this.parameters = parameters;
        weight = parameters.weight();
        int neurons = parameters.bias().length;
        keptVoltage = new double[neurons];
        keptCurrent = new double[neurons];
        share = new double[neurons];
        voltage = new double[neurons];
        current = new double[neurons];
        for (int n = 0; n < neurons; n++) {
            keptVoltage[n] = Math.exp(-step / parameters.tauMem()[n]);
            share[n] = -Math.expm1(-step / parameters.tauMem()[n]);
            keptCurrent[n] = Math.exp(-step / parameters.tauSyn()[n]);
        }
    }

    @Override
    public void start() {
        for (int n = 0; n < voltage.length; n++) {
            voltage[n] = parameters.vInitial()[n];
            current[n] = 0;
        }
    }

    @Override
    public void decay(int neuron) {
        voltage[neuron] *= keptVoltage[neuron];
        current[neuron] *= keptCurrent[neuron];
    }

    @Override
    public void add(int synapse, int target) {
        current[target] += weight[synapse];
    }

    @Override
    public void integrate(int neuron) {
        voltage[neuron] += share[neuron] * (current[neuron] + parameters.bias()[neuron]);
    }

    @Override
    public boolean fires(int neuron) {
        return voltage[neuron] >= parameters.vThreshold()[neuron];
    }

    @Override
    public void reset(int neuron) {
        voltage[neuron] = parameters.vReset()[neuron];
    }

    @Override
    public long saturations() {
        return 0;
    }

    @Override
    public int standing() {
        return 0;
    }
}
