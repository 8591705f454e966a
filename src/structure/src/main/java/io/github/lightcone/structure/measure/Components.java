package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Connected components. They are numbered in the order of their lowest nodes. Weights and self-loops play no part.
 */
public final class Components {

    private final String kind;
    private final int[] ofNodes;
    private final int[] sizes;

    private Components(String kind, int[] label, int labels) {
        this.kind = kind;
        int[] number = new int[labels];
        Arrays.fill(number, -1);
        ofNodes = new int[label.length];
        int[] size = new int[labels];
        int count = 0;
        for (int n = 0; n < label.length; n++) {
            if (number[label[n]] < 0) {
                number[label[n]] = count++;
            }
            ofNodes[n] = number[label[n]];
            size[ofNodes[n]]++;
        }
        sizes = Arrays.copyOf(size, count);
    }

    /** Returns the sets of nodes that are connected when arcs may be followed either way; O(nodes + edges). */
    public static Components weak(Graph graph) {
        Graph either = graph.undirected();
        int nodes = graph.nodeCount();
        int[] label = new int[nodes];
        Arrays.fill(label, -1);
        int[] stack = new int[nodes];
        int labels = 0;
        for (int root = 0; root < nodes; root++) {
            if (label[root] >= 0) {
                continue;
            }
            int size = 0;
            label[root] = labels;
            stack[size++] = root;
            while (size > 0) {
                int node = stack[--size];
                for (int slot = either.rowStart(node); slot < either.rowEnd(node); slot++) {
                    int other = either.target(slot);
                    if (label[other] < 0) {
                        label[other] = labels;
                        stack[size++] = other;
                    }
                }
            }
            labels++;
        }
        return new Components(graph.isDirected() ? "weak" : "connected", label, labels);
    }

    /**
     * Returns the sets of nodes that reach each other along arcs in their direction (Tarjan, SIAM J. Comput. 1:146,
     * 1972); of an undirected graph those of {@link #weak}. O(nodes + edges).
     */
    public static Components strong(Graph graph) {
        return graph.isDirected() ? new StrongSearch(graph).search() : weak(graph);
    }

    /** Returns the number of components. */
    public int count() {
        return sizes.length;
    }

    /** Returns the component of every node; a copy. */
    public int[] ofNodes() {
        return ofNodes.clone();
    }

    /** Returns the number of nodes of every component; a copy. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Returns the number of nodes of the largest component, 0 without nodes. */
    public int largest() {
        int largest = 0;
        for (int size : sizes) {
            largest = Math.max(largest, size);
        }
        return largest;
    }

    @Override
    public String toString() {
        return count() + " " + kind + " components, the largest of " + largest() + " of " + ofNodes.length + " nodes";
    }

    /** Tarjan's depth-first search with a stack of its own. */
    private static final class StrongSearch {

        private final Graph graph;
        private final int[] label;
        private final int[] order;
        private final int[] low;
        private final int[] slot;
        private final int[] path;
        private final int[] open;
        private int opened;
        private int visited;
        private int labels;

        StrongSearch(Graph graph) {
            this.graph = graph;
            int nodes = graph.nodeCount();
            label = new int[nodes];
            order = new int[nodes];
            low = new int[nodes];
            slot = new int[nodes];
            path = new int[nodes];
            open = new int[nodes];
            Arrays.fill(label, -1);
            Arrays.fill(order, -1);
        }

        Components search() {
            for (int root = 0; root < label.length; root++) {
                if (order[root] < 0) {
                    searchFrom(root);
                }
            }
            return new Components("strong", label, labels);
        }

        private void searchFrom(int root) {
            int depth = 0;
            path[depth++] = enter(root);
            while (depth > 0) {
                int node = path[depth - 1];
                if (slot[node] < graph.rowEnd(node)) {
                    int other = graph.target(slot[node]++);
                    if (order[other] < 0) {
                        path[depth++] = enter(other);
                    } else if (label[other] < 0) {
                        low[node] = Math.min(low[node], order[other]);
                    }
                } else {
                    depth--;
                    leave(node);
                    if (depth > 0) {
                        low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
                    }
                }
            }
        }

        private int enter(int node) {
            order[node] = visited;
            low[node] = visited++;
            slot[node] = graph.rowStart(node);
            open[opened++] = node;
            return node;
        }

        private void leave(int node) {
            if (low[node] == order[node]) {
                int member;
                do {
                    member = open[--opened];
                    label[member] = labels;
                } while (member != node);
                labels++;
            }
        }
    }
}
