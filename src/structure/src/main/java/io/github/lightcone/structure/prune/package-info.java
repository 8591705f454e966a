/**
 * Pruning: which synapses of a network go, and what is left of it.
 *
 * <pre>
 *     Network --Pruner: criterion, projections, density--> numbers of synapses (BitSet)
 *             --PrunedNetworks--> the same network with weights of exactly 0, or without these synapses
 *             --NetworkSize--> connections and parameters that are left
 * </pre>
 *
 * <p>Density is the share of synapses that stay. How many stay of n synapses is {@code density n}, rounded half up
 * as the decimal number that it prints as, so that it is exact to one synapse. Of synapses that are equal by the
 * criterion the one of the lower number goes first.
 */
package io.github.lightcone.structure.prune;
