package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * Cross-entropy of smooth spike counts: the output that spikes most names the class.
 *
 * <pre>
 *     n_c = sum over the spikes t of output c of (1 - e^{-(T - t)/tau})             T the end of the run
 *
 *     L = -log softmax_y(scale n_c)        dL/dt = -(scale / tau) (softmax_c - [c = y]) e^{-(T - t)/tau}
 * </pre>
 *
 * <p>The number of spikes itself is constant wherever it has a derivative, so its gradient is 0 and nothing
 * could be learned from it. A smooth count has an exact gradient that moves spikes: those of the correct output
 * earlier, those of the others later and in the end out of the run, which they leave without a jump of the
 * loss. For tau towards 0 it is the number of spikes; a useful tau is about as long as the run. No gradient makes
 * a spike where there was none: training needs a strategy for a correct output that is silent.
 *
 * <p>The prediction goes by the number of spikes, and by the smooth count among equals; {@link #hardValue}
 * reports the loss of the numbers of spikes.
 *
 * @param outputs spiking neurons, one per class
 * @param tau time before the end in which a spike counts less, ms, above 0
 * @param scale logit per spike, above 0
 */
public record SpikeCountCrossEntropy(Population outputs, double tau, double scale) implements Loss {

    /** Checks the parameters. */
    public SpikeCountCrossEntropy {
        SpikingOutputs.check("spike-count", outputs);
        ParameterCheck.positive("tau", tau);
        ParameterCheck.positive("scale", scale);
    }

    @Override
    public List<Readout> readouts() {
        return List.of();
    }

    /** Returns the smooth count of an output. */
    public double smoothCount(Tape tape, int output) {
        double sum = 0;
        for (int k = tape.lastSpike(outputs.firstNeuron() + output); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
            sum -= StrictMath.expm1((tape.time(k) - tape.end()) / tau);
        }
        return sum;
    }

    @Override
    public int prediction(Tape tape) {
        int best = NO_CLASS;
        int most = 0;
        double smoothOfBest = 0;
        for (int c = 0; c < outputs.size(); c++) {
            int count = tape.spikeCountOf(outputs.firstNeuron() + c);
            if (count < Math.max(1, most)) {
                continue;
            }
            double smooth = smoothCount(tape, c);
            if (count > most || smooth > smoothOfBest) {
                best = c;
                most = count;
                smoothOfBest = smooth;
            }
        }
        return best;
    }

    @Override
    public double value(Tape tape, int label, double[] workspace) {
        for (int c = 0; c < outputs.size(); c++) {
            workspace[c] = scale * smoothCount(tape, c);
        }
        return Softmax.crossEntropy(workspace, label);
    }

    /**
     * Returns the cross-entropy of the numbers of spikes, for reports. It has no useful gradient.
     *
     * @param workspace of {@link #workspaceSize} numbers. Modified.
     */
    public double hardValue(Tape tape, int label, double[] workspace) {
        for (int c = 0; c < outputs.size(); c++) {
            workspace[c] = scale * tape.spikeCountOf(outputs.firstNeuron() + c);
        }
        return Softmax.crossEntropy(workspace, label);
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            double perCount = scale * (workspace[c] - (c == label ? 1 : 0));
            for (int k = tape.lastSpike(outputs.firstNeuron() + c); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
                seeds.addSpikeTime(k, -perCount / tau * StrictMath.exp((tape.time(k) - tape.end()) / tau));
            }
        }
    }
}
