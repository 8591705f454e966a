/**
 * Networks whose numbers are whole numbers of a chip.
 *
 * <pre>
 *     Network --FixedDelays--&gt; delays of their own --Quantiser--&gt; QuantisedNetwork: Network + units + QuantisationErrors
 * </pre>
 *
 * <p>A weight becomes a whole number times a scale; a scale belongs to a neuron, a projection or the network. A
 * delay becomes a whole number of steps. The result is a network like any other, with these products as its
 * numbers, so that whatever runs networks runs it: the exact engine and the emulators of a chip see the same
 * weights and delays. Delays that follow from positions become delays of their own; positions stay.
 *
 * <p>Where a chip wants whole thresholds, threshold, reset, bias and initial voltage are rounded to the unit of their
 * neuron, the smallest scale of the synapses that arrive there, and held within its bits. Where it limits time
 * constants, the one nearest by decay per step is taken. Whatever was clipped, rounded to zero or changed is counted.
 */
package io.github.lightcone.hardware.quantise;
