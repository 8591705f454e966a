package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * Squared error of the times to the first spike against two target times, one for the correct output y and
 * one for the others:
 *
 * <pre>
 *     L = 1/2 (t_y - tCorrect)^2 + 1/2 sum over c != y of (t_c - tWrong)^2         dL/dt_c = t_c - target
 * </pre>
 *
 * <p>An output without a spike counts as one that spikes at the end of the run. That time is fixed, so a
 * silent output gets no gradient; training needs a strategy for that case. With {@code tWrong} at the end of
 * the run, silence of a wrong output costs nothing. A silent output is never the predicted class.
 *
 * <p>Described among other losses by J. K. Eshraghian et al., Training spiking neural networks using lessons
 * from deep learning, Proceedings of the IEEE 111 (2023).
 *
 * @param outputs spiking neurons, one per class
 * @param tCorrect when the correct output should spike first, ms, at least 0
 * @param tWrong when the others should, ms, later than {@code tCorrect}
 */
public record FirstSpikeSquaredError(Population outputs, double tCorrect, double tWrong) implements Loss {

    /** Checks the parameters. */
    public FirstSpikeSquaredError {
        SpikingOutputs.check("first-spike", outputs);
        ParameterCheck.nonNegative("tCorrect", tCorrect);
        ParameterCheck.require(
                tWrong > tCorrect && tWrong < Double.POSITIVE_INFINITY,
                "tWrong",
                tWrong,
                "finite and above tCorrect = " + tCorrect);
    }

    @Override
    public List<Readout> readouts() {
        return List.of();
    }

    @Override
    public int prediction(Tape tape) {
        return FirstSpikes.earliest(tape, outputs);
    }

    @Override
    public double value(Tape tape, int label, double[] workspace) {
        double sum = 0;
        for (int c = 0; c < outputs.size(); c++) {
            workspace[c] = FirstSpikes.time(tape, outputs, c) - (c == label ? tCorrect : tWrong);
            sum += workspace[c] * workspace[c];
        }
        return 0.5 * sum;
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            int spike = tape.firstSpike(outputs.firstNeuron() + c);
            if (spike != Tape.NO_SPIKE) {
                seeds.addSpikeTime(spike, workspace[c]);
            }
        }
    }
}
