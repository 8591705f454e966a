package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/** Compressed rows of arcs on plain arrays: a graph, or a part of it that is made anew for every node. */
final class Rows {

    int nodes;
    int[] start;
    int[] target;

    /** Length of every arc, null if paths are counted in hops. */
    double[] length;

    /** Makes room for a part. */
    Rows(boolean hops) {
        start = new int[1];
        target = new int[0];
        length = hops ? null : new double[0];
    }

    /** Takes the arcs of a whole graph. */
    static Rows of(Graph graph, ArcLengths lengths) {
        Rows rows = new Rows(lengths.areHops());
        rows.nodes = graph.nodeCount();
        rows.start = new int[rows.nodes + 1];
        for (int n = 0; n < rows.nodes; n++) {
            rows.start[n + 1] = graph.rowEnd(n);
        }
        rows.target = graph.targets();
        rows.length = lengths.areHops() ? null : lengths.ofSlots(graph);
        return rows;
    }

    /**
     * Becomes the part of other rows that lies between some nodes.
     *
     * @param all the other rows
     * @param members the nodes
     * @param count how many they are
     * @param place number of each node within the part, negative if it is not in it
     */
    void take(Rows all, int[] members, int count, int[] place) {
        nodes = count;
        if (start.length <= count) {
            start = new int[Math.max(count + 1, 2 * start.length)];
        }
        int arcs = 0;
        for (int k = 0; k < count; k++) {
            int node = members[k];
            int end = all.start[node + 1];
            ensure(arcs + end - all.start[node]);
            for (int slot = all.start[node]; slot < end; slot++) {
                int within = place[all.target[slot]];
                if (within >= 0) {
                    if (length != null) {
                        length[arcs] = all.length[slot];
                    }
                    target[arcs++] = within;
                }
            }
            start[k + 1] = arcs;
        }
    }

    private void ensure(int arcs) {
        if (target.length < arcs) {
            int room = Math.max(arcs, target.length + (target.length >> 1));
            target = Arrays.copyOf(target, room);
            length = length == null ? null : Arrays.copyOf(length, room);
        }
    }
}
