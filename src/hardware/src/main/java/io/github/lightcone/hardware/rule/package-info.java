/**
 * Which rules of a chip a network breaks.
 *
 * <pre>
 *     Network + ChipProfile --ChipCheck--&gt; CheckReport --+-- Violation: rule, neuron or synapse, value, limit
 *                                                        +-- rules that were not checked, and why
 * </pre>
 *
 * <p>A rule follows from figures that the profile knows, and from no others. Weights and delays fit if they are
 * whole numbers times a scale, in range: which scale is looked for, as a network folder does not say it. A scale
 * of weights may be that of all synapses of a projection that arrive at one neuron, the freest of the scales that
 * quantisers use; voltages of the neuron are whole numbers of such a scale. A length of step is that of the whole
 * network. Synapses of weight 0 need no place on a chip and are left out.
 */
package io.github.lightcone.hardware.rule;
