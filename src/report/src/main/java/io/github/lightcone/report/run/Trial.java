package io.github.lightcone.report.run;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import java.util.stream.IntStream;

/**
 * One example, run again exactly.
 *
 * @param example its number in its set
 * @param label class it belongs to
 * @param prediction class it was taken for, -1 for none
 * @param end length of the run, ms
 * @param neuron neuron of each spike, in order of time
 * @param time time of each spike, ms
 * @param voltageOf neurons whose voltages are recorded: the outputs
 * @param sample times of the samples, ms
 * @param voltage for each of them, its voltages at these times
 * @param synapticEvents arrivals at synapses
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Trial(
        int example,
        int label,
        int prediction,
        double end,
        int[] neuron,
        double[] time,
        int[] voltageOf,
        double[] sample,
        double[][] voltage,
        long synapticEvents) {

    private static final int SAMPLES = 400;
    private static final int MOST_VOLTAGES = 64;

    static Trial run(CompiledNetwork compiled, Loss loss, SpikeTrains input, int label, int example, double end) {
        int[] outputs = IntStream.range(
                        loss.outputs().firstNeuron(), loss.outputs().endNeuron())
                .limit(MOST_VOLTAGES)
                .toArray();
        double[] sample = new double[SAMPLES + 1];
        for (int k = 0; k <= SAMPLES; k++) {
            sample[k] = end * k / SAMPLES;
        }
        StateRecorder recorder = new StateRecorder(outputs, sample);
        Tape tape = new Simulator(compiled, loss.readouts()).record(recorder).run(input, end);
        int[] neuron = new int[tape.spikeCount()];
        double[] time = new double[tape.spikeCount()];
        for (int k = 0; k < neuron.length; k++) {
            neuron[k] = tape.neuron(k);
            time[k] = tape.time(k);
        }
        double[][] voltage = new double[outputs.length][sample.length];
        for (int row = 0; row < outputs.length; row++) {
            for (int k = 0; k < sample.length; k++) {
                voltage[row][k] = recorder.voltage(row, k);
            }
        }
        return new Trial(
                example,
                label,
                loss.prediction(tape),
                end,
                neuron,
                time,
                outputs,
                sample,
                voltage,
                tape.synapticEvents());
    }
}
