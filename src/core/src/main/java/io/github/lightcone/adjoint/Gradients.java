package io.github.lightcone.adjoint;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;
import java.util.List;

/**
 * The gradient of a loss, in the shape of {@link Parameters}. Backward passes add to it. The accessors
 * return the arrays themselves.
 *
 * <p>Passes fill {@code delay} with the derivative with respect to each synapse's total delay, which is
 * also the derivative with respect to its own part. {@link #toPositions} turns these into gradients of
 * positions and speed, once for as many passes as were added up.
 */
public final class Gradients {

    private final double[] weight;
    private final double[] delay;
    private final double[] position;
    private final double[] tauMem;
    private final double[] tauSyn;
    private final double[] bias;
    private final double[] vThreshold;
    private final double[] vReset;
    private final double[] vInitial;
    private final double[][] arrays;
    private final boolean delays;
    private double conductionSpeed;

    /** Makes a zero gradient for the parameters of a network. */
    public Gradients(Network network) {
        this(network, true);
    }

    /**
     * Returns a zero gradient that lacks what is there for delays, and so for the conduction speed and for positions as far
     * as delays depend on them: it is cleared, added up and scaled in about half the time.
     */
    public static Gradients withoutDelays(Network network) {
        return new Gradients(network, false);
    }

    private Gradients(Network network, boolean delays) {
        this.delays = delays;
        int neurons = network.neuronCount();
        weight = new double[network.synapseCount()];
        delay = new double[network.synapseCount()];
        position = new double[neurons * network.dimensions()];
        tauMem = new double[neurons];
        tauSyn = new double[neurons];
        bias = new double[neurons];
        vThreshold = new double[neurons];
        vReset = new double[neurons];
        vInitial = new double[neurons];
        arrays = delays
                ? new double[][] {weight, delay, position, tauMem, tauSyn, bias, vThreshold, vReset, vInitial}
                : new double[][] {weight, position, tauMem, tauSyn, bias, vThreshold, vReset, vInitial};
    }

    /** Sets everything to 0. */
    public void clear() {
        for (double[] values : arrays) {
            Arrays.fill(values, 0);
        }
        conductionSpeed = 0;
    }

    /** Adds another gradient of the same network. */
    public void add(Gradients other) {
        for (int k = 0; k < arrays.length; k++) {
            double[] sum = arrays[k];
            double[] term = other.arrays[k];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += term[i];
            }
        }
        conductionSpeed += other.conductionSpeed;
    }

    /** Multiplies everything by a factor. */
    public void scale(double factor) {
        for (double[] values : arrays) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
        conductionSpeed *= factor;
    }

    /**
     * Adds to the gradients of positions and conduction speed what follows from those of the delays of
     * spatial synapses. To be called once, after the last pass. Without delays, does nothing.
     *
     * @param network the description
     * @param parameters the positions and the speed at which the delays were computed
     */
    public void toPositions(Network network, Parameters parameters) {
        if (!delays) {
            return;
        }
        List<Projection> projections = network.projections();
        for (int p = 0; p < projections.size(); p++) {
            Projection projection = projections.get(p);
            if (projection.spatial()) {
                for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                    conductionSpeed += ConductionDelay.addGradient(
                            parameters.position(),
                            network.dimensions(),
                            network.source(s),
                            network.target(s),
                            parameters.conductionSpeed(),
                            delay[s],
                            position);
                }
            }
        }
    }

    /** Returns dL/dweight of each synapse. */
    public double[] weight() {
        return weight;
    }

    /**
     * Returns dL/ddelay of each synapse, 1/ms.
     *
     * @throws IllegalStateException if it was made {@link #withoutDelays}
     */
    public double[] delay() {
        requireDelays();
        return delay;
    }

    boolean hasDelays() {
        return delays;
    }

    /** As {@link #delay}, for passes, which write it in any case; without delays its content means nothing. */
    double[] writtenDelay() {
        return delay;
    }

    /** Returns dL/dposition, neuron by neuron, 1/mm. */
    public double[] position() {
        return position;
    }

    /**
     * Returns dL/dconductionSpeed, ms/mm.
     *
     * @throws IllegalStateException if it was made {@link #withoutDelays}
     */
    public double conductionSpeed() {
        requireDelays();
        return conductionSpeed;
    }

    private void requireDelays() {
        if (!delays) {
            throw new IllegalStateException("this gradient was made without delays");
        }
    }

    /** Returns dL/dtauMem of each neuron, 1/ms; filled by passes that were asked for it. */
    public double[] tauMem() {
        return tauMem;
    }

    /** Returns dL/dtauSyn of each neuron, 1/ms; filled by passes that were asked for it. */
    public double[] tauSyn() {
        return tauSyn;
    }

    /** Returns dL/dbias of each neuron. */
    public double[] bias() {
        return bias;
    }

    /** Returns dL/dvThreshold of each neuron. */
    public double[] vThreshold() {
        return vThreshold;
    }

    /** Returns dL/dvReset of each neuron. */
    public double[] vReset() {
        return vReset;
    }

    /** Returns dL/dvInitial of each neuron. */
    public double[] vInitial() {
        return vInitial;
    }
}
