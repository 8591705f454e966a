package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the mean voltage of each neuron near a target, with exact derivatives:
 *
 * <pre>
 *     cost   strength/2 sum over neurons of (R / T - target)^2         R = int_0^T V dt
 *     dR     strength (R / T - target) / T
 * </pre>
 *
 * <p>The voltage of a spiking neuron is that with its resets and its time in refractoriness. It depends on the
 * weights of a silent neuron, too, so that this also reaches neurons that never spike. A neuron that is read by
 * another integral, such as an output of a voltage loss, cannot be read by this one.
 */
public final class MeanVoltage implements ActivityRegulariser {

    private final double target;
    private final double strength;
    private final List<Readout> readouts;

    /**
     * Makes a regulariser.
     *
     * @param neurons neurons with a voltage
     * @param target mean voltage to be near, finite
     * @param strength cost per square of voltage, at least 0
     */
    public MeanVoltage(Population neurons, double target, double strength) {
        if (!neurons.kind().hasState()) {
            throw new IllegalArgumentException("population '" + neurons.name() + "' has no voltage");
        }
        ParameterCheck.finite("target", target);
        ParameterCheck.nonNegative("strength", strength);
        this.target = target;
        this.strength = strength;
        readouts = IntStream.range(neurons.firstNeuron(), neurons.endNeuron())
                .mapToObj(Readout::integral)
                .toList();
    }

    @Override
    public List<Readout> readouts() {
        return readouts;
    }

    @Override
    public double value(Tape tape, int label, int offset) {
        double sum = 0;
        for (int r = offset; r < offset + readouts.size(); r++) {
            double difference = tape.readout(r) / tape.end() - target;
            sum += difference * difference;
        }
        return 0.5 * strength * sum;
    }

    /**
     * Adds the derivatives.
     *
     * @return the number of neurons
     */
    @Override
    public int seed(Tape tape, int label, int offset, LossSeeds seeds) {
        for (int r = offset; r < offset + readouts.size(); r++) {
            seeds.addReadout(r, strength * (tape.readout(r) / tape.end() - target) / tape.end());
        }
        return readouts.size();
    }
}
