/**
 * Measures of a graph: how many connections, how they cluster, how far it is from node to node, what they cost in space,
 * and how all that compares with null models.
 *
 * <pre>
 *     degrees, strengths    {@link io.github.lightcone.structure.measure.Degrees}, {@link io.github.lightcone.structure.measure.Strengths}, {@link io.github.lightcone.structure.measure.Density}, {@link io.github.lightcone.structure.measure.Assortativity}, {@link io.github.lightcone.structure.measure.RichClub}
 *     triangles             {@link io.github.lightcone.structure.measure.Clustering}, {@link io.github.lightcone.structure.measure.Transitivity}
 *     shortest paths        {@link io.github.lightcone.structure.measure.PathLengths}, {@link io.github.lightcone.structure.measure.LocalEfficiency}, {@link io.github.lightcone.structure.measure.Components}
 *     random walks          {@link io.github.lightcone.structure.measure.RowEntropy}, {@link io.github.lightcone.structure.measure.Communicability}
 *     space                 {@link io.github.lightcone.structure.measure.Wiring}, {@link io.github.lightcone.structure.measure.ConnectionLengths}
 *     against null models   {@link io.github.lightcone.structure.measure.SmallWorld}, {@link io.github.lightcone.structure.measure.RichClubTest}
 *     many numbers          {@link io.github.lightcone.structure.measure.ValueDistribution}, {@link io.github.lightcone.structure.measure.Summary}
 * </pre>
 *
 * <p>Conventions that hold unless a measure says otherwise: an arc of weight 0 is an arc. Weights are strengths of
 * connections, and a measure whose definition takes them without their sign says so. A figure that is undefined (a mean
 * over nothing, a correlation with a constant) is NaN. A graph that a measure is not defined for is refused, with the
 * name of the derived graph to pass instead. What prints itself prints its conventions.
 *
 * <p>All measures are exact and give the same bits every time, but for those that take {@link
 * io.github.lightcone.structure.measure.Sources}, which may sample and then state a standard error.
 */
package io.github.lightcone.structure.measure;
