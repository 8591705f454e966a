/**
 * The structure of networks and graphs from the command line.
 *
 * <pre>
 *     Analyze     GraphSource (a run, a network, a file) --&gt; GraphOptions --&gt; StructureAnalysis --&gt; FigureTable,
 *                 ReportJson, PartitionCsv
 *     Connectome  a connectome as a network folder, with background spikes
 * </pre>
 */
package io.github.lightcone.cli.structure;
