package io.github.lightcone.structure.file;

import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads GML, the Graph Modelling Language (Himsolt, University of Passau, 1997).
 *
 * <pre>
 *     graph [
 *       directed 1
 *       node [ id 0 label "one" x 0.5 y 1.5 ]
 *       edge [ source 0 target 0 weight 2.5 ]
 *     ]
 * </pre>
 *
 * <p>A file has one graph; {@code directed} is 0 unless given. A node has an {@code id}, an integer of its own;
 * its name is its {@code label}, or else its {@code name}, or else its id. An edge's weight is its {@code
 * weight}, or else its {@code value}, or else 1. Coordinates {@code x}, {@code y} and, if all nodes have it,
 * {@code z} are positions in mm if all nodes have them; those in {@code graphics} are a drawing and do not
 * count. Nodes and edges may stand in any order. All other keys are passed over, lists with all they hold.
 * {@code #} starts a comment. Entities in texts are replaced.
 */
public final class GmlReader {

    private final GmlTokens tokens;
    private final String file;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean directed;
    private boolean found;

    private record Node(long id, String name, double x, double y, double z) {}

    private record Edge(long source, long target, double weight, long line) {}

    private GmlReader(String file, GmlTokens tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Reads a file.
     *
     * @throws GraphFileException if it is not GML, or has no graph, or an edge names a node that is not there
     */
    public static GraphFile read(Path file) throws GraphFileException {
        try (BufferedReader reader = TextFile.open(file)) {
            GmlReader gml = new GmlReader(file.toString(), new GmlTokens(file.toString(), reader));
            gml.readFile();
            return gml.finish();
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
    }

    private void readFile() throws GraphFileException {
        while (tokens.next() != GmlTokens.Kind.END) {
            String key = key();
            if (!key.equals("graph")) {
                skipValue(tokens.next());
            } else if (found) {
                throw tokens.error("has a second graph, must have one");
            } else {
                found = true;
                open(key);
                readGraph();
            }
        }
        if (!found) {
            throw GraphFileException.inFile(file, "has no graph [ ... ]");
        }
    }

    private void readGraph() throws GraphFileException {
        while (tokens.next() != GmlTokens.Kind.CLOSE) {
            String key = key();
            switch (key) {
                case "node" -> readNode();
                case "edge" -> readEdge();
                case "directed" -> {
                    tokens.next();
                    directed = integer(key) != 0;
                }
                default -> skipValue(tokens.next());
            }
        }
    }

    private void readNode() throws GraphFileException {
        open("node");
        long line = tokens.line();
        Long id = null;
        String label = null;
        String name = null;
        double[] place = {Double.NaN, Double.NaN, Double.NaN};
        while (tokens.next() != GmlTokens.Kind.CLOSE) {
            String key = key();
            GmlTokens.Kind kind = tokens.next();
            switch (key) {
                case "id" -> id = integer(key);
                case "label" -> label = text(key);
                case "name" -> name = text(key);
                case "x", "y", "z" -> place[key.charAt(0) - 'x'] = number(key);
                default -> skipValue(kind);
            }
        }
        if (id == null) {
            throw GraphFileException.atLine(file, line, "node without id");
        }
        String shown = label != null ? label : name != null ? name : id.toString();
        nodes.add(new Node(id, shown, place[0], place[1], place[2]));
    }

    private void readEdge() throws GraphFileException {
        open("edge");
        long line = tokens.line();
        Long source = null;
        Long target = null;
        Double weight = null;
        Double value = null;
        while (tokens.next() != GmlTokens.Kind.CLOSE) {
            String key = key();
            GmlTokens.Kind kind = tokens.next();
            switch (key) {
                case "source" -> source = integer(key);
                case "target" -> target = integer(key);
                case "weight" -> weight = number(key);
                case "value" -> value = number(key);
                default -> skipValue(kind);
            }
        }
        if (source == null || target == null) {
            throw GraphFileException.atLine(file, line, "edge without " + (source == null ? "source" : "target"));
        }
        edges.add(new Edge(source, target, weight != null ? weight : value != null ? value : 1, line));
    }

    private String key() throws GraphFileException {
        if (tokens.kind() == GmlTokens.Kind.END) {
            throw tokens.error("ends inside a list: the file is cut off, or a ] is missing");
        }
        if (tokens.kind() != GmlTokens.Kind.WORD) {
            throw tokens.error(shown() + ", must be a key");
        }
        return tokens.text();
    }

    private void open(String key) throws GraphFileException {
        if (tokens.next() != GmlTokens.Kind.OPEN) {
            throw tokens.error(key + " = " + shown() + ", must be a list in [ ]");
        }
    }

    private void skipValue(GmlTokens.Kind kind) throws GraphFileException {
        if (kind == GmlTokens.Kind.CLOSE || kind == GmlTokens.Kind.END) {
            throw tokens.error("a key without a value");
        }
        if (kind != GmlTokens.Kind.OPEN) {
            return;
        }
        long line = tokens.line();
        for (long depth = 1; depth > 0; ) {
            switch (tokens.next()) {
                case OPEN -> depth++;
                case CLOSE -> depth--;
                case END -> throw GraphFileException.atLine(file, line, "a list that is not closed");
                default -> {}
            }
        }
    }

    private long integer(String key) throws GraphFileException {
        if (tokens.kind() == GmlTokens.Kind.NUMBER) {
            try {
                return Long.parseLong(tokens.text());
            } catch (NumberFormatException malformed) {
                // said below
            }
        }
        throw tokens.error(key + " = " + shown() + ", must be an integer");
    }

    private double number(String key) throws GraphFileException {
        double value = tokens.kind() == GmlTokens.Kind.NUMBER ? Decimal.parse(tokens.text()) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw tokens.error(key + " = " + shown() + ", must be a finite number");
        }
        return value;
    }

    private String text(String key) throws GraphFileException {
        if (tokens.kind() != GmlTokens.Kind.STRING && tokens.kind() != GmlTokens.Kind.NUMBER) {
            throw tokens.error(key + " = " + shown() + ", must be a text in double quotes");
        }
        return tokens.text();
    }

    private String shown() {
        return switch (tokens.kind()) {
            case OPEN -> "'['";
            case CLOSE -> "']'";
            case END -> "the end of the file";
            default -> GraphFileException.quote(tokens.text());
        };
    }

    private GraphFile finish() throws GraphFileException {
        LongIntHashMap number = new LongIntHashMap();
        List<String> names = new ArrayList<>();
        for (Node node : nodes) {
            if (!number.containsKey(node.id)) {
                number.put(node.id, names.size());
                names.add(node.name);
            } else {
                throw GraphFileException.inFile(file, "node id " + node.id + " is there twice");
            }
        }
        EdgeCollector collected = new EdgeCollector();
        for (Edge edge : edges) {
            for (long end : new long[] {edge.source, edge.target}) {
                if (!number.containsKey(end)) {
                    throw GraphFileException.atLine(
                            file,
                            edge.line,
                            "edge from " + edge.source + " to " + edge.target + ": there is no node " + end);
                }
            }
            collected.add(number.get(edge.source), number.get(edge.target), edge.weight);
        }
        Graph graph = collected.graph(file, names.size(), directed);
        List<String> notes = new ArrayList<>();
        collected.describe(graph, notes);
        return new GraphFile(graph, names, positions(), Optional.empty(), notes);
    }

    private Optional<Positions> positions() {
        boolean planar = nodes.stream().noneMatch(node -> Double.isNaN(node.x) || Double.isNaN(node.y));
        if (nodes.isEmpty() || !planar) {
            return Optional.empty();
        }
        boolean solid = nodes.stream().noneMatch(node -> Double.isNaN(node.z));
        int dimensions = solid ? 3 : 2;
        double[] coordinates = new double[nodes.size() * dimensions];
        int next = 0;
        for (Node node : nodes) {
            coordinates[next++] = node.x;
            coordinates[next++] = node.y;
            if (solid) {
                coordinates[next++] = node.z;
            }
        }
        return Optional.of(Positions.of(dimensions, coordinates));
    }
}
