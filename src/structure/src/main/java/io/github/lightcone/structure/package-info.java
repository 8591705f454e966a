/**
 * What a network became: measures of its structure, on any weighted graph, with or without positions.
 *
 * <pre>
 *     Network, files, plain arrays --> Graph (+ Positions) --> measures, communities --> figures with their conventions
 *                                        |                          ^
 *                                        +--> null models ----------+
 * </pre>
 *
 * <p>A {@link io.github.lightcone.structure.graph.Graph} states whether it is directed; whoever wants it
 * undirected, binary, without self-loops or without signs says so by deriving another graph, and passes that one on.
 * No measure changes a graph in silence.
 */
package io.github.lightcone.structure;
