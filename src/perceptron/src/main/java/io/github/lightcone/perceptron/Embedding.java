package io.github.lightcone.perceptron;

import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.Positions;

/**
 * How weights follow from positions.
 *
 * <pre>
 *     w = scale m(a) k(d)        m(a) = tanh(steepness a) of the source        d = |p_target - p_source|
 * </pre>
 *
 * <p>E. Erb et al., Training neural networks by optimizing neuron positions, arXiv 2506.13410, with k = 1/d.
 *
 * @param dimensions number of coordinates of a neuron, from 1; the layers follow one another along the last
 * @param planes what holds for the last coordinate
 * @param kernel strength at a distance
 * @param steepness how fast m goes from -1 to 1, above 0
 * @param hiddenScale weight at m = 1 and k = 1 from inputs to hidden neurons, above 0
 * @param outputScale the same from hidden neurons to outputs, above 0
 * @param inputSpread the coordinates of inputs, all but the last, start evenly spread from minus this to this, mm
 * @param hiddenSpread the same of hidden neurons
 * @param outputSpread the same of outputs
 */
public record Embedding(
        int dimensions,
        Planes planes,
        DistanceKernel kernel,
        double steepness,
        double hiddenScale,
        double outputScale,
        double inputSpread,
        double hiddenSpread,
        double outputSpread) {

    /** Checks the numbers. */
    public Embedding {
        Positions.checkDimensions(dimensions);
        ParameterCheck.positive("steepness", steepness);
        ParameterCheck.positive("scale into hidden neurons", hiddenScale);
        ParameterCheck.positive("scale into outputs", outputScale);
        ParameterCheck.positive("spread of inputs", inputSpread);
        ParameterCheck.positive("spread of hidden neurons", hiddenSpread);
        ParameterCheck.positive("spread of outputs", outputSpread);
    }
}
