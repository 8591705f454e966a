package io.github.lightcone.structure.file;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;

/**
 * Reads connectomes of The Virtual Brain (Sanz Leon et al., Frontiers in Neuroinformatics 7, 2013, 10): a zip
 * file with
 *
 * <pre>
 *     weights.txt          a row of numbers per region: how strongly the region of each column acts on it
 *     tract_lengths.txt    likewise, mm
 *     centres.txt          a line per region: its name and x, y, z in mm
 * </pre>
 *
 * <p>Any of them may be packed again as {@code .bz2}; {@code centers.txt} is another name of the last. Without
 * lengths or centres the graph has none; all other files are passed over. The graph is directed, with an arc
 * from the region of the column to that of the row for every weight that is not 0; self-connections are kept.
 * Lengths where there is no arc are dropped. There may be at most {@value #MOST_REGIONS} regions.
 */
public final class ConnectomeReader {

    /** The largest number of regions. */
    public static final int MOST_REGIONS = 2048;

    private final ZipFolder zip;
    private final EdgeCollector arcs = new EdgeCollector();
    private int regions;

    private ConnectomeReader(ZipFolder zip) {
        this.zip = zip;
    }

    /**
     * Reads a file.
     *
     * @throws GraphFileException if it is not such a zip file, or is damaged, or its matrices are not square,
     *     of one size and finite, or a length is negative
     */
    public static GraphFile read(Path file) throws GraphFileException {
        try (ZipFolder zip = ZipFolder.open(file)) {
            return new ConnectomeReader(zip).read(file.toString());
        }
    }

    private GraphFile read(String file) throws GraphFileException {
        ZipEntry weights = zip.find("weights.txt");
        if (weights == null) {
            throw GraphFileException.inFile(file, "holds no weights.txt");
        }
        zip.read(
                weights,
                lines -> readMatrix(lines, (row, column, value) -> {
                    if (value != 0) {
                        arcs.add(column, row, value);
                    }
                }));
        Graph graph = arcs.graph(file, regions, true);
        List<String> notes = new ArrayList<>();
        arcs.describe(graph, notes);
        notes.add("columns act on rows");
        notes.add(isSymmetric(graph) ? "weights are symmetric" : "weights are not symmetric");
        ZipEntry lengths = zip.find("tract_lengths.txt");
        Optional<Graph> lengthGraph =
                lengths == null ? Optional.empty() : Optional.of(readLengths(lengths, graph, notes));
        ZipEntry centres = zip.find("centres.txt", "centers.txt");
        List<String> names = new ArrayList<>();
        double[] coordinates = new double[3 * regions];
        if (centres == null) {
            for (int n = 0; n < regions; n++) {
                names.add(Integer.toString(n));
            }
            return new GraphFile(graph, names, Optional.empty(), lengthGraph, notes);
        }
        zip.read(centres, lines -> readCentres(lines, names, coordinates));
        return new GraphFile(graph, names, Optional.of(Positions.of(3, coordinates)), lengthGraph, notes);
    }

    /** Takes the numbers of a matrix. */
    @FunctionalInterface
    private interface Entries {
        void accept(int row, int column, double value) throws GraphFileException;
    }

    private void readMatrix(Lines lines, Entries entries) throws GraphFileException {
        int row = 0;
        while (lines.next()) {
            List<String> words = lines.words();
            if (words.isEmpty()) {
                continue;
            }
            if (regions == 0) {
                regions = words.size();
            }
            if (regions > MOST_REGIONS) {
                throw lines.error(regions + " regions, must be at most " + MOST_REGIONS);
            }
            if (words.size() != regions || row == regions) {
                throw lines.error("row " + (row + 1) + " of " + words.size() + " numbers, must be " + regions
                        + " rows of " + regions);
            }
            for (int column = 0; column < regions; column++) {
                entries.accept(row, column, lines.number("column " + (column + 1), words.get(column)));
            }
            row++;
        }
        if (row != regions || row == 0) {
            throw lines.fileError(row + " rows, must be " + (regions == 0 ? "at least 1" : regions + " as columns"));
        }
    }

    private static boolean isSymmetric(Graph graph) {
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                if (graph.weightBetween(graph.target(slot), n) != graph.weight(slot)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Graph readLengths(ZipEntry entry, Graph graph, List<String> notes) throws GraphFileException {
        EdgeCollector lengths = new EdgeCollector();
        zip.read(
                entry,
                lines -> readMatrix(lines, (row, column, value) -> {
                    if (value < 0) {
                        throw lines.error("length of column " + (column + 1) + " = " + value + ", must be at least 0");
                    }
                    if (graph.slot(column, row) >= 0) {
                        lengths.add(column, row, value);
                    }
                }));
        Graph lengthGraph = lengths.graph(zip.name(entry), regions, true);
        int zero = 0;
        int[] source = lengthGraph.sources();
        for (int slot = 0; slot < lengthGraph.slotCount(); slot++) {
            zero += lengthGraph.weight(slot) == 0 && source[slot] != lengthGraph.target(slot) ? 1 : 0;
        }
        if (zero > 0) {
            notes.add(zero + " arcs between regions have length 0");
        }
        return lengthGraph;
    }

    private void readCentres(Lines lines, List<String> names, double[] coordinates) throws GraphFileException {
        while (lines.next()) {
            List<String> words = lines.words();
            if (words.isEmpty()) {
                continue;
            }
            if (words.size() != 4) {
                throw lines.error(words.size() + " words, must be a name and three coordinates");
            }
            if (names.size() == regions) {
                throw lines.error("a centre too many, must be " + regions + " as in the weights");
            }
            for (int axis = 0; axis < 3; axis++) {
                coordinates[3 * names.size() + axis] =
                        lines.number("xyz".substring(axis, axis + 1), words.get(axis + 1));
            }
            names.add(words.get(0));
        }
        if (names.size() != regions) {
            throw lines.fileError(names.size() + " centres, must be " + regions + " as in the weights");
        }
    }
}
