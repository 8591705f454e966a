package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Which community each node belongs to. Immutable. Communities are numbered from 0 in the order of their first
 * nodes, so that two partitions into the same sets are equal.
 */
public final class Partition {

    private final int[] label;
    private final int count;

    private Partition(int[] label, int count) {
        this.label = label;
        this.count = count;
    }

    /**
     * Returns a partition.
     *
     * @param labels a number per node, any; nodes with the same number are in one community
     */
    public static Partition of(int... labels) {
        int[] known = Arrays.stream(labels).sorted().distinct().toArray();
        int[] number = new int[known.length];
        Arrays.fill(number, -1);
        int[] label = new int[labels.length];
        int count = 0;
        for (int n = 0; n < labels.length; n++) {
            int place = Arrays.binarySearch(known, labels[n]);
            if (number[place] < 0) {
                number[place] = count++;
            }
            label[n] = number[place];
        }
        return new Partition(label, count);
    }

    /** Returns the partition with a community per node. */
    public static Partition singletons(int nodes) {
        int[] label = new int[nodes];
        Arrays.setAll(label, n -> n);
        return new Partition(label, nodes);
    }

    /** Returns the partition with all nodes in one community. */
    public static Partition whole(int nodes) {
        return new Partition(new int[nodes], Math.min(nodes, 1));
    }

    /** Returns the number of nodes. */
    public int nodeCount() {
        return label.length;
    }

    /** Returns the number of communities. */
    public int count() {
        return count;
    }

    /** Returns the community of a node, 0 to {@code count() - 1}. */
    public int community(int node) {
        return label[node];
    }

    /** Returns the community of every node; a copy. */
    public int[] toArray() {
        return label.clone();
    }

    /** Returns the number of nodes of every community. */
    public int[] sizes() {
        int[] size = new int[count];
        for (int community : label) {
            size[community]++;
        }
        return size;
    }

    /** Returns the nodes of every community, ascending. */
    public int[][] members() {
        int[] size = sizes();
        int[][] member = new int[count][];
        for (int community = 0; community < count; community++) {
            member[community] = new int[size[community]];
        }
        for (int n = label.length - 1; n >= 0; n--) {
            member[label[n]][--size[label[n]]] = n;
        }
        return member;
    }

    /** Throws unless a graph has as many nodes as this partition. */
    void checkFits(Graph graph) {
        if (graph.nodeCount() != label.length) {
            throw new IllegalArgumentException(
                    "partition of " + label.length + " nodes, must be of " + graph.nodeCount() + " as in the graph");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partition that && Arrays.equals(that.label, label);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(label);
    }

    @Override
    public String toString() {
        return label.length + " nodes in " + count + (count == 1 ? " community" : " communities");
    }
}
