package io.github.lightcone.structure.file;

import com.carrotsearch.hppc.DoubleArrayList;
import io.github.lightcone.space.Positions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The nodes of a table: ids, names, positions. */
final class NodeTable {

    private static final int UNCERTAIN = -1;
    private static final double MM_PER_UM = 1e-3;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final DoubleArrayList coordinates = new DoubleArrayList();
    private int dimensions;

    private NodeTable() {}

    /** Reads a table; its first row names the columns. */
    static NodeTable read(Path file, List<String> notes) throws GraphFileException {
        try (CsvRows rows = CsvRows.open(file)) {
            if (!rows.next()) {
                throw GraphFileException.inFile(file.toString(), "is empty, must have a header");
            }
            List<String> header = rows.cells().stream()
                    .map(cell -> cell.toLowerCase(Locale.ROOT))
                    .toList();
            int id = column(header, List.of("index", "id", "node"));
            int name = column(header, List.of("name", "label"));
            if (id < 0 && name < 0) {
                throw rows.error("no column for nodes, must be one of index, id, node, name, label");
            }
            NodeTable table = new NodeTable();
            int[] axis = table.axes(header, notes);
            double unit = axis.length > 0 && header.get(axis[0]).endsWith("_um") ? MM_PER_UM : 1;
            while (rows.next()) {
                table.add(rows, id, name);
                for (int column : axis) {
                    table.coordinates.add(unit * rows.number(column, header.get(column)));
                }
            }
            return table;
        }
    }

    private int[] axes(List<String> header, List<String> notes) {
        for (String unit : List.of("", "_mm", "_um")) {
            int x = header.indexOf("x" + unit);
            int y = header.indexOf("y" + unit);
            int z = header.indexOf("z" + unit);
            if (x >= 0 && y >= 0) {
                notes.add(unit.equals("_um") ? "positions turned from um into mm" : "positions taken as mm");
                dimensions = z >= 0 ? 3 : 2;
                return z >= 0 ? new int[] {x, y, z} : new int[] {x, y};
            }
        }
        return new int[0];
    }

    static int column(List<String> header, Collection<String> names) {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        return -1;
    }

    private void add(CsvRows rows, int idColumn, int nameColumn) throws GraphFileException {
        String id =
                idColumn >= 0 ? rows.cell(idColumn, "the id of a node") : rows.cell(nameColumn, "the name of a node");
        String name = nameColumn >= 0 ? rows.cell(nameColumn, "the name of a node") : id;
        if (id.isEmpty()) {
            throw rows.error("a node without id");
        }
        if (byId.putIfAbsent(id, names.size()) != null) {
            throw rows.error("node " + GraphFileException.quote(id) + " is there twice");
        }
        byName.merge(name, names.size(), (first, second) -> UNCERTAIN);
        names.add(name);
    }

    /** Returns a node by its id, or else by its name if only one has it; -1 if there is none. */
    int find(String text) {
        Integer node = byId.get(text);
        return node != null ? node : byName.getOrDefault(text, UNCERTAIN);
    }

    List<String> names() {
        return names;
    }

    Optional<Positions> positions() {
        return dimensions == 0 ? Optional.empty() : Optional.of(Positions.of(dimensions, coordinates.toArray()));
    }
}
