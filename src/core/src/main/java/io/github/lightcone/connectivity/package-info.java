/**
 * Who is connected to whom.
 *
 * <p>A {@link io.github.lightcone.connectivity.ConnectionRule} turns two populations into a list of
 * pairs; the rules bear NEST's names. A {@link io.github.lightcone.connectivity.SynapseTable} is the
 * form that is executed: compressed rows by source, each row sorted by delay, then target, then synapse
 * number, so that the spikes of one neuron arrive in the order of its row.
 *
 * <p>A synapse's number is its place in the description. It never changes; its slot in the table
 * changes whenever delays do.
 */
package io.github.lightcone.connectivity;
