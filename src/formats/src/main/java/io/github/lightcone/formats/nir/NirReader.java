package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.hdf5.Hdf5Array;
import io.github.lightcone.formats.hdf5.Hdf5Item;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a graph. In the file a node is a group with its type as a text and each parameter as an array; a graph is one
 * with a group of nodes and an array of pairs of names.
 */
final class NirReader {

    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 10_000;
    private static final int MOST_EDGES = 100_000;
    private static final int LONGEST_TEXT = 1024;

    private final Path file;
    private long nodes;
    private long numbers;

    private NirReader(Path file) {
        this.file = file;
    }

    static NirGraph read(Path path) throws IOException {
        NirReader reader = new NirReader(path);
        Map<String, Hdf5Item> root = items(Hdf5Reader.open(path).root());
        if (!root.containsKey("node")) {
            throw reader.error("has no group 'node', must have one with the graph; it has " + names(root));
        }
        NirNode node = reader.node(root.get("node"), 0);
        if (node instanceof NirGraph graph) {
            return graph;
        }
        throw reader.error("'node' is of type " + ((NirLayer) node).type().label() + ", must be " + NirType.GRAPH);
    }

    /** Returns what is in a group in the order of the names, whatever that of the file. */
    private static Map<String, Hdf5Item> items(Hdf5Item group) throws IOException {
        return new TreeMap<>(group.items());
    }

    private FormatException error(String problem) {
        return FormatException.inFile(file, NirMessages.line(problem, 400));
    }

    private static String names(Map<String, Hdf5Item> items) {
        return NirMessages.list(items.keySet());
    }

    private NirNode node(Hdf5Item item, int depth) throws IOException {
        if (++nodes > MOST_NODES) {
            throw error("has more than " + MOST_NODES + " nodes, which is the most there may be");
        }
        requireGroup(item);
        Map<String, Hdf5Item> items = items(item);
        String label = text(item, items, "type");
        if (label.equals(NirType.GRAPH)) {
            return graph(item, items, depth);
        }
        NirType type = NirType.named(label);
        if (type == null) {
            throw error("node " + NirMessages.quote(item.path()) + " is of type " + NirMessages.quote(label)
                    + ", must be " + NirType.allowed());
        }
        Map<String, NirArray> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Hdf5Item> entry : items.entrySet()) {
            if (!entry.getKey().equals("type") && !entry.getKey().equals("metadata")) {
                parameters.put(entry.getKey(), parameter(entry.getValue()));
            }
        }
        return checked(item, () -> new NirLayer(type, parameters, metadata(items)));
    }

    private NirArray parameter(Hdf5Item item) throws IOException {
        if (!item.isArray()) {
            throw error("'" + item.path() + "' is a group, must be an array");
        }
        Hdf5Array array = item.array();
        numbers += array.count();
        if (numbers > NirArray.MOST_ELEMENTS) {
            throw error("has more than " + NirArray.MOST_ELEMENTS + " numbers, which is the most there may be");
        }
        return NirArray.of(array.shape(), array.doubles());
    }

    private NirGraph graph(Hdf5Item item, Map<String, Hdf5Item> items, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw error(
                    "has graphs within graphs to a depth of more than " + DEEPEST + ", which is the most there may be");
        }
        for (String name : items.keySet()) {
            if (!List.of("type", "nodes", "edges", "metadata").contains(name)) {
                throw error("graph '" + item.path() + "' has " + NirMessages.quote(name)
                        + ", must have only type, nodes, edges and metadata");
            }
        }
        Hdf5Item group = required(item, items, "nodes");
        requireGroup(group);
        Map<String, NirNode> found = new LinkedHashMap<>();
        for (Map.Entry<String, Hdf5Item> entry : items(group).entrySet()) {
            checked(item, () -> {
                NirGraph.requireName(entry.getKey());
                return entry;
            });
            found.put(entry.getKey(), node(entry.getValue(), depth + 1));
        }
        List<NirEdge> edges = edges(required(item, items, "edges"));
        return checked(item, () -> new NirGraph(found, edges, metadata(items)));
    }

    private List<NirEdge> edges(Hdf5Item item) throws IOException {
        if (!item.isArray()) {
            throw error("'" + item.path() + "' is a group, must be an array of pairs of names");
        }
        Hdf5Array array = item.array();
        if (array.count() == 0) {
            return List.of();
        }
        int[] shape = array.shape();
        if (shape.length != 2 || shape[1] != 2 || shape[0] > MOST_EDGES) {
            throw error("'" + item.path() + "' has the shape " + NirArray.text(shape)
                    + ", must be (edges, 2) with at most " + MOST_EDGES + " edges");
        }
        List<String> names = array.texts(LONGEST_TEXT);
        List<NirEdge> edges = new ArrayList<>();
        for (int e = 0; e < shape[0]; e++) {
            edges.add(new NirEdge(names.get(2 * e), names.get(2 * e + 1)));
        }
        return edges;
    }

    /** Texts and numbers are taken; other kinds of entries mean nothing here. */
    private NirMetadata metadata(Map<String, Hdf5Item> items) throws IOException {
        if (!items.containsKey("metadata") || items.get("metadata").isArray()) {
            return NirMetadata.NONE;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, NirArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Hdf5Item> entry : items(items.get("metadata")).entrySet()) {
            if (entry.getValue().isArray()) {
                Hdf5Array array = entry.getValue().array();
                if (array.isNumeric()) {
                    arrays.put(entry.getKey(), parameter(entry.getValue()));
                } else if (array.isText() && array.count() == 1) {
                    texts.put(entry.getKey(), array.texts(LONGEST_TEXT).get(0));
                }
            }
        }
        return new NirMetadata(texts, arrays);
    }

    private String text(Hdf5Item item, Map<String, Hdf5Item> items, String name) throws IOException {
        Hdf5Item text = required(item, items, name);
        if (!text.isArray() || text.array().count() != 1) {
            throw error("'" + text.path() + "' must be one text");
        }
        return text.array().texts(LONGEST_TEXT).get(0);
    }

    private Hdf5Item required(Hdf5Item item, Map<String, Hdf5Item> items, String name) throws IOException {
        Hdf5Item found = items.get(name);
        if (found == null) {
            throw error(
                    "node " + NirMessages.quote(item.path()) + " has no '" + name + "', it has only " + names(items));
        }
        return found;
    }

    private void requireGroup(Hdf5Item item) throws IOException {
        if (item.isArray()) {
            throw error("'" + item.path() + "' is an array, must be a group");
        }
    }

    /** Something that checks what it is given. */
    private interface Check<T> {
        T run() throws IOException;
    }

    private <T> T checked(Hdf5Item item, Check<T> check) throws IOException {
        try {
            return check.run();
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw error("node " + NirMessages.quote(item.path()) + ": " + problem.getMessage());
        }
    }
}
