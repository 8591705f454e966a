/**
 * Communities: partitions of the nodes of a graph, how good they are, how they are found, and what they mean
 * for nodes and for space.
 *
 * <pre>
 *     Graph --> CommunityDetection --> CommunityResult: Partition, its Q, the Q of every restart
 *                  |                        |
 *                  +-- ConsensusClustering  +--> Modularity, PartitionComparison, ModuleRoles, SpatialModules,
 *                                                SpectralCheck
 * </pre>
 *
 * <p>Conventions, the same everywhere:
 *
 * <ul>
 *   <li>A directed graph is measured as one (Leicht and Newman 2008); whoever wants it undirected passes {@code
 *       graph.undirected()}.
 *   <li>Self-loops count as in NetworkX: an undirected one of weight w adds 2 w to the strength of its node and
 *       w to the weight of all edges; a directed one adds w to the strength out, w to the strength in and w to
 *       the weight of all arcs. {@link io.github.lightcone.structure.community.ModuleRoles} states its own rule.
 *   <li>Negative weights are refused unless a {@link io.github.lightcone.structure.community.NegativeWeights}
 *       says how they count.
 *   <li>A graph may be in several pieces; a node without edges is a community of its own.
 *   <li>The same seed gives the same bits, for any number of threads.
 * </ul>
 */
package io.github.lightcone.structure.community;
