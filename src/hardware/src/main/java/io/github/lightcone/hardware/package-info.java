/**
 * Prototyping neuromorphic chips: what a chip can hold, what of a network does not fit, what the network does once
 * it fits, and what that costs.
 *
 * <pre>
 *     chip        profiles of chips: figures with their sources
 *     rule        Network + ChipProfile --&gt; CheckReport: every violated rule, with neuron or synapse, value and limit
 *     quantise    Network + ChipProfile --&gt; QuantisedNetwork: whole weights and delays, and what was lost
 *     emulate     a network clock-driven, in the order of a chip, in floating or fixed point
 *     mismatch    networks drawn around one, as devices differ from each other
 *     cost        operations, updates, traffic and energy of a run
 *     place       neurons on tiles by their positions, and the traffic between these
 * </pre>
 *
 * <p>Nothing here knows data or training: accuracy is measured by whoever has both.
 */
package io.github.lightcone.hardware;
