package io.github.lightcone.formats.nir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A graph without graphs in it. A node {@code lif} of a graph {@code block} becomes {@code block.lif}; inputs and outputs
 * of inner graphs hand on what they get.
 */
final class FlatGraph {

    private final List<String> names = new ArrayList<>();
    private final List<NirLayer> layers = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private int graphs;

    private FlatGraph() {}

    /**
     * Flattens a graph.
     *
     * @throws IllegalArgumentException if two nodes get the same name
     */
    static FlatGraph of(NirGraph graph) {
        FlatGraph flat = new FlatGraph();
        flat.addNodes("", graph);
        flat.addEdges("", graph);
        return flat;
    }

    private void addNodes(String prefix, NirGraph graph) {
        graph.nodes().forEach((name, node) -> {
            if (node instanceof NirGraph inner) {
                graphs++;
                addNodes(prefix + name + ".", inner);
            } else if (numbers.putIfAbsent(prefix + name, names.size()) == null) {
                names.add(prefix + name);
                layers.add((NirLayer) node);
                before.add(new ArrayList<>());
                after.add(new ArrayList<>());
            } else {
                throw new IllegalArgumentException("two nodes are called " + NirMessages.quote(prefix + name)
                        + " once graphs within graphs are dissolved, names must differ");
            }
        });
    }

    private void addEdges(String prefix, NirGraph graph) {
        for (NirEdge edge : graph.edges()) {
            int from = end(prefix, graph, edge, edge.from(), NirType.OUTPUT);
            int to = end(prefix, graph, edge, edge.to(), NirType.INPUT);
            after.get(from).add(to);
            before.get(to).add(from);
        }
        graph.nodes().forEach((name, node) -> {
            if (node instanceof NirGraph inner) {
                addEdges(prefix + name + ".", inner);
            }
        });
    }

    private int end(String prefix, NirGraph graph, NirEdge edge, String name, NirType ofInner) {
        if (graph.nodes().get(name) instanceof NirGraph inner) {
            return numbers.get(
                    prefix + name + "." + inner.onlyLayer(ofInner, edge).getKey());
        }
        return numbers.get(prefix + name);
    }

    int size() {
        return names.size();
    }

    /** Returns the number of graphs that were dissolved. */
    int graphs() {
        return graphs;
    }

    String name(int node) {
        return names.get(node);
    }

    NirLayer layer(int node) {
        return layers.get(node);
    }

    /** Returns the nodes whose output goes into a node. */
    List<Integer> before(int node) {
        return before.get(node);
    }

    /** Returns whether a node is where spikes come from outside. */
    boolean isSource(int node) {
        return layers.get(node).type() == NirType.INPUT && before.get(node).isEmpty();
    }

    /** Returns whether a node is a population of a network. */
    boolean isPopulation(int node) {
        return isSource(node) || layers.get(node).type().isNeuron();
    }

    /** Returns whether a node only ends what leads to it. */
    boolean isEnd(int node) {
        return layers.get(node).type() == NirType.OUTPUT && after.get(node).isEmpty();
    }

    /**
     * Returns the nodes that are no populations, each after those it gets something from.
     *
     * @throws IllegalArgumentException if some form a circle without a neuron in it
     */
    List<Integer> transforms() {
        int[] waiting = new int[size()];
        Deque<Integer> ready = new ArrayDeque<>();
        int left = 0;
        for (int node = 0; node < size(); node++) {
            if (!isPopulation(node)) {
                left++;
                waiting[node] = (int)
                        before.get(node).stream().filter(b -> !isPopulation(b)).count();
                if (waiting[node] == 0) {
                    ready.add(node);
                }
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(node);
            for (int next : after.get(node)) {
                if (!isPopulation(next) && --waiting[next] == 0) {
                    ready.add(next);
                }
            }
        }
        if (order.size() < left) {
            TreeSet<String> circle = new TreeSet<>();
            for (int node = 0; node < size(); node++) {
                if (!isPopulation(node) && waiting[node] > 0) {
                    circle.add(names.get(node));
                }
            }
            throw new IllegalArgumentException("nodes on or after a circle without a neuron in it: "
                    + NirMessages.list(circle) + "; every circle must have a neuron");
        }
        return order;
    }
}
