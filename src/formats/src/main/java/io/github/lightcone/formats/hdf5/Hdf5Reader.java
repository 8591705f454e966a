package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads arrays and texts of an HDF5 file that nobody vouches for by their paths, such as {@code nodes/cells/node_id}.
 * Whatever is wrong with the file becomes a {@link FormatException} that names it and the path.
 */
public final class Hdf5Reader {

    private final Hdf5Source source;
    private final Hdf5Item root;
    private final Map<String, Hdf5Item> known = new HashMap<>();

    private Hdf5Reader(Hdf5Source source) {
        this.source = source;
        root = new Hdf5Item(source, "", source.root());
        known.put("", root);
    }

    /**
     * Opens a file below 2 GB. There is nothing to close.
     *
     * @throws FormatException if there is none, or it is not HDF5
     */
    public static Hdf5Reader open(Path file) throws IOException {
        return new Hdf5Reader(Hdf5Source.open(file));
    }

    /** Returns the file, for messages. */
    public Path file() {
        return source.file();
    }

    /** Returns the group that holds all. */
    public Hdf5Item root() {
        return root;
    }

    /** Returns whether there is a group of this path. */
    public boolean hasGroup(String path) throws FormatException {
        Hdf5Item item = find(path);
        return item != null && !item.isArray();
    }

    /** Returns whether there is an array of this path. */
    public boolean hasArray(String path) throws FormatException {
        Hdf5Item item = find(path);
        return item != null && item.isArray();
    }

    /**
     * Returns the names of what a group holds, in the order of the file.
     *
     * @throws FormatException if there is no such group
     */
    public List<String> children(String path) throws FormatException {
        Hdf5Item item = find(path);
        if (item == null) {
            throw error(path, "is missing, must be a group");
        }
        return List.copyOf(item.items().keySet());
    }

    /**
     * Returns the length of an array of one dimension.
     *
     * @throws FormatException if there is no such array, or it claims more elements than the file can hold
     */
    public int length(String path) throws FormatException {
        int[] shape = array(path).shape();
        if (shape.length != 1) {
            throw error(path, "has " + shape.length + " dimensions, must have 1");
        }
        return shape[0];
    }

    /**
     * Returns numbers of any type, integers included.
     *
     * @param shape what the lengths of the dimensions must be
     */
    public double[] doubles(String path, int... shape) throws FormatException {
        return shaped(path, shape).doubles();
    }

    /** Returns integers of any width, signed or not, of one dimension. */
    public long[] longs(String path, int length) throws FormatException {
        return shaped(path, length).longs();
    }

    /** Returns integers of one dimension that fit into 32 bits. */
    public int[] ints(String path, int length) throws FormatException {
        long[] wide = longs(path, length);
        int[] values = new int[length];
        for (int k = 0; k < length; k++) {
            values[k] = (int) wide[k];
            if (values[k] != wide[k]) {
                throw error(path, "has the element [" + k + "] = " + wide[k] + ", must fit into 32 bits");
            }
        }
        return values;
    }

    /** Returns a text that is a single value. */
    public String text(String path) throws FormatException {
        return shaped(path).texts(Integer.MAX_VALUE).get(0);
    }

    /** Returns texts of one dimension. */
    public List<String> texts(String path, int length) throws FormatException {
        return shaped(path, length).texts(Integer.MAX_VALUE);
    }

    /** Returns whether an array holds texts. */
    public boolean holdsTexts(String path) throws FormatException {
        return array(path).isText();
    }

    /**
     * Returns an attribute that is one text, null if there is none of this name.
     *
     * @param path of the array that has it
     */
    public String attribute(String path, String name) throws FormatException {
        return array(path).attribute(name);
    }

    /** Returns an exception about what stands at a path: {@code FILE: '/PATH' PROBLEM}. */
    public FormatException error(String path, String problem) {
        return source.error(path, problem);
    }

    private Hdf5Array array(String path) throws FormatException {
        Hdf5Item item = find(path);
        if (item == null) {
            throw error(path, "is missing, must be an array");
        }
        return item.array();
    }

    private Hdf5Array shaped(String path, int... shape) throws FormatException {
        Hdf5Array array = array(path);
        if (!Arrays.equals(array.shape(), shape)) {
            throw error(
                    path, "has the shape " + Arrays.toString(array.shape()) + ", must be " + Arrays.toString(shape));
        }
        return array;
    }

    /** Returns what stands at a path, null if there is nothing. */
    private Hdf5Item find(String path) throws FormatException {
        Hdf5Item item = known.get(path);
        if (item == null) {
            int last = path.lastIndexOf('/');
            Hdf5Item group = last < 0 ? root : find(path.substring(0, last));
            item = group == null || group.isArray() ? null : group.items().get(path.substring(last + 1));
            if (item != null) {
                known.put(path, item);
            }
        }
        return item;
    }
}
