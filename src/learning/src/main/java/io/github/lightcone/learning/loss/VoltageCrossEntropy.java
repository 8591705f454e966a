package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Cross-entropy of readouts of the output voltages, {@code L = -log softmax_y(scale R_c)}, with R_c one of
 *
 * <pre>
 *     weighted      int_0^T e^{-t/tau} V_c dt     early voltage counts most; the default for temporal tasks
 *     integrated    int_0^T V_c dt
 *     maximum       max_t V_c
 * </pre>
 *
 * <p>The scale belongs to the loss: too small, and the softmax is flat. Published losses have 1/T; runs of
 * length T in which voltages stay well below 1 want 10/T to 40/T.
 *
 * <p>T. Nowotny, J. P. Turner, J. C. Knight, Loss shaping enhances exact gradient learning with Eventprop in
 * spiking neural networks, Neuromorphic Computing and Engineering 5 (2025).
 */
public final class VoltageCrossEntropy implements Loss {

    private final Population outputs;
    private final List<Readout> readouts;
    private final double scale;

    private VoltageCrossEntropy(Population outputs, double scale, IntFunction<Readout> readout) {
        if (!outputs.kind().hasState()) {
            throw new IllegalArgumentException("population '" + outputs.name() + "' has no voltage");
        }
        ParameterCheck.positive("scale", scale);
        this.outputs = outputs;
        this.scale = scale;
        readouts = IntStream.range(outputs.firstNeuron(), outputs.endNeuron())
                .mapToObj(readout)
                .toList();
    }

    /**
     * Reads the integral of {@code e^{-t/tau} V}.
     *
     * @param outputs one neuron per class
     * @param tau decay time of the weight, ms
     * @param scale logit per readout, 1/ms
     */
    public static VoltageCrossEntropy weighted(Population outputs, double tau, double scale) {
        return new VoltageCrossEntropy(outputs, scale, neuron -> Readout.weighted(neuron, tau));
    }

    /**
     * Reads the integral of V.
     *
     * @param outputs one neuron per class
     * @param scale logit per readout, 1/ms
     */
    public static VoltageCrossEntropy integrated(Population outputs, double scale) {
        return new VoltageCrossEntropy(outputs, scale, Readout::integral);
    }

    /**
     * Reads the maximum of V.
     *
     * @param outputs leaky integrators, one per class
     * @param scale logit per readout
     */
    public static VoltageCrossEntropy maximum(Population outputs, double scale) {
        if (outputs.kind() != NeuronKind.LEAKY_INTEGRATOR) {
            throw new IllegalArgumentException("maximum voltage needs leaky integrators; population '" + outputs.name()
                    + "' is a " + outputs.kind().label());
        }
        return new VoltageCrossEntropy(outputs, scale, Readout::maximum);
    }

    @Override
    public Population outputs() {
        return outputs;
    }

    @Override
    public List<Readout> readouts() {
        return readouts;
    }

    @Override
    public int prediction(Tape tape) {
        int best = 0;
        for (int c = 1; c < readouts.size(); c++) {
            if (tape.readout(c) > tape.readout(best)) {
                best = c;
            }
        }
        return best;
    }

    @Override
    public double value(Tape tape, int label, double[] workspace) {
        for (int c = 0; c < readouts.size(); c++) {
            workspace[c] = scale * tape.readout(c);
        }
        return Softmax.crossEntropy(workspace, label);
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < readouts.size(); c++) {
            seeds.addReadout(c, scale * (workspace[c] - (c == label ? 1 : 0)));
        }
    }
}
