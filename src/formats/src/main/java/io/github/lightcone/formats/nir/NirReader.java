package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.nir.Hdf5File.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a graph. In the file a node is a group with its type as a text and each parameter as an array; a graph is one
 * with a group of nodes and an array of pairs of names.
 */
final class NirReader {

    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 10_000;
    private static final int MOST_EDGES = 100_000;

    private final Hdf5File file;
    private long nodes;
    private long numbers;

    private NirReader(Hdf5File file) {
        this.file = file;
    }

    static NirGraph read(Path path) throws IOException {
        Hdf5File file = Hdf5File.open(path);
        Map<String, Item> root = file.root().items();
        if (!root.containsKey("node")) {
            throw file.error("has no group 'node', must have one with the graph; it has " + names(root));
        }
        NirNode node = new NirReader(file).node(root.get("node"), 0);
        if (node instanceof NirGraph graph) {
            return graph;
        }
        throw file.error("'node' is of type " + ((NirLayer) node).type().label() + ", must be " + NirType.GRAPH);
    }

    private static String names(Map<String, Item> items) {
        return NirMessages.list(items.keySet());
    }

    private NirNode node(Item item, int depth) throws IOException {
        if (++nodes > MOST_NODES) {
            throw file.error("has more than " + MOST_NODES + " nodes, which is the most there may be");
        }
        requireGroup(item, item.isArray());
        Map<String, Item> items = item.items();
        String label = text(item, items, "type");
        if (label.equals(NirType.GRAPH)) {
            return graph(item, items, depth);
        }
        NirType type = NirType.named(label);
        if (type == null) {
            throw file.error("node " + NirMessages.quote(item.path()) + " is of type " + NirMessages.quote(label)
                    + ", must be " + NirType.allowed());
        }
        Map<String, NirArray> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Item> entry : items.entrySet()) {
            if (!entry.getKey().equals("type") && !entry.getKey().equals("metadata")) {
                parameters.put(entry.getKey(), parameter(entry.getValue()));
            }
        }
        return checked(item, () -> new NirLayer(type, parameters, metadata(items)));
    }

    private NirArray parameter(Item item) throws IOException {
        if (!item.isArray()) {
            throw file.error("'" + item.path() + "' is a group, must be an array");
        }
        NirArray array = item.array().numbers();
        numbers += array.size();
        if (numbers > Hdf5Array.MOST_ELEMENTS) {
            throw file.error("has more than " + Hdf5Array.MOST_ELEMENTS + " numbers, which is the most there may be");
        }
        return array;
    }

    private NirGraph graph(Item item, Map<String, Item> items, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw file.error(
                    "has graphs within graphs to a depth of more than " + DEEPEST + ", which is the most there may be");
        }
        for (String name : items.keySet()) {
            if (!List.of("type", "nodes", "edges", "metadata").contains(name)) {
                throw file.error("graph '" + item.path() + "' has " + NirMessages.quote(name)
                        + ", must have only type, nodes, edges and metadata");
            }
        }
        Item group = required(item, items, "nodes");
        requireGroup(group, group.isArray());
        Map<String, NirNode> found = new LinkedHashMap<>();
        for (Map.Entry<String, Item> entry : group.items().entrySet()) {
            checked(item, () -> {
                NirGraph.requireName(entry.getKey());
                return entry;
            });
            found.put(entry.getKey(), node(entry.getValue(), depth + 1));
        }
        List<NirEdge> edges = edges(required(item, items, "edges"));
        return checked(item, () -> new NirGraph(found, edges, metadata(items)));
    }

    private List<NirEdge> edges(Item item) throws IOException {
        if (!item.isArray()) {
            throw file.error("'" + item.path() + "' is a group, must be an array of pairs of names");
        }
        Hdf5Array array = item.array();
        if (array.count() == 0) {
            return List.of();
        }
        int[] shape = array.shape();
        if (shape.length != 2 || shape[1] != 2 || shape[0] > MOST_EDGES) {
            throw file.error("'" + item.path() + "' has the shape " + NirArray.text(shape)
                    + ", must be (edges, 2) with at most " + MOST_EDGES + " edges");
        }
        List<String> names = array.texts();
        List<NirEdge> edges = new ArrayList<>();
        for (int e = 0; e < shape[0]; e++) {
            edges.add(new NirEdge(names.get(2 * e), names.get(2 * e + 1)));
        }
        return edges;
    }

    /** Texts and numbers are taken; other kinds of entries mean nothing here. */
    private NirMetadata metadata(Map<String, Item> items) throws IOException {
        if (!items.containsKey("metadata") || items.get("metadata").isArray()) {
            return NirMetadata.NONE;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, NirArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Item> entry : items.get("metadata").items().entrySet()) {
            if (entry.getValue().isArray()) {
                Hdf5Array array = entry.getValue().array();
                if (array.isNumeric()) {
                    arrays.put(entry.getKey(), parameter(entry.getValue()));
                } else if (array.isText() && array.count() == 1) {
                    texts.put(entry.getKey(), array.texts().get(0));
                }
            }
        }
        return new NirMetadata(texts, arrays);
    }

    private String text(Item item, Map<String, Item> items, String name) throws IOException {
        Item text = required(item, items, name);
        if (!text.isArray() || text.array().count() != 1) {
            throw file.error("'" + text.path() + "' must be one text");
        }
        return text.array().texts().get(0);
    }

    private Item required(Item item, Map<String, Item> items, String name) throws IOException {
        Item found = items.get(name);
        if (found == null) {
            throw file.error(
                    "node " + NirMessages.quote(item.path()) + " has no '" + name + "', it has only " + names(items));
        }
        return found;
    }

    private void requireGroup(Item item, boolean isArray) throws IOException {
        if (isArray) {
            throw file.error("'" + item.path() + "' is an array, must be a group");
        }
    }

    /** Something that checks what it is given. */
    private interface Check<T> {
        T run() throws IOException;
    }

    private <T> T checked(Item item, Check<T> check) throws IOException {
        try {
            return check.run();
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw file.error("node " + NirMessages.quote(item.path()) + ": " + problem.getMessage());
        }
    }
}
