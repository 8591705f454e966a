package io.github.lightcone.hardware.mismatch;

import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.random.SeededRandom;
import java.util.random.RandomGenerator;

/** Draws devices around a network. */
public final class Mismatch {

    /** The least factor of a normal draw: thresholds stay above resets and time constants above 0. */
    private static final double LEAST_FACTOR = 0.01;

    private static final long FIRST_STREAM = 1000;

    private final Spread spread;
    private final RandomGenerator random;
    private int held;

    private Mismatch(Spread spread, RandomGenerator random) {
        this.spread = spread;
        this.random = random;
    }

    /**
     * Draws a device. Numbers come in this order: per neuron with state its threshold, tauMem and tauSyn; per synapse
     * its weight and its delay. O(neurons + synapses).
     *
     * <p>A factor of a threshold or time constant is held at 0.01 or more, a delay at 0; an initial voltage at or
     * above its new threshold goes to the reset.
     *
     * @param seed of all devices
     * @param number of this one, at least 0
     */
    public static Device draw(Network network, Spread spread, long seed, int number) {
        return new Mismatch(spread, new SeededRandom(seed, FIRST_STREAM + number)).draw(network);
    }

    private Device draw(Network network) {
        Network device = spread.delay() > 0 ? FixedDelays.of(network) : network;
        Parameters parameters = device.parameters();
        for (int n = 0; n < device.neuronCount(); n++) {
            if (!Double.isNaN(parameters.bias()[n])) {
                drawNeuron(parameters, n);
            }
        }
        for (int s = 0; s < device.synapseCount(); s++) {
            parameters.weight()[s] *= factor(spread.weights());
            double delay = parameters.delay()[s] + spread.delay() * random.nextGaussian();
            if (delay < 0) {
                held++;
            }
            parameters.delay()[s] = spread.delay() == 0 ? parameters.delay()[s] : Math.max(0, delay);
        }
        return new Device(device.with(parameters), held);
    }

    private void drawNeuron(Parameters parameters, int n) {
        double threshold = positive(factor(spread.threshold()));
        if (parameters.vThreshold()[n] < Double.POSITIVE_INFINITY) {
            double reset = parameters.vReset()[n];
            parameters.vThreshold()[n] = reset + threshold * (parameters.vThreshold()[n] - reset);
            if (parameters.vInitial()[n] >= parameters.vThreshold()[n]) {
                parameters.vInitial()[n] = reset;
                held++;
            }
        }
        parameters.tauMem()[n] *= positive(factor(spread.timeConstants()));
        parameters.tauSyn()[n] *= positive(factor(spread.timeConstants()));
    }

    private double factor(double deviation) {
        double normal = deviation * random.nextGaussian();
        return spread.lognormal() ? StrictMath.exp(normal - 0.5 * deviation * deviation) : 1 + normal;
    }

    private double positive(double factor) {
        if (factor < LEAST_FACTOR) {
            held++;
            return LEAST_FACTOR;
        }
        return factor;
    }
}
