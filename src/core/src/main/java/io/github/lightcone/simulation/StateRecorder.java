package io.github.lightcone.simulation;

import io.github.lightcone.neuron.Flow;
import java.util.Arrays;

/**
 * Records V and I of chosen neurons at chosen times: the state after all events at that time, and
 * before an arrival at the end of the run, which has no effect. NaN where a run has not come to yet.
 */
public final class StateRecorder {

    static final StateRecorder NOTHING = new StateRecorder(new int[0], new double[0]);

    private final int[] neurons;
    private final double[] times;
    private final double[][] voltage;
    private final double[][] current;
    private final int[] rowOf;
    private final int[] nextSample;

    /**
     * Makes a recorder.
     *
     * @param neurons neurons with state, none twice; copied
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
        nextSample = new int[neurons.length];
        rowOf = new int[1 + Math.max(-1, Arrays.stream(neurons).max().orElse(-1))];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < neurons.length; row++) {
            if (neurons[row] < 0) {
                throw new IllegalArgumentException("cannot record from neuron " + neurons[row]);
            }
            if (rowOf[neurons[row]] >= 0) {
                throw new IllegalArgumentException("neuron " + neurons[row] + " is to be recorded twice");
            }
            rowOf[neurons[row]] = row;
        }
    }

    void rewind() {
        Arrays.fill(nextSample, 0);
        for (int row = 0; row < neurons.length; row++) {
            Arrays.fill(voltage[row], Double.NaN);
            Arrays.fill(current[row], Double.NaN);
        }
    }

    /** Returns the row of a neuron, or -1 if it is not recorded. */
    int rowOf(int n) {
        return n < rowOf.length ? rowOf[n] : -1;
    }

    /** V was held over a stretch; its end belongs to what follows. */
    void held(int n, double from, double to, double v, double i, double c) {
        int row = rowOf(n);
        if (row < 0) {
            return;
        }
        for (; isDue(row, to); nextSample[row]++) {
            double x = times[nextSample[row]] - from;
            store(row, v, Flow.current(c, i, x));
        }
    }

    /** V flowed over a stretch, from v above the bias; its end belongs to what follows. */
    void flowed(int n, double from, double to, double v, double i, double bias, double a, double c) {
        int row = rowOf[n];
        for (; isDue(row, to); nextSample[row]++) {
            double x = times[nextSample[row]] - from;
            store(row, bias + Flow.voltage(a, c, v, i, x), Flow.current(c, i, x));
        }
    }

    /** The run ended in this state, or pauses in it. */
    void ended(int n, double end, double v, double i) {
        int row = rowOf(n);
        if (row < 0) {
            return;
        }
        for (; nextSample[row] < times.length && times[nextSample[row]] <= end; nextSample[row]++) {
            store(row, v, i);
        }
    }

    private boolean isDue(int row, double before) {
        return nextSample[row] < times.length && times[nextSample[row]] < before;
    }

    private void store(int row, double v, double i) {
        voltage[row][nextSample[row]] = v;
        current[row][nextSample[row]] = i;
    }

    /** Saves how far it has come. */
    void save(StateWriter out) {
        out.put(nextSample, 0, nextSample.length);
    }

    void load(StateReader in) {
        in.get(nextSample, 0, nextSample.length);
    }

    /** Saves what has been recorded before a time: a sample at the time of a pause is not final. */
    void saveSamples(double before, StateWriter out) {
        int samples = samplesBefore(before);
        for (int row = 0; row < neurons.length; row++) {
            out.put(voltage[row], 0, samples);
            out.put(current[row], 0, samples);
        }
    }

    void loadSamples(double before, StateReader in) {
        int samples = samplesBefore(before);
        for (int row = 0; row < neurons.length; row++) {
            in.get(voltage[row], 0, samples);
            in.get(current[row], 0, samples);
        }
    }

    /** Returns the number of recording times before a time. */
    int samplesBefore(double time) {
        int samples = 0;
        while (samples < times.length && times[samples] < time) {
            samples++;
        }
        return samples;
    }

    int neuronCount() {
        return neurons.length;
    }

    int neuron(int row) {
        return neurons[row];
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
