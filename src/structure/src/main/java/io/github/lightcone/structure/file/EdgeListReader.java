package io.github.lightcone.structure.file;

import io.github.lightcone.structure.graph.Graph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lists of edges, and tables of nodes beside them.
 *
 * <pre>
 *     source,target,weight          index,name,x_um,y_um,z_um
 *     0,1,2.5                       0,ADAL,94.34,0.03,10.31
 * </pre>
 *
 * <p>Cells are separated by tabs, semicolons, commas or blanks, whichever the first line has, in this order. If
 * the first row names the columns {@code source} and {@code target} (or {@code from} and {@code to}), in any
 * case and order, {@code weight} (or {@code value}) and {@code length} (or {@code distance}, mm) are read too,
 * and others passed over. Otherwise the list has no header and two columns, or three with the weight. Weights
 * are 1 if there is no column for them. Empty lines and those that start with {@code #} are passed over, and
 * those with {@code %} if the first line does.
 *
 * <p>Without a table of nodes the nodes are those the edges name, ascending if all are integers of at least 0
 * (up to 18 digits), otherwise in the order of their first mention. A table of nodes has a header with {@code
 * index}, {@code id} or {@code node}, or with {@code name} or {@code label}, or with one of each, and may have
 * {@code x}, {@code y}, {@code z} in mm, {@code x_mm} and so on, or {@code x_um} and so on; edges then name
 * nodes by what the first kind of column says, or else by the second.
 *
 * <p>Parallel edges are added; in an undirected list, so are the two orders of a pair. Lengths of parallel
 * edges must be equal.
 */
public final class EdgeListReader {

    private static final int MOST_DIGITS = 18;

    private final Path file;
    private final EdgeCollector edges = new EdgeCollector();
    private final EdgeCollector lengths = new EdgeCollector();
    private final Map<String, Integer> mentioned = new HashMap<>();
    private final NodeTable table;
    private int source;
    private int target = 1;
    private int weight = 2;
    private int length = -1;
    private int columns;

    private EdgeListReader(Path file, NodeTable table) {
        this.file = file;
        this.table = table;
    }

    /**
     * Reads a list of edges.
     *
     * @param directed whether an edge leads from its source to its target only: a list cannot say so itself
     * @throws GraphFileException if it is no such list
     */
    public static GraphFile read(Path edges, boolean directed) throws GraphFileException {
        return new EdgeListReader(edges, null).read(directed, new ArrayList<>());
    }

    /**
     * Reads a list of edges and a table of nodes.
     *
     * @throws GraphFileException if they are no such files, or an edge names a node that is not in the table
     */
    public static GraphFile read(Path edges, Path nodes, boolean directed) throws GraphFileException {
        List<String> notes = new ArrayList<>();
        NodeTable table = NodeTable.read(nodes, notes);
        return new EdgeListReader(edges, table).read(directed, notes);
    }

    private GraphFile read(boolean directed, List<String> notes) throws GraphFileException {
        try (CsvRows rows = CsvRows.open(file)) {
            boolean more = rows.next();
            if (!more) {
                throw GraphFileException.inFile(file.toString(), "is empty, must have an edge per line");
            }
            columns = rows.cells().size();
            if (more && readHeader(rows)) {
                more = rows.next();
            } else if (more && columns > 3) {
                throw rows.error(columns + " columns, must have a header with source and target, or be two or three");
            } else if (more && columns < 3) {
                weight = -1;
            }
            for (; more; more = rows.next()) {
                readEdge(rows);
            }
        }
        return finish(directed, notes);
    }

    private boolean readHeader(CsvRows rows) {
        List<String> header =
                rows.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        int from = NodeTable.column(header, List.of("source", "from"));
        int to = NodeTable.column(header, List.of("target", "to"));
        if (from < 0 || to < 0) {
            return false;
        }
        source = from;
        target = to;
        weight = NodeTable.column(header, List.of("weight", "value"));
        length = NodeTable.column(header, List.of("length", "distance"));
        return true;
    }

    private void readEdge(CsvRows rows) throws GraphFileException {
        if (rows.cells().size() != columns) {
            throw rows.error(rows.cells().size() + " cells, must be " + columns + " as in the first row");
        }
        int from = node(rows, source, "source");
        int to = node(rows, target, "target");
        edges.add(from, to, weight < 0 ? 1 : rows.number(weight, "weight"));
        if (length >= 0) {
            double value = rows.number(length, "length");
            if (value < 0) {
                throw rows.error("length = " + value + ", must be at least 0");
            }
            lengths.add(from, to, value);
        }
    }

    private int node(CsvRows rows, int column, String name) throws GraphFileException {
        String cell = rows.cell(column, name);
        if (cell.isEmpty()) {
            throw rows.error(name + " is empty, must name a node");
        }
        if (table == null) {
            return mentioned.computeIfAbsent(cell, unknown -> mentioned.size());
        }
        int node = table.find(cell);
        if (node < 0) {
            throw rows.error(name + " = " + GraphFileException.quote(cell) + ", must be a node of the table");
        }
        return node;
    }

    private GraphFile finish(boolean directed, List<String> notes) throws GraphFileException {
        List<String> names = table == null ? sortMentioned() : table.names();
        Graph graph = edges.graph(file.toString(), names.size(), directed);
        edges.describe(graph, notes);
        Optional<Graph> edgeLengths = length < 0
                ? Optional.empty()
                : Optional.of(
                        lengths.distinct(file.toString(), directed).graph(file.toString(), names.size(), directed));
        return new GraphFile(graph, names, table == null ? Optional.empty() : table.positions(), edgeLengths, notes);
    }

    /** Returns the names in order, and numbers the edges anew if that is not the order of first mention. */
    private List<String> sortMentioned() {
        String[] names = new String[mentioned.size()];
        mentioned.forEach((name, number) -> names[number] = name);
        for (String name : names) {
            if (name.length() > MOST_DIGITS || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return List.of(names);
            }
        }
        List<String> sorted = new ArrayList<>(List.of(names));
        sorted.sort(Comparator.<String>comparingLong(Long::parseLong).thenComparing(name -> name));
        int[] number = new int[names.length];
        for (int n = 0; n < number.length; n++) {
            number[mentioned.get(sorted.get(n))] = n;
        }
        edges.renumber(number);
        lengths.renumber(number);
        return sorted;
    }
}
