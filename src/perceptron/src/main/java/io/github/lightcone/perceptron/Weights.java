package io.github.lightcone.perceptron;

import java.util.List;

/**
 * Where the weights of a perceptron come from. Rows are by partner: weights between one input or output and the hidden
 * neurons of a block.
 */
abstract sealed class Weights permits FreeWeights, SpatialWeights {

    /** Returns the number of dimensions neurons have places in, 0 if they have none. */
    abstract int dimensions();

    /** Returns what is learned. */
    abstract List<ParameterArray> parameters();

    /** Makes ready for {@link #derive}, after parameters have changed. */
    void prepare() {}

    /** Finds the weights of a partner. */
    abstract void derive(Block block, int partner, Scratch scratch);

    /** Finds how long the connections of a partner are: {@code scratch.distance}. Throws if neurons have no places. */
    abstract void lengths(Block block, int partner, Scratch scratch);

    /**
     * Passes the gradient of the weights of a partner on to the parameters. Blocks may do so at a time.
     *
     * @param gradient by each weight of the row
     */
    abstract void chain(Block block, int partner, float[] gradient, Scratch scratch);

    /** Adds up what blocks have passed on, in the order of the blocks. */
    void collect(List<Scratch> scratches) {}

    /** Keeps parameters within their bounds. */
    void bound() {}

    /** What one block needs besides: arrays as long as it, and what it passes on to each partner. */
    static final class Scratch {
        final double[] distance;
        final double[] difference;
        final double[] strength;
        final double[][] partnerSlope;
        final double[] partnerMask;

        Scratch(int count, int partners, int dimensions) {
            distance = new double[count];
            difference = new double[count];
            strength = new double[count];
            partnerSlope = new double[dimensions][partners];
            partnerMask = new double[partners];
        }
    }
}
