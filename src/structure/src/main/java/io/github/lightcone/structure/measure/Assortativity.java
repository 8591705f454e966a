package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/**
 * Assortativity: Pearson's correlation, over all arcs, of a number of the source with a number of the target (Newman,
 * Phys. Rev. E 67:026126, 2003). An undirected edge counts in both directions. Every arc counts once whatever its
 * weight, self-loops included. NaN if all sources or all targets have the same number, or without arcs.
 */
public final class Assortativity {

    private Assortativity() {}

    /**
     * Returns the assortativity by degree; the four combinations of in and out are those of Foster et al. (PNAS
     * 107:10815, 2010).
     *
     * @param ofSource which degree of the source
     * @param ofTarget which degree of the target
     */
    public static Measure degree(Graph graph, Direction ofSource, Direction ofTarget) {
        double[] source = toDouble(Degrees.of(graph, ofSource));
        double[] target = toDouble(Degrees.of(graph, ofTarget));
        return measure(graph, "degree assortativity", ofSource + "-" + ofTarget, source, target);
    }

    /**
     * Returns the assortativity by strength, signs of weights included.
     *
     * @param ofSource which strength of the source
     * @param ofTarget which strength of the target
     */
    public static Measure strength(Graph graph, Direction ofSource, Direction ofTarget) {
        double[] source = Strengths.of(graph, ofSource);
        double[] target = Strengths.of(graph, ofTarget);
        return measure(graph, "strength assortativity", ofSource + "-" + ofTarget, source, target);
    }

    /**
     * Returns the assortativity by any property.
     *
     * @param property one finite number per node
     * @param name what it is
     */
    public static Measure numeric(Graph graph, double[] property, String name) {
        Requirement.perNode(graph, property, name);
        return measure(graph, "assortativity by " + name, null, property, property);
    }

    private static Measure measure(Graph graph, String name, String which, double[] source, double[] target) {
        String direction = graph.isDirected() ? "directed" + (which == null ? "" : " " + which) : "undirected";
        return new Measure(name, correlation(graph, source, target), direction + ", every arc once");
    }

    private static double correlation(Graph graph, double[] source, double[] target) {
        int arcs = graph.slotCount();
        double meanSource = 0;
        double meanTarget = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                meanSource += source[n] / arcs;
                meanTarget += target[graph.target(slot)] / arcs;
            }
        }
        double product = 0;
        double squareSource = 0;
        double squareTarget = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            double x = source[n] - meanSource;
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                double y = target[graph.target(slot)] - meanTarget;
                product += x * y;
                squareSource += x * x;
                squareTarget += y * y;
            }
        }
        return isConstant(graph, source, false) || isConstant(graph, target, true)
                ? Double.NaN
                : product / Math.sqrt(squareSource * squareTarget);
    }

    /** Returns whether a number is the same at all sources, or all targets, which rounding would hide. */
    private static boolean isConstant(Graph graph, double[] value, boolean atTarget) {
        double first = Double.NaN;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                double v = value[atTarget ? graph.target(slot) : n];
                if (v != first && !Double.isNaN(first)) {
                    return false;
                }
                first = v;
            }
        }
        return true;
    }

    private static double[] toDouble(int[] values) {
        double[] converted = new double[values.length];
        for (int n = 0; n < values.length; n++) {
            converted[n] = values[n];
        }
        return converted;
    }
}
