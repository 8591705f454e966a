package io.github.lightcone.simulation;

/**
 * Records V and I of chosen neurons at chosen times: the state after all events at that time, and
 * before an arrival at the end of the run, which has no effect.
 */
public final class StateRecorder {

    private final int[] neurons;
    private final double[] times;
    private final double[][] voltage;
    private final double[][] current;

    /**
     * Makes a recorder.
     *
     * @param neurons neurons with state; copied
     * @param times ms, ascending, from 0 to the end of the run; copied
     */
    public StateRecorder(int[] neurons, double[] times) {
        for (int k = 0; k < times.length; k++) {
            if (!(times[k] >= 0) || (k > 0 && times[k] < times[k - 1])) {
                throw new IllegalArgumentException(
                        "recording time " + k + " = " + times[k] + ", must be ascending and at least 0");
            }
        }
        this.neurons = neurons.clone();
        this.times = times.clone();
        voltage = new double[neurons.length][times.length];
        current = new double[neurons.length][times.length];
    }

    int neuronCount() {
        return neurons.length;
    }

    int neuron(int row) {
        return neurons[row];
    }

    void record(int row, int sample, double v, double i) {
        voltage[row][sample] = v;
        current[row][sample] = i;
    }

    /** Returns the number of recording times. */
    public int sampleCount() {
        return times.length;
    }

    /** Returns a recording time, ms. */
    public double time(int sample) {
        return times[sample];
    }

    /** Returns V of the neuron in a row of the recorder. */
    public double voltage(int row, int sample) {
        return voltage[row][sample];
    }

    /** Returns I of the neuron in a row of the recorder. */
    public double current(int row, int sample) {
        return current[row][sample];
    }
}
