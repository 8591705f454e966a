/**
 * The structure of networks and graphs from the command line.
 *
 * <pre>
 *     Analyze     GraphSource (a run, a network, a file) --&gt; GraphOptions --&gt; StructureAnalysis --&gt; FigureTable,
 *                 ReportJson, PartitionCsv; ResponseOptions for what the neurons of a run do
 *     Connectome  a connectome as a network folder, with background spikes, and its simulation
 * </pre>
 */
package io.github.lightcone.cli.structure;
