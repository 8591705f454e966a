/**
 * Multilayer perceptrons whose weights may follow from the positions of neurons: the rate-coded counterpart of spiking
 * networks with weights from positions.
 *
 * <pre>
 *     SparseImages       examples, without the inputs that are 0
 *     Embedding          how weights follow from positions
 *     Perceptron         forward and backward through blocks of hidden neurons
 *       FreeWeights, SpatialWeights    parameters to weights, and gradients back: mirror images
 *       SparseRows       multiples of rows, the inner loop
 *     Pruning            which weights are set to 0
 *     PerceptronTrainer  epochs of batches, the best epoch, checkpoints
 * </pre>
 *
 * <p>The inputs of an example that are not 0 choose rows of weights, and multiples of them are added up over a block of
 * hidden neurons; on the way back the examples in which an input is not 0 choose rows of what goes back. One loop does
 * both.
 *
 * <p>E. Erb et al., Training neural networks by optimizing neuron positions, arXiv 2506.13410.
 */
package io.github.lightcone.perceptron;
