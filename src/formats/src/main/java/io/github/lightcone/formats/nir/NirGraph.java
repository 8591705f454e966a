package io.github.lightcone.formats.nir;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes and what connects them. Graphs may have circles, and graphs as nodes.
 *
 * @param nodes by name
 * @param edges from node to node, each once
 * @param metadata what it says of itself
 */
public record NirGraph(Map<String, NirNode> nodes, List<NirEdge> edges, NirMetadata metadata) implements NirNode {

    private static final int LONGEST_NAME = 200;

    /**
     * Checks names, that edges connect nodes of this graph, and that what comes out of one fits into the other.
     *
     * @throws IllegalArgumentException that names the node or edge and what is allowed
     */
    public NirGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
        nodes.keySet().forEach(NirGraph::requireName);
        Set<NirEdge> known = new HashSet<>();
        for (NirEdge edge : edges) {
            NirNode from = node(nodes, edge, edge.from());
            NirNode to = node(nodes, edge, edge.to());
            if (!known.add(edge)) {
                throw new IllegalArgumentException("edge " + edge + " is there twice, must be there once");
            }
            int[] out = outputShape(from, edge);
            int[] in = inputShape(to, edge);
            if (!Arrays.equals(out, in)) {
                throw new IllegalArgumentException("edge " + edge + " connects an output of shape " + NirArray.text(out)
                        + " with an input of shape " + NirArray.text(in) + ", must be the same");
            }
        }
    }

    /** Checks a name: HDF5 takes '/' and '.' for ways from node to node. */
    static void requireName(String name) {
        boolean isWay = name.contains("/") || name.contains("..") || name.equals(".");
        if (name.isBlank()
                || isWay
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a node is called " + NirMessages.quote(name)
                    + "; a name must not be empty, '.' or longer than " + LONGEST_NAME
                    + " characters, nor have '/', '..' or control characters in it");
        }
    }

    private static NirNode node(Map<String, NirNode> nodes, NirEdge edge, String name) {
        NirNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("edge " + NirMessages.quote(edge.toString()) + " names "
                    + NirMessages.quote(name) + ", must be a node of its graph: " + NirMessages.list(nodes.keySet()));
        }
        return node;
    }

    private static int[] outputShape(NirNode node, NirEdge edge) {
        if (node instanceof NirGraph graph) {
            return graph.onlyLayer(NirType.OUTPUT, edge).getValue().outputShape();
        }
        return ((NirLayer) node).outputShape();
    }

    private static int[] inputShape(NirNode node, NirEdge edge) {
        if (node instanceof NirGraph graph) {
            return graph.onlyLayer(NirType.INPUT, edge).getValue().inputShape();
        }
        return ((NirLayer) node).inputShape();
    }

    /** Returns the input or the output of a graph that is a node. */
    Map.Entry<String, NirLayer> onlyLayer(NirType type, NirEdge edge) {
        Map.Entry<String, NirLayer> found = null;
        for (Map.Entry<String, NirNode> entry : nodes.entrySet()) {
            if (entry.getValue() instanceof NirLayer layer && layer.type() == type) {
                if (found != null) {
                    throw new IllegalArgumentException("edge " + edge + " leads to a graph with several nodes "
                            + type.label() + ", '" + found.getKey() + "' and '" + entry.getKey() + "', must be one");
                }
                found = Map.entry(entry.getKey(), layer);
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "edge " + edge + " leads to a graph without a node " + type.label() + ", must have one");
        }
        return found;
    }
}
