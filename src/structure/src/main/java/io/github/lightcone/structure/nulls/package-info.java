/**
 * Null models: graphs like a given one but for what is asked about, and the test of a figure against them.
 *
 * <pre>
 *     {@link io.github.lightcone.structure.nulls.DegreePreservingRewiring}   degrees stay, who is connected to whom is random
 *     {@link io.github.lightcone.structure.nulls.Latticisation}              degrees stay, connections become short along a ring
 *     {@link io.github.lightcone.structure.nulls.ErdosRenyi}                 the number of edges stays, their places are random
 *     {@link io.github.lightcone.structure.nulls.RingLattice}                the number of edges stays, nearest neighbours on a ring
 *     {@link io.github.lightcone.structure.nulls.WeightShuffle}              edges stay, weights are dealt anew
 *     {@link io.github.lightcone.structure.nulls.PositionShuffle}            the graph stays, positions are dealt anew
 * </pre>
 *
 * <p>Every null graph has the nodes, the direction, the number of edges and the weights (as a set) of the graph it
 * comes from. Self-loops are no connections between nodes: they stay where they are, with their weights. Draws with
 * the same seed and number are the same bits.
 */
package io.github.lightcone.structure.nulls;
