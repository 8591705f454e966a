package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * First spikes of wrong outputs a fixed time after that of the correct one, y:
 *
 * <pre>
 *     L = 1/2 sum over c != y of (t_c - t_y - gap)^2
 *
 *     dL/dt_c = t_c - t_y - gap             dL/dt_y = -sum over c != y of (t_c - t_y - gap)
 * </pre>
 *
 * <p>There is no hinge: a wrong output that is later than asked for is pulled back as much as one that is
 * too early is pushed away, so times stay close together. Clipped, the terms of outputs that are late
 * enough, {@code t_c - t_y >= gap}, are 0; value and gradient are continuous there.
 *
 * <p>An output without a spike counts as one that spikes at the end of the run. That time is fixed, so a
 * silent output gets no gradient; training needs a strategy for that case. A silent output is never the
 * predicted class.
 *
 * <p>Clipped it is close to the relative targets of S. R. Kheradpisheh and T. Masquelier, Temporal
 * backpropagation for spiking neural networks with one spike per neuron, International Journal of Neural
 * Systems 30 (2020), which count from the earliest output.
 *
 * @param outputs spiking neurons, one per class
 * @param gap by how much the correct output should be first, ms, above 0
 * @param clipped whether outputs that are late enough are left alone
 */
public record RelativeFirstSpike(Population outputs, double gap, boolean clipped) implements Loss {

    /** Checks the parameters. */
    public RelativeFirstSpike {
        SpikingOutputs.check("relative first-spike", outputs);
        ParameterCheck.positive("gap", gap);
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
        double correct = FirstSpikes.time(tape, outputs, label);
        double sum = 0;
        for (int c = 0; c < outputs.size(); c++) {
            double excess = FirstSpikes.time(tape, outputs, c) - correct - gap;
            workspace[c] = c == label || (clipped && excess > 0) ? 0 : excess;
            sum += workspace[c] * workspace[c];
        }
        return 0.5 * sum;
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        double sum = 0;
        for (int c = 0; c < outputs.size(); c++) {
            int spike = tape.firstSpike(outputs.firstNeuron() + c);
            sum += workspace[c];
            if (spike != Tape.NO_SPIKE && c != label) {
                seeds.addSpikeTime(spike, workspace[c]);
            }
        }
        int correct = tape.firstSpike(outputs.firstNeuron() + label);
        if (correct != Tape.NO_SPIKE) {
            seeds.addSpikeTime(correct, -sum);
        }
    }
}
