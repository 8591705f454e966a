package io.github.lightcone.structure.measure;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * How long every arc of a graph is to a path that goes along it. Arcs of infinite length are no way.
 */
public final class ArcLengths {

    private final String name;
    private final double[] ofSlots;

    private ArcLengths(String name, double[] ofSlots) {
        this.name = name;
        this.ofSlots = ofSlots;
    }

    /** Every arc is 1 long: paths are counted in hops. */
    public static ArcLengths hops() {
        return new ArcLengths("hops", null);
    }

    /** An arc is {@code 1 / |w|} long: strong connections are short, arcs of weight 0 are no way. */
    public static ArcLengths inverseWeights(Graph graph) {
        double[] length = new double[graph.slotCount()];
        for (int slot = 0; slot < length.length; slot++) {
            length[slot] = 1 / Math.abs(graph.weight(slot));
        }
        return new ArcLengths("1 / |w|", length);
    }

    /**
     * An arc is as long as its two ends are apart, mm; weights play no part.
     *
     * @throws IllegalArgumentException unless there is one position per node
     */
    public static ArcLengths distances(Graph graph, Positions positions) {
        return new ArcLengths("distance in mm", ConnectionLengths.ofSlots(graph, positions));
    }

    /** Hops, as a number per arc. */
    static ArcLengths ones(Graph graph) {
        double[] length = new double[graph.slotCount()];
        Arrays.fill(length, 1);
        return new ArcLengths("hops", length);
    }

    /** Returns whether paths are counted in hops. */
    boolean areHops() {
        return ofSlots == null;
    }

    /** Returns the length of every slot, unless paths are counted in hops; not a copy. */
    double[] ofSlots(Graph graph) {
        if (ofSlots.length != graph.slotCount()) {
            throw new IllegalArgumentException(
                    ofSlots.length + " arc lengths for a " + graph + ", must be of the same graph");
        }
        return ofSlots;
    }

    @Override
    public String toString() {
        return name;
    }
}
