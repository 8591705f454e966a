package io.github.lightcone.learning.training;

import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;

/**
 * Holds the rates of neurons within a band by their weights alone. After each step, with n the mean number of spikes
 * of a neuron in the examples of the batch,
 *
 * <pre>
 *     all weights onto it   += rate strength (low - n)    where n &lt; low
 *                           -= rate strength (n - high)   where n &gt; high
 * </pre>
 *
 * <p>where the rate is that of the weights in this step, the largest if they differ. It is not part of the gradient: as
 * decoupled weight decay, it passes by the optimiser, and it moves no delay and no position. So it also suits networks
 * whose positions are learned, where a {@link io.github.lightcone.learning.regularise.RateBand} pulls on positions
 * that many neurons share, and neurons that are silent, which have no gradient. Weights that are not learned, or are
 * at their bounds, stay.
 *
 * @param neurons spiking neurons
 * @param low the least mean number of spikes in an example, at least 0
 * @param high the largest, at least {@code low}, possibly infinite
 * @param strength change of each weight per spike outside the band, in units of the rate; at least 0
 */
public record Homeostasis(Population neurons, double low, double high, double strength) {

    /** Checks the parameters. */
    public Homeostasis {
        if (neurons.kind() != NeuronKind.LIF) {
            throw new IllegalArgumentException("homeostasis needs spiking neurons; population '" + neurons.name()
                    + "' is a " + neurons.kind().label());
        }
        ParameterCheck.nonNegative("low", low);
        ParameterCheck.require(high >= low, "high", high, "at least low = " + low);
        ParameterCheck.nonNegative("strength", strength);
    }

    /** Returns by how much weights onto a neuron change per unit of the rate. */
    double change(double meanSpikes) {
        if (meanSpikes < low) {
            return strength * (low - meanSpikes);
        }
        return meanSpikes > high ? -strength * (meanSpikes - high) : 0;
    }
}
