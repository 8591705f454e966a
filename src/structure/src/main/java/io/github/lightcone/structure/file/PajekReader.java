package io.github.lightcone.structure.file;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads networks of Pajek (de Nooy, Mrvar and Batagelj, Exploratory Social Network Analysis with Pajek, 2018).
 *
 * <pre>
 *     *Vertices 3
 *     1 "one" 0.1 0.2 0.5
 *     *Arcs                     *Edges                 *Arcslist / *Edgeslist      *Matrix
 *     1 2 0.5                   1 2 0.5                1 2 3                       0 1 0
 * </pre>
 *
 * <p>Vertices count from 1; those without a line of their own are named by their number. Sections may follow
 * one another, several of a kind too: they are added. Weights are 1 unless given; numbers of a matrix that are
 * 0 are no arcs; with {@code *Vertices n k} a matrix has k rows and n - k columns, for the vertices after the
 * first k. The graph is directed if there are arcs or a matrix; an edge beside arcs becomes two arcs.
 * Coordinates are positions, taken as mm, if all vertices have two, or all have three. Labels and drawing
 * parameters of lines, relation names in {@code *Arcs :1 "name"}, and lines that start with {@code %} are
 * passed over. Sections of other kinds are refused.
 *
 * <p>There may be at most as many vertices as the file has bytes, or {@value #FREE_VERTICES}.
 */
public final class PajekReader {

    /** Vertices that a file may announce however short it is. */
    public static final int FREE_VERTICES = 100_000;

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf(inity)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DRAWING = Pattern.compile("[a-z]{1,4}[0-9]?", Pattern.CASE_INSENSITIVE);

    private final Lines lines;
    private final String file;
    private final long mostVertices;
    private final EdgeCollector arcs = new EdgeCollector();
    private final EdgeCollector edges = new EdgeCollector();
    private String section = "";
    private boolean directed;
    private int vertices = -1;
    private int firstMode;
    private String[] label;
    private double[] coordinate;
    private int[] coordinates;
    private int matrixRow;
    private int matrixColumn;

    private PajekReader(String file, Lines lines, long mostVertices) {
        this.file = file;
        this.lines = lines;
        this.mostVertices = mostVertices;
    }

    /**
     * Reads a file.
     *
     * @throws GraphFileException if it is not a network of Pajek
     */
    public static GraphFile read(Path file) throws GraphFileException {
        long most = Math.min(Integer.MAX_VALUE - 8, Math.max(FREE_VERTICES, TextFile.size(file)));
        try (BufferedReader reader = TextFile.open(file)) {
            PajekReader pajek = new PajekReader(file.toString(), new Lines(file.toString(), reader), most);
            pajek.readLines();
            return pajek.finish();
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
    }

    private void readLines() throws GraphFileException {
        while (lines.next()) {
            List<String> words = lines.words();
            if (words.isEmpty() || words.get(0).startsWith("%")) {
                continue;
            }
            if (words.get(0).startsWith("*")) {
                openSection(words);
            } else {
                readLine(words);
            }
        }
        closeSection();
        if (vertices < 0) {
            throw lines.fileError("has no *Vertices");
        }
    }

    private void openSection(List<String> words) throws GraphFileException {
        closeSection();
        section = words.get(0).toLowerCase(Locale.ROOT);
        switch (section) {
            case "*network" -> {}
            case "*vertices" -> openVertices(words);
            case "*arcs", "*arcslist", "*matrix" -> {
                needVertices();
                directed = true;
            }
            case "*edges", "*edgeslist" -> needVertices();
            default ->
                throw lines.error("section " + GraphFileException.quote(words.get(0))
                        + ", must be *Network, *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist or *Matrix");
        }
    }

    private void needVertices() throws GraphFileException {
        if (vertices < 0) {
            throw lines.error(section + " before *Vertices");
        }
        matrixRow = 0;
        matrixColumn = 0;
    }

    private void openVertices(List<String> words) throws GraphFileException {
        if (vertices >= 0) {
            throw lines.error("a second *Vertices, must be one");
        }
        if (words.size() < 2) {
            throw lines.error("*Vertices without their number");
        }
        int count = integer("vertices", words.get(1), 0, mostVertices);
        firstMode = words.size() > 2 ? integer("vertices of the first mode", words.get(2), 0, count) : 0;
        label = new String[count];
        coordinate = new double[3 * count];
        coordinates = new int[count];
        vertices = count;
    }

    private void closeSection() throws GraphFileException {
        if (section.equals("*matrix") && (matrixRow != matrixRows() || matrixColumn != 0)) {
            throw lines.error("*Matrix ends in row " + (matrixRow + 1) + ", must have " + matrixRows() + " rows of "
                    + matrixColumns());
        }
    }

    private void readLine(List<String> words) throws GraphFileException {
        switch (section) {
            case "*vertices" -> readVertex(words);
            case "*arcs" -> readEdge(words, arcs);
            case "*edges" -> readEdge(words, edges);
            case "*arcslist" -> readList(words, arcs);
            case "*edgeslist" -> readList(words, edges);
            case "*matrix" -> readMatrix(words);
            default ->
                throw lines.error(GraphFileException.quote(words.get(0)) + ", must be a section such as *Vertices");
        }
    }

    private void readVertex(List<String> words) throws GraphFileException {
        int vertex = vertex(words.get(0));
        if (label[vertex] != null) {
            throw lines.error("vertex " + words.get(0) + " is there twice");
        }
        label[vertex] = words.size() > 1 ? words.get(1) : words.get(0);
        int known = 0;
        while (known < 3 && words.size() > 2 + known && isNumber(words.get(2 + known))) {
            lines.number("coordinate", words.get(2 + known));
            coordinate[3 * vertex + known] = Decimal.parse(words.get(2 + known));
            known++;
        }
        coordinates[vertex] = known;
    }

    private void readEdge(List<String> words, EdgeCollector into) throws GraphFileException {
        if (words.size() < 2) {
            throw lines.error(GraphFileException.quote(words.get(0)) + ", must be two vertices and perhaps a weight");
        }
        boolean weighted = words.size() > 2 && !isDrawing(words.get(2));
        double weight = weighted ? lines.number("weight", words.get(2)) : 1;
        into.add(vertex(words.get(0)), vertex(words.get(1)), weight);
    }

    /** Returns whether a word is meant as a number, finite or not; others are shapes and parameters of a drawing. */
    private static boolean isNumber(String word) {
        return Double.isFinite(Decimal.parse(word)) || NOT_FINITE.matcher(word).matches();
    }

    /** Returns whether a word is a parameter of a drawing, such as {@code c} or {@code h2}, and no weight. */
    private static boolean isDrawing(String word) {
        return word.isEmpty()
                || (DRAWING.matcher(word).matches() && !NOT_FINITE.matcher(word).matches());
    }

    private void readList(List<String> words, EdgeCollector into) throws GraphFileException {
        int source = vertex(words.get(0));
        for (String word : words.subList(1, words.size())) {
            into.add(source, vertex(word), 1);
        }
    }

    private int matrixRows() {
        return firstMode > 0 ? firstMode : vertices;
    }

    private int matrixColumns() {
        return firstMode > 0 ? vertices - firstMode : vertices;
    }

    private void readMatrix(List<String> words) throws GraphFileException {
        for (String word : words) {
            if (matrixRow == matrixRows()) {
                throw lines.error(
                        GraphFileException.quote(word) + " after the last of " + matrixRows() + " rows of *Matrix");
            }
            double weight = lines.number("row " + (matrixRow + 1) + ", column " + (matrixColumn + 1), word);
            if (weight != 0) {
                arcs.add(matrixRow, firstMode + matrixColumn, weight);
            }
            matrixColumn++;
            if (matrixColumn >= matrixColumns()) {
                matrixColumn = 0;
                matrixRow++;
            }
        }
    }

    private int vertex(String word) throws GraphFileException {
        return integer("vertex", word, 1, vertices) - 1;
    }

    private int integer(String name, String word, long least, long most) throws GraphFileException {
        try {
            int value = Integer.parseInt(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            // said below
        }
        throw lines.error(
                name + " = " + GraphFileException.quote(word) + ", must be an integer from " + least + " to " + most);
    }

    private GraphFile finish() throws GraphFileException {
        List<String> notes = new ArrayList<>();
        EdgeCollector all = arcs;
        if (directed && edges.count() > 0) {
            for (int k = 0; k < edges.count(); k++) {
                arcs.add(edges.source(k), edges.target(k), edges.weight(k));
                if (edges.source(k) != edges.target(k)) {
                    arcs.add(edges.target(k), edges.source(k), edges.weight(k));
                }
            }
            notes.add(edges.count() + " edges became arcs of both directions");
        } else if (!directed) {
            all = edges;
        }
        Graph graph = all.graph(file, vertices, directed);
        all.describe(graph, notes);
        List<String> names = new ArrayList<>(vertices);
        for (int n = 0; n < vertices; n++) {
            names.add(label[n] == null ? Integer.toString(n + 1) : label[n]);
        }
        return new GraphFile(graph, names, positions(notes), Optional.empty(), notes);
    }

    private Optional<Positions> positions(List<String> notes) {
        int dimensions = Arrays.stream(coordinates).min().orElse(0);
        if (dimensions < 2) {
            long placed = Arrays.stream(coordinates).filter(known -> known >= 2).count();
            if (placed > 0) {
                notes.add("positions left out: " + placed + " of " + vertices + " vertices have them");
            }
            return Optional.empty();
        }
        double[] kept = new double[vertices * dimensions];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = coordinate[3 * (k / dimensions) + k % dimensions];
        }
        notes.add("coordinates taken as mm");
        return Optional.of(Positions.of(dimensions, kept));
    }
}
