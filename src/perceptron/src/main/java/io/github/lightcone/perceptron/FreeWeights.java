package io.github.lightcone.perceptron;

import io.github.lightcone.random.SeededRandom;
import java.util.List;

/**
 * Weights that are learned one by one. They start as K. He et al., Delving deep into rectifiers, ICCV 2015, have it:
 * normal with variance 2 / inputs into the hidden layer, and 1 / hidden into the outputs, which do not rectify.
 */
final class FreeWeights extends Weights {

    private final int hidden;
    private final ParameterArray weights;

    FreeWeights(int inputs, int hidden, int outputs, SeededRandom random) {
        this.hidden = hidden;
        double[] values = new double[(inputs + outputs) * hidden];
        double intoHidden = Math.sqrt(2.0 / inputs);
        double intoOutput = Math.sqrt(1.0 / hidden);
        for (int k = 0; k < values.length; k++) {
            values[k] = (k < inputs * hidden ? intoHidden : intoOutput) * random.nextGaussian();
        }
        weights = new ParameterArray("weights", values);
    }

    @Override
    int dimensions() {
        return 0;
    }

    @Override
    List<ParameterArray> parameters() {
        return List.of(weights);
    }

    @Override
    void derive(Block block, int partner, Scratch scratch) {
        float[] row = block.weight[partner];
        int first = partner * hidden + block.from;
        for (int j = 0; j < block.count; j++) {
            row[j] = (float) weights.values()[first + j];
        }
    }

    @Override
    void lengths(Block block, int partner, Scratch scratch) {
        throw new IllegalArgumentException("connections have no length: the weights do not follow from positions");
    }

    @Override
    void chain(Block block, int partner, float[] gradient, Scratch scratch) {
        int first = partner * hidden + block.from;
        for (int j = 0; j < block.count; j++) {
            weights.gradient()[first + j] = gradient[j];
        }
    }
}
