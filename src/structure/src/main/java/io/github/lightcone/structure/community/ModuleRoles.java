package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;

/**
 * What part nodes play in and between modules (Guimera and Amaral, Nature 433, 2005, 895).
 *
 * <pre>
 *     participation      1 - sum_s (k_is / k_i)^2
 *     within-module z    (k_i - mean k) / deviation k
 * </pre>
 *
 * with k_is the links of node i to module s and k_i those to all modules; in z, k are the links of the nodes of one
 * module to their own module, and the deviation has the number of nodes as divisor. Participation 0 means that all
 * links go to one module; a node without links has 0. Where all nodes of a module are equal, z is 0.
 *
 * <p>Links count with their weights; for numbers of links pass {@code graph.binary()}. A self-loop counts once, as
 * a link to the own module. The graph may be in pieces.
 */
public final class ModuleRoles {

    private final Links links;
    private final double[] participation;
    private final double[] withinModuleZ;

    private ModuleRoles(Links links, double[] participation, double[] withinModuleZ) {
        this.links = links;
        this.participation = participation;
        this.withinModuleZ = withinModuleZ;
    }

    /**
     * Measures all nodes. Takes time in proportion to nodes and edges.
     *
     * @param links which arcs of a directed graph count
     * @throws IllegalArgumentException if the partition is of another number of nodes, or the graph has
     *     negative weights
     */
    public static ModuleRoles of(Graph graph, Partition partition, Links links) {
        partition.checkFits(graph);
        if (graph.hasNegativeWeights()) {
            throw new IllegalArgumentException("the graph has negative weights; pass graph.absolute()");
        }
        Graph rows = links.rows(graph);
        int nodes = rows.nodeCount();
        double[] participation = new double[nodes];
        double[] within = new double[nodes];
        double[] toModule = new double[partition.count()];
        for (int n = 0; n < nodes; n++) {
            double sum = 0;
            for (int slot = rows.rowStart(n); slot < rows.rowEnd(n); slot++) {
                toModule[partition.community(rows.target(slot))] += rows.weight(slot);
                sum += rows.weight(slot);
            }
            within[n] = toModule[partition.community(n)];
            double concentration = 0;
            for (int slot = rows.rowStart(n); slot < rows.rowEnd(n); slot++) {
                int module = partition.community(rows.target(slot));
                double share = sum > 0 ? toModule[module] / sum : 0;
                concentration += share * share;
                toModule[module] = 0;
            }
            toModule[partition.community(n)] = 0;
            participation[n] = sum > 0 ? Math.max(0, 1 - concentration) : 0;
        }
        return new ModuleRoles(links, participation, standardised(within, partition));
    }

    private static double[] standardised(double[] within, Partition partition) {
        double[] z = new double[within.length];
        for (int[] module : partition.members()) {
            double mean = 0;
            for (int n : module) {
                mean += within[n] / module.length;
            }
            double variance = 0;
            for (int n : module) {
                variance += (within[n] - mean) * (within[n] - mean) / module.length;
            }
            double deviation = Math.sqrt(variance);
            // Equal values differ from their mean by rounding.
            boolean varies = deviation > 1e-12 * mean;
            for (int n : module) {
                z[n] = varies ? (within[n] - mean) / deviation : 0;
            }
        }
        return z;
    }

    /** Returns the participation coefficient of a node, 0 to 1. */
    public double participation(int node) {
        return participation[node];
    }

    /** Returns the within-module z of a node. */
    public double withinModuleZ(int node) {
        return withinModuleZ[node];
    }

    /** Returns the participation coefficient of every node; a copy. */
    public double[] participations() {
        return participation.clone();
    }

    /** Returns the within-module z of every node; a copy. */
    public double[] withinModuleZs() {
        return withinModuleZ.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean participation %.6f, largest within-module z %.6f (%d nodes, links %s)",
                Arrays.stream(participation).average().orElse(0),
                Arrays.stream(withinModuleZ).max().orElse(0),
                participation.length,
                links.name().toLowerCase(Locale.ROOT));
    }
}
