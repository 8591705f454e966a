package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;

/**
 * Delays from positions at a conduction speed of the projection, or of each of its sources:
 *
 * <pre>
 *     delay = |p_target - p_source| / speed        dL/dspeed = -sum dL/ddelay |p_target - p_source| / speed^2
 * </pre>
 *
 * <p>For networks that know one speed for all their spatial synapses; to the network these delays are given.
 */
public final class OwnSpeed implements SpatialRule {

    private static final double LEAST = 1e-3;

    private final Network network;
    private final Projection projection;
    private final Speeds speeds;

    /**
     * Makes a rule.
     *
     * @param projection whose delays follow from it; not spatial in the network
     * @param speed initial speed, mm/ms, at least 0.001
     * @param perSource whether each source has a speed of its own, such as that of its axon
     * @throws IllegalArgumentException if the delays are conduction delays of the network already
     */
    public OwnSpeed(Network network, Projection projection, double speed, boolean perSource) {
        ParameterCheck.require(speed >= LEAST && speed < Double.POSITIVE_INFINITY, "speed", speed, "at least " + LEAST);
        if (projection.spatial()) {
            throw new IllegalArgumentException(
                    projection.name() + " has conduction delays at the speed of the network already");
        }
        this.network = network;
        this.projection = projection;
        double[] values = new double[perSource ? projection.source().size() : 1];
        Arrays.fill(values, speed);
        speeds = new Speeds(values);
    }

    @Override
    public String name() {
        return "delays from positions " + projection.name();
    }

    @Override
    public Learnable numbers() {
        return speeds;
    }

    private int index(int synapse) {
        return speeds.values.length == 1
                ? 0
                : network.source(synapse) - projection.source().firstNeuron();
    }

    private double distance(Parameters parameters, int synapse) {
        return ConductionDelay.distance(
                parameters.position(), network.dimensions(), network.source(synapse), network.target(synapse));
    }

    @Override
    public boolean needsDelays() {
        return true;
    }

    @Override
    public void derive(Parameters parameters) {
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            parameters.delay()[s] = distance(parameters, s) / speeds.values[index(s)];
        }
    }

    @Override
    public void chain(Parameters parameters, Gradients gradients) {
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            ConductionDelay.addGradient(
                    parameters.position(),
                    network.dimensions(),
                    network.source(s),
                    network.target(s),
                    speeds.values[index(s)],
                    gradients.delay()[s],
                    gradients.position());
        }
    }

    /** The speeds. */
    private final class Speeds extends RuleNumbers {

        Speeds(double[] values) {
            super("speed " + projection.name(), values, Bounds.of(values.length, LEAST, Double.POSITIVE_INFINITY));
        }

        @Override
        public void gather(Parameters parameters, Gradients gradients, double[] gradient) {
            Arrays.fill(gradient, 0);
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                double speed = values[index(s)];
                gradient[index(s)] -= gradients.delay()[s] * distance(parameters, s) / (speed * speed);
            }
        }
    }
}
