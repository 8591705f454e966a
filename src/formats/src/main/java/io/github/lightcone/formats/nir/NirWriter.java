package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.hdf5.Hdf5Writer;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.util.Arrays;

/** Writes a graph as the {@code nir} package for Python reads it. */
final class NirWriter {

    /** The version of the format, that of the package it was compared with. */
    private static final String VERSION = "1.0.8";

    private static final int SMALLEST_COMPRESSED = 256;
    private static final DatasetCreationOptions COMPRESSED =
            DatasetCreationOptions.builder().shuffle().deflate(4).build();

    private NirWriter() {}

    /** Puts a graph into an empty file. */
    static void write(WritableGroup root, NirGraph graph) {
        root.putDataset("version", VERSION);
        put(root.putGroup("node"), graph);
    }

    private static void put(WritableGroup group, NirNode node) {
        if (node instanceof NirGraph graph) {
            group.putDataset("type", NirType.GRAPH);
            WritableGroup nodes = group.putGroup("nodes");
            graph.nodes().forEach((name, inner) -> put(nodes.putGroup(name), inner));
            putEdges(group, graph);
        } else {
            NirLayer layer = (NirLayer) node;
            group.putDataset("type", layer.type().label());
            layer.parameters()
                    .forEach(
                            (name, array) -> put(group, name, array, name.equals("shape") ? long.class : double.class));
        }
        NirMetadata metadata = node.metadata();
        if (!metadata.isEmpty()) {
            WritableGroup inner = group.putGroup("metadata");
            metadata.texts().forEach(inner::putDataset);
            metadata.arrays().forEach((name, array) -> put(inner, name, array, double.class));
        }
    }

    private static void putEdges(WritableGroup group, NirGraph graph) {
        if (graph.edges().isEmpty()) {
            Hdf5Writer.put(group, "edges", new double[0]);
            return;
        }
        group.putDataset(
                "edges",
                graph.edges().stream()
                        .map(edge -> new String[] {edge.from(), edge.to()})
                        .toArray(String[][]::new));
    }

    private static void put(WritableGroup group, String name, NirArray array, Class<?> type) {
        Object nested = array.shape().length == 0 ? (Object) array.get(0) : nested(array, type, array.shape(), 0);
        if (array.size() < SMALLEST_COMPRESSED) {
            group.putDataset(name, nested);
        } else {
            group.putDataset(name, nested, COMPRESSED);
        }
    }

    /** Returns the elements from an index on as an array of arrays. */
    private static Object nested(NirArray array, Class<?> type, int[] shape, int from) {
        Object nested = Array.newInstance(type, shape);
        int[] inner = Arrays.copyOfRange(shape, 1, shape.length);
        int size = (int) NirArray.sizeOf(inner);
        for (int i = 0; i < shape[0]; i++) {
            if (inner.length > 0) {
                Array.set(nested, i, nested(array, type, inner, from + i * size));
            } else if (type == long.class) {
                Array.setLong(nested, i, (long) array.get(from + i));
            } else {
                Array.setDouble(nested, i, array.get(from + i));
            }
        }
        return nested;
    }
}
