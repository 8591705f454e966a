package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;

/**
 * Squared error of spike times against target trains, the k-th spike of an output against its k-th target:
 *
 * <pre>
 *     L = 1/2 sum over outputs c and k of (t_ck - u_ck)^2              dL/dt_ck = t_ck - u_ck
 * </pre>
 *
 * <p>Both trains count as if they went on with spikes at the end of the run, T. So a target u without a spike
 * costs {@code (T - u)^2 / 2}, without a gradient, since that time is fixed; a surplus spike costs {@code (T -
 * t)^2 / 2} and is pushed later, until it leaves the run. A spike that enters or leaves through the end
 * changes the loss without a jump. Targets beyond the end of a run count as they are.
 *
 * <p>The prediction is the label whose targets are nearest in this sense; none if no output spiked. Linear in
 * the number of spikes and targets.
 */
public final class SpikeTimeSquaredError extends TargetLoss {

    /**
     * Makes a loss.
     *
     * @param outputs spiking neurons
     * @param targets trains for as many outputs
     */
    public SpikeTimeSquaredError(Population outputs, TargetTrains targets) {
        super("spike-time", outputs, targets);
    }

    @Override
    double distance(Tape tape, int label) {
        double sum = 0;
        for (int c = 0; c < outputs.size(); c++) {
            int n = outputs.firstNeuron() + c;
            int count = tape.spikeCountOf(n);
            for (int k = targets.count(label, c) - 1; k >= count; k--) {
                double missing = tape.end() - targets.time(label, c, k);
                sum += missing * missing;
            }
            for (int spike = tape.lastSpike(n); spike != Tape.NO_SPIKE; spike = tape.previousSpike(spike)) {
                double error = tape.time(spike) - target(tape, label, c, --count);
                sum += error * error;
            }
        }
        return 0.5 * sum;
    }

    private double target(Tape tape, int label, int output, int k) {
        return k < targets.count(label, output) ? targets.time(label, output, k) : tape.end();
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            int n = outputs.firstNeuron() + c;
            int k = tape.spikeCountOf(n);
            for (int spike = tape.lastSpike(n); spike != Tape.NO_SPIKE; spike = tape.previousSpike(spike)) {
                seeds.addSpikeTime(spike, tape.time(spike) - target(tape, label, c, --k));
            }
        }
    }
}
