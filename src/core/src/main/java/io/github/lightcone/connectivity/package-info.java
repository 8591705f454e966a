/**
 * Who is connected to whom.
 *
 * <pre>
 *     ConnectionRule --pairs--> (description of a network) --> SynapseTable     doubles, can be updated
 *
 *     RowGenerator --rows--> CompactBuilder -----------------> CompactSynapses  12 bytes each, never change
 * </pre>
 *
 * <p>A {@link io.github.lightcone.connectivity.ConnectionRule} turns two populations into a list of
 * pairs; the rules bear NEST's names. A {@link io.github.lightcone.connectivity.RowGenerator} makes the
 * synapses of one source at a time, so that networks can be built that are too large to be described.
 *
 * <p>{@link io.github.lightcone.connectivity.Synapses} are the form that is executed: compressed rows by
 * source, each row sorted by delay, then target, then synapse number, so that the spikes of one neuron
 * arrive in the order of its row. There are two layouts. Either can be split by target into
 * {@link io.github.lightcone.connectivity.SynapseParts}, one for each thread of a simulation.
 *
 * <p>A synapse's number is its place in the description, or in its generated row. It never changes; its
 * slot changes whenever delays do. Only {@link io.github.lightcone.connectivity.SynapseTable} keeps it.
 *
 * <p>Work on rows is done by {@link io.github.lightcone.connectivity.Blocks} of them, on several threads,
 * with the same bits for any number of threads.
 */
package io.github.lightcone.connectivity;
