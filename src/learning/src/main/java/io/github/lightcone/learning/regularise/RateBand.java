package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/**
 * Keeps the number of spikes n of each neuron and example within a band, by a surrogate gradient:
 *
 * <pre>
 *     cost   strength/2 (n - low)^2 below the band, strength/2 (n - high)^2 above it, 0 within
 *     seed   at each spike of the neuron: the voltage just before it gets the derivative strength (n - bound)
 * </pre>
 *
 * <p><b>A surrogate, not a derivative.</b> The cost is piecewise constant and its gradient 0. The seed acts as
 * if each spike were worth as much as the voltage that makes it: where there are too many, voltages at spikes
 * are lowered, where there are too few they are raised. With one number for both ends it is the rule of
 * Nowotny et al.; there the counts are means over the batch before, here they are those of the example
 * itself. Their strength is that of the jump of lamV; here lamV jumps by {@code -strength (n - bound) / tauMem}.
 *
 * <p>A neuron without a spike gets no seed, though it costs something below a band; see {@link VoltagePull}.
 * Thresholds get nothing of it directly.
 *
 * <p>T. Nowotny, J. P. Turner, J. C. Knight, Loss shaping enhances exact gradient learning with Eventprop in
 * spiking neural networks, Neuromorphic Computing and Engineering 5 (2025).
 *
 * @param neurons spiking neurons
 * @param low the least number of spikes in an example, at least 0
 * @param high the largest number, at least {@code low}, possibly infinite
 * @param strength cost per square of a spike, at least 0
 */
public record RateBand(Population neurons, double low, double high, double strength) implements ActivityRegulariser {

    /** Checks the parameters. */
    public RateBand {
        if (neurons.kind() != NeuronKind.LIF) {
            throw new IllegalArgumentException("rates need spiking neurons; population '" + neurons.name() + "' is a "
                    + neurons.kind().label());
        }
        ParameterCheck.nonNegative("low", low);
        ParameterCheck.require(high >= low, "high", high, "at least low = " + low);
        ParameterCheck.nonNegative("strength", strength);
    }

    @Override
    public List<Readout> readouts() {
        return List.of();
    }

    /** Returns by how many spikes a neuron is above the band, below 0 where it is below the band. */
    private double excess(Tape tape, int n) {
        int count = tape.spikeCountOf(n);
        return count > high ? count - high : Math.min(0, count - low);
    }

    @Override
    public double value(Tape tape, int label, int offset) {
        double sum = 0;
        for (int n = neurons.firstNeuron(); n < neurons.endNeuron(); n++) {
            double excess = excess(tape, n);
            sum += excess * excess;
        }
        return 0.5 * strength * sum;
    }

    /**
     * Adds the surrogate derivatives.
     *
     * @return the number of neurons outside the band that spiked
     */
    @Override
    public int seed(Tape tape, int label, int offset, LossSeeds seeds) {
        int acted = 0;
        for (int n = neurons.firstNeuron(); n < neurons.endNeuron(); n++) {
            double excess = excess(tape, n);
            if (excess != 0 && tape.spikeCountOf(n) > 0) {
                acted++;
                for (int k = tape.lastSpike(n); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
                    seeds.addSpikeVoltage(k, strength * excess);
                }
            }
        }
        return acted;
    }
}
