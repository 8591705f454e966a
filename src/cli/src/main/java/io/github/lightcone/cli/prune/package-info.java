/**
 * The command {@code prune}: what a trained network does without some of its connections.
 *
 * <pre>
 *     Prune            a saved run --&gt; its network without synapses of weight 0 --&gt; PrunedNetwork for each criterion
 *                      and density --&gt; evaluation on the data that the run held out
 *         Shares       the densities asked for
 *         PruneTable   what came out, for people and as CSV
 * </pre>
 */
package io.github.lightcone.cli.prune;
