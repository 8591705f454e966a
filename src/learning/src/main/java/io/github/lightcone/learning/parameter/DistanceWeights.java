package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;

/**
 * Weights from positions: how strong a synapse is follows from its length, whether it excites or inhibits
 * from a number of its source.
 *
 * <pre>
 *     w = scale m(a) k(d)        m(a) = tanh(steepness a), between -1 and 1        d = |p_target - p_source|
 * </pre>
 *
 * <p>With k = 1/d this is the rule of E. Erb et al., Training neural networks by optimizing neuron positions,
 * arXiv 2506.13410, whose trainable inhibition values are the numbers a.
 */
public final class DistanceWeights implements SpatialRule {

    private final Network network;
    private final Projection projection;
    private final DistanceKernel kernel;
    private final double scale;
    private final double steepness;
    private final Inhibition inhibition;
    private final double[] mask;
    /** dL/dm of each source, of the gradient that was passed on last. */
    private final double[] ofMask;

    /**
     * Makes a rule.
     *
     * @param projection whose weights follow from it
     * @param kernel strength at a distance
     * @param scale weight at m = 1 and k = 1, above 0
     * @param steepness how fast m goes from -1 to 1, above 0
     * @param values the number a of each source of the projection; copied
     */
    public DistanceWeights(
            Network network,
            Projection projection,
            DistanceKernel kernel,
            double scale,
            double steepness,
            double[] values) {
        ParameterCheck.positive("scale", scale);
        ParameterCheck.positive("steepness", steepness);
        if (values.length != projection.source().size()) {
            throw new IllegalArgumentException(values.length + " numbers for the "
                    + projection.source().size() + " sources of " + projection.name());
        }
        this.network = network;
        this.projection = projection;
        this.kernel = kernel;
        this.scale = scale;
        this.steepness = steepness;
        inhibition = new Inhibition(values.clone());
        mask = new double[values.length];
        ofMask = new double[values.length];
    }

    @Override
    public String name() {
        return "weights from positions " + projection.name();
    }

    @Override
    public Learnable numbers() {
        return inhibition;
    }

    @Override
    public boolean needsDelays() {
        return false;
    }

    private double distance(Parameters parameters, int synapse) {
        return ConductionDelay.distance(
                parameters.position(), network.dimensions(), network.source(synapse), network.target(synapse));
    }

    /** Returns m of the source of a synapse, as it was when the weights were derived. */
    private double mask(int synapse) {
        return mask[network.source(synapse) - projection.source().firstNeuron()];
    }

    @Override
    public void derive(Parameters parameters) {
        for (int k = 0; k < mask.length; k++) {
            mask[k] = StrictMath.tanh(steepness * inhibition.values[k]);
        }
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            double d = distance(parameters, s);
            double weight = scale * mask(s) * kernel.value(d);
            if (!Double.isFinite(weight)) {
                throw new ArithmeticException(name() + ": " + network.describeSynapse(s) + " has a length of " + d
                        + " mm, for which the weight is " + weight);
            }
            parameters.weight()[s] = weight;
        }
    }

    @Override
    public void chain(Parameters parameters, Gradients gradients) {
        int dimensions = network.dimensions();
        int firstSource = projection.source().firstNeuron();
        double[] position = parameters.position();
        double[] ofPosition = gradients.position();
        double[] ofWeight = gradients.weight();
        Arrays.fill(ofMask, 0);
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            int source = network.source(s);
            int target = network.target(s);
            double d = ConductionDelay.distance(position, dimensions, source, target);
            double ofProduct = ofWeight[s] * scale;
            ofMask[source - firstSource] += ofProduct * kernel.value(d);
            if (d == 0) {
                continue;
            }
            double perLength = ofProduct * mask[source - firstSource] * kernel.derivative(d) / d;
            int from = source * dimensions;
            int to = target * dimensions;
            for (int axis = 0; axis < dimensions; axis++) {
                double share = perLength * (position[to + axis] - position[from + axis]);
                ofPosition[to + axis] += share;
                ofPosition[from + axis] -= share;
            }
        }
    }

    /** The numbers a; their gradient is found on the way of that of positions. */
    private final class Inhibition extends RuleNumbers {

        Inhibition(double[] values) {
            super("inhibition " + projection.name(), values, Bounds.none(values.length));
        }

        @Override
        public void gather(Parameters parameters, Gradients gradients, double[] gradient) {
            for (int k = 0; k < mask.length; k++) {
                gradient[k] = ofMask[k] * steepness * (1 - mask[k] * mask[k]);
            }
        }
    }
}
