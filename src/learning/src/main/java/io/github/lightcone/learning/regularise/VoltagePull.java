package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pulls the voltage of silent neurons up, with exact derivatives. Each neuron that should have spiked and did
 * not costs
 *
 * <pre>
 *     strength (level - max V)                 derivative with respect to max V: -strength
 * </pre>
 *
 * <p>A silent neuron has no gradient of its spikes, but the maximum of its voltage has one, see
 * {@link Readout#maximum}: it raises the weights of arrivals before the maximum most. Where nothing arrived, the
 * maximum is the initial voltage or that of the bias alone and no weight receives anything. The cost jumps to 0
 * when the neuron begins to spike.
 *
 * <p>The level is a constant, so it does not matter to the gradient, and thresholds are not lowered; with the
 * threshold as level the cost falls to 0 as the voltage reaches it.
 */
public final class VoltagePull implements ActivityRegulariser {

    private final Population neurons;
    private final boolean correctOnly;
    private final double level;
    private final double strength;
    private final List<Readout> readouts;

    private VoltagePull(Population neurons, boolean correctOnly, double level, double strength) {
        if (neurons.kind() != NeuronKind.LIF) {
            throw new IllegalArgumentException("a voltage pull needs spiking neurons; population '" + neurons.name()
                    + "' is a " + neurons.kind().label());
        }
        ParameterCheck.finite("level", level);
        ParameterCheck.nonNegative("strength", strength);
        this.neurons = neurons;
        this.correctOnly = correctOnly;
        this.level = level;
        this.strength = strength;
        readouts = IntStream.range(neurons.firstNeuron(), neurons.endNeuron())
                .mapToObj(Readout::maximum)
                .toList();
    }

    /**
     * Pulls the output of the correct class where it is silent.
     *
     * @param outputs spiking neurons, one per class
     * @param level voltage at which the cost is 0, finite; usually the threshold
     * @param strength cost per voltage, at least 0
     */
    public static VoltagePull ofCorrectOutput(Population outputs, double level, double strength) {
        return new VoltagePull(outputs, true, level, strength);
    }

    /**
     * Pulls every neuron of a population that is silent in the example.
     *
     * @param neurons spiking neurons
     * @param level voltage at which the cost is 0, finite; usually the threshold
     * @param strength cost per voltage, at least 0
     */
    public static VoltagePull ofSilentNeurons(Population neurons, double level, double strength) {
        return new VoltagePull(neurons, false, level, strength);
    }

    @Override
    public List<Readout> readouts() {
        return readouts;
    }

    private boolean isPulled(Tape tape, int label, int index) {
        return tape.spikeCountOf(neurons.firstNeuron() + index) == 0 && (!correctOnly || index == label);
    }

    @Override
    public double value(Tape tape, int label, int offset) {
        double sum = 0;
        for (int index = 0; index < neurons.size(); index++) {
            if (isPulled(tape, label, index)) {
                sum += level - tape.readout(offset + index);
            }
        }
        return strength * sum;
    }

    /**
     * Adds the derivatives.
     *
     * @return the number of neurons that were pulled
     */
    @Override
    public int seed(Tape tape, int label, int offset, LossSeeds seeds) {
        int pulled = 0;
        for (int index = 0; index < neurons.size(); index++) {
            if (isPulled(tape, label, index)) {
                seeds.addReadout(offset + index, -strength);
                pulled++;
            }
        }
        return pulled;
    }
}
