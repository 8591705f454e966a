/**
 * What is asked of a network besides the loss of its task: how active neurons are, and what synapses cost.
 *
 * <pre>
 *     ActivityRegulariser   one example:   Tape --> value, LossSeeds     rates, mean voltages, silent neurons
 *     ParameterPenalty      one batch:     Parameters --> value, Gradients     L1, L2 of weights
 *     Proximal              after a step:  Parameters --> Parameters          soft threshold
 * </pre>
 *
 * <p>An activity regulariser stands beside a loss: its readouts follow those of the loss, its seeds are added
 * to the same {@link io.github.lightcone.adjoint.LossSeeds}, and one backward pass gives the gradient of
 * both. All seeds are exact derivatives of the value, but for {@link
 * io.github.lightcone.learning.regularise.RateBand}, whose value is piecewise constant: its seeds are a
 * surrogate, and named so.
 *
 * <p>Regularisers have no state and may be shared by threads.
 */
package io.github.lightcone.learning.regularise;
