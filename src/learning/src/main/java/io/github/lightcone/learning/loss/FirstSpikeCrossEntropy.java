package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * Cross-entropy of the times to the first spike: the output that spikes first names the class.
 *
 * <pre>
 *     L = -log( e^{-t_y / tau0} / sum_c e^{-t_c / tau0} ) + alpha (e^{t_y / tau1} - 1)
 *
 *     dL/dt_y = (1 - softmax_y) / tau0 + (alpha / tau1) e^{t_y / tau1}        dL/dt_c = -softmax_c / tau0
 * </pre>
 *
 * <p>An output without a spike counts as one that spikes at the end of the run, in the softmax and in the
 * alpha term. That time is fixed, so a silent output gets no gradient, not even where it is the correct
 * one; training needs a strategy for that case. A silent output is never the predicted class.
 *
 * <p>J. Göltz et al., Fast and energy-efficient neuromorphic deep learning with first-spike times, Nature
 * Machine Intelligence 3 (2021); in this form T. C. Wunderlich and C. Pehle, Event-based backpropagation
 * can compute exact gradients for spiking neural networks, Scientific Reports 11 (2021).
 *
 * @param outputs spiking neurons, one per class
 * @param tau0 time by which an output must be earlier to be e times as likely, ms
 * @param tau1 time constant of the push towards early spikes, ms
 * @param alpha strength of that push, at least 0
 */
public record FirstSpikeCrossEntropy(Population outputs, double tau0, double tau1, double alpha) implements Loss {

    /** Checks the parameters. */
    public FirstSpikeCrossEntropy {
        SpikingOutputs.check("first-spike", outputs);
        ParameterCheck.positive("tau0", tau0);
        ParameterCheck.positive("tau1", tau1);
        ParameterCheck.nonNegative("alpha", alpha);
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
        for (int c = 0; c < outputs.size(); c++) {
            workspace[c] = -FirstSpikes.time(tape, outputs, c) / tau0;
        }
        double labelTime = FirstSpikes.time(tape, outputs, label);
        return Softmax.crossEntropy(workspace, label) + alpha * StrictMath.expm1(labelTime / tau1);
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            int spike = tape.firstSpike(outputs.firstNeuron() + c);
            if (spike == Tape.NO_SPIKE) {
                continue;
            }
            double derivative = -workspace[c] / tau0;
            if (c == label) {
                derivative += 1 / tau0 + alpha / tau1 * StrictMath.exp(tape.time(spike) / tau1);
            }
            seeds.addSpikeTime(spike, derivative);
        }
    }
}
