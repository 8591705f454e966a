/**
 * Functional specialisation: what neurons of a network do, and whether that goes with where they are and with whom they are
 * connected.
 *
 * <pre>
 *     spikes in labelled examples {@link io.github.lightcone.structure.function.Responses}
 *     what a neuron prefers      {@link io.github.lightcone.structure.function.Selectivity}, {@link io.github.lightcone.structure.function.ClassInformation}
 *     where inputs arrive        {@link io.github.lightcone.structure.function.PreferredPosition}
 *     function tells position    {@link io.github.lightcone.structure.function.RidgeMapping}
 *     neighbours are alike       {@link io.github.lightcone.structure.function.MoranI} with {@link io.github.lightcone.structure.function.SpatialWeights}, {@link io.github.lightcone.structure.function.MantelTest}
 *     functional clusters        {@link io.github.lightcone.structure.function.FunctionalClusters}, {@link io.github.lightcone.structure.function.ClusterAgreement}
 *     against chance             {@link io.github.lightcone.structure.function.PermutationTest}
 * </pre>
 *
 * <p>Input are plain arrays with one row per neuron and one column per feature (input weights, responses to classes,
 * spike counts) and positions, mm. Only the neurons asked about have rows; the graph they belong to plays no part.
 *
 * <p>All null models deal neurons to places (or to clusters) anew, all orders being equally likely; draw number k comes
 * from stream k of the seed, so results are the same bits every time. A figure that is undefined (a correlation with a
 * constant, a mean over nothing) is NaN; what cannot be measured at all is refused before work starts. What prints
 * itself prints its conventions.
 */
package io.github.lightcone.structure.function;
