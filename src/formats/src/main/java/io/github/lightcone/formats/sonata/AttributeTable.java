package io.github.lightcone.formats.sonata;

import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The attributes of all nodes or edges of a population. A value stands in the HDF5 group that a member belongs to, at
 * the member's index in it; where it does not, or is NaN, the type of the member gives it.
 */
final class AttributeTable {

    private static final String DYNAMICS = "dynamics_params";
    private static final String LIBRARY = "@library";
    private static final int NO_ROW = -1;

    private final Hdf5Reader file;
    private final String path;
    private final String prefix;
    private final TypeTable types;
    private final int size;
    private final int[] row;
    private final List<String> groups = new ArrayList<>();
    private final int[] group;
    private final long[] index;

    /**
     * Reads to which type and which group each member belongs.
     *
     * @param path of the population in the file
     * @param prefix {@code node} or {@code edge}
     * @param types null if there are none
     */
    AttributeTable(Hdf5Reader file, String path, String population, String prefix, TypeTable types) throws IOException {
        this.file = file;
        this.path = path;
        this.prefix = prefix;
        this.types = types;
        String typeIds = path + "/" + prefix + "_type_id";
        size = file.length(typeIds);
        row = rows(file.longs(typeIds, size), typeIds, population);
        group = new int[size];
        index = groups();
    }

    private int[] rows(long[] typeId, String place, String population) throws FormatException {
        int[] rows = new int[size];
        Arrays.fill(rows, NO_ROW);
        if (types != null) {
            LongIntHashMap rowOf = types.rowsOf(population, prefix + "_type_id");
            for (int i = 0; i < size; i++) {
                rows[i] = rowOf.getOrDefault(typeId[i], NO_ROW);
                if (rows[i] == NO_ROW) {
                    throw file.error(
                            place, "has the element [" + i + "] = " + typeId[i] + ", must be in " + types.file());
                }
            }
        }
        return rows;
    }

    private long[] groups() throws FormatException {
        String ids = path + "/" + prefix + "_group_id";
        boolean single = size == 0 || !file.hasArray(ids);
        if (single) {
            if (file.hasGroup(path + "/0")) {
                groups.add("0");
            }
            long[] consecutive = new long[size];
            Arrays.setAll(consecutive, i -> i);
            return consecutive;
        }
        LongIntHashMap known = new LongIntHashMap();
        long[] id = file.longs(ids, size);
        for (int i = 0; i < size; i++) {
            if (known.putIfAbsent(id[i], groups.size())) {
                String name = Long.toString(id[i]);
                if (!file.hasGroup(path + "/" + name)) {
                    throw file.error(ids, "has the element [" + i + "] = " + name + ", there is no such group");
                }
                groups.add(name);
            }
            group[i] = known.get(id[i]);
        }
        return file.longs(path + "/" + prefix + "_group_index", size);
    }

    int size() {
        return size;
    }

    /** Returns the type table, null if there is none. */
    TypeTable types() {
        return types;
    }

    /** Returns the row of a member in the type table; only if there is one. */
    int row(int member) {
        return row[member];
    }

    /** Returns the place of an attribute in the file, for messages. */
    String place(String attribute, int member) {
        return path + " " + attribute + "[" + member + "]";
    }

    /** Returns an exception about an attribute of a member. */
    FormatException error(String attribute, int member, String problem) {
        return FormatException.inFile(file.file(), place(attribute, member) + " " + problem);
    }

    /** Returns an exception about the population. */
    FormatException error(String problem) {
        return FormatException.inFile(file.file(), path + ": " + problem);
    }

    /** Returns the names of all attributes in the groups of the file. */
    Set<String> names() throws FormatException {
        Set<String> names = new LinkedHashSet<>();
        for (String name : groups) {
            for (String child : file.children(path + "/" + name)) {
                if (!child.equals(DYNAMICS) && !child.equals(LIBRARY)) {
                    names.add(child);
                }
            }
        }
        return names;
    }

    /** Returns the names of the parameters of models in the groups of the file. */
    Set<String> dynamicsNames() throws FormatException {
        Set<String> names = new LinkedHashSet<>();
        for (String name : groups) {
            String dynamics = path + "/" + name + "/" + DYNAMICS;
            if (file.hasGroup(dynamics)) {
                names.addAll(file.children(dynamics));
            }
        }
        return names;
    }

    /** Returns an attribute of every member, NaN where it is not given. */
    double[] numbers(String name) throws FormatException {
        double[] ofRow = new double[types == null ? 0 : types.rowCount()];
        boolean[] known = new boolean[ofRow.length];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int r = row[i];
            if (r != NO_ROW && !known[r]) {
                ofRow[r] = types.number(r, name);
                known[r] = true;
            }
            values[i] = r == NO_ROW ? Double.NaN : ofRow[r];
        }
        override(name, values);
        return values;
    }

    /**
     * Puts the parameters of models that the file gives in place of those of the types.
     *
     * @param values of every member. Modified.
     */
    void overrideDynamics(String parameter, double[] values) throws FormatException {
        override(DYNAMICS + "/" + parameter, values);
    }

    private void override(String name, double[] values) throws FormatException {
        for (int g = 0; g < groups.size(); g++) {
            String place = path + "/" + groups.get(g) + "/" + name;
            if (file.hasArray(place)) {
                double[] column = file.doubles(place, file.length(place));
                for (int i = 0; i < size; i++) {
                    if (group[i] == g && !Double.isNaN(column[indexIn(place, i, column.length)])) {
                        values[i] = column[(int) index[i]];
                    }
                }
            }
        }
    }

    private int indexIn(String place, int member, int length) throws FormatException {
        if (index[member] < 0 || index[member] >= length) {
            throw file.error(
                    path + "/" + prefix + "_group_index",
                    "has the element [" + member + "] = " + index[member] + ", /" + place + " has " + length
                            + " elements");
        }
        return (int) index[member];
    }

    /** Returns a text of every member, null where it is not given. */
    String[] texts(String name) throws FormatException {
        String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = row[i] == NO_ROW ? null : types.cell(row[i], name);
        }
        for (int g = 0; g < groups.size(); g++) {
            String place = path + "/" + groups.get(g) + "/" + name;
            if (file.hasArray(place)) {
                List<String> column = column(path + "/" + groups.get(g), name);
                for (int i = 0; i < size; i++) {
                    if (group[i] == g) {
                        values[i] = column.get(indexIn(place, i, column.size()));
                    }
                }
            }
        }
        return values;
    }

    /** An attribute of texts is an array of them, or of indices into a library of them. */
    private List<String> column(String groupPath, String name) throws FormatException {
        String place = groupPath + "/" + name;
        int length = file.length(place);
        if (file.holdsTexts(place)) {
            return file.texts(place, length);
        }
        String library = groupPath + "/" + LIBRARY + "/" + name;
        List<String> texts = file.texts(library, file.length(library));
        List<String> column = new ArrayList<>(length);
        for (long number : file.longs(place, length)) {
            if (number < 0 || number >= texts.size()) {
                throw file.error(place, "has the element " + number + ", /" + library + " has " + texts.size());
            }
            column.add(texts.get((int) number));
        }
        return column;
    }
}
