/**
 * All measures of a graph at once, each with its conventions, its spread over restarts and its test against null
 * models where it has them.
 *
 * <pre>
 *     AnalysedGraph: Graph, names, Positions, lengths, delays, Responses if there are any
 *          |
 *     StructureAnalysis  &lt;-- AnalysisSettings: groups, seed, nulls, restarts, resolution, threads, SamplingLimits
 *          |
 *          v
 *     StructureReport: a FigureGroup per MeasureGroup, each a list of Figures; the communities and roles of nodes,
 *     a NeuronTable of what single neurons do
 * </pre>
 *
 * <p>A figure that a measure is not defined for is NaN, with the reason. What would take too long is sampled, drawn
 * fewer times or left out, as {@link io.github.lightcone.structure.analysis.SamplingLimits} says, and the figure says
 * so. The same seed gives the same bits, for any number of threads.
 */
package io.github.lightcone.structure.analysis;
