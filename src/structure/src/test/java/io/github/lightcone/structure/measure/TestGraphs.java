package io.github.lightcone.structure.measure;

import io.github.lightcone.reference.DataFolder;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Graphs that several tests use, and the matrices that slow oracles work on. */
public final class TestGraphs {

    private TestGraphs() {}

    /** Graphs drawn at random, of all densities, some of them disconnected, with one another's corner cases. */
    public static List<Graph> many(boolean directed, boolean loops, boolean negative, long seed) {
        List<Graph> graphs = new ArrayList<>();
        Random random = new Random(seed);
        for (int k = 0; k < 40; k++) {
            int nodes = 2 + random.nextInt(20);
            double density = random.nextDouble() * random.nextDouble();
            graphs.add(random(directed, nodes, density, loops, negative, random));
        }
        graphs.add(random(directed, 70, 0.1, loops, negative, random));
        graphs.add(random(directed, 150, 0.02, loops, negative, random));
        graphs.add(random(directed, 8, 1, loops, negative, random));
        graphs.add(random(directed, 5, 0, loops, negative, random));
        graphs.add(random(directed, 1, 1, loops, negative, random));
        return graphs;
    }

    /** A graph in which each pair is connected with a probability; weights are of eighths from 1/8 to 2. */
    public static Graph random(
            boolean directed, int nodes, double density, boolean loops, boolean negative, Random random) {
        List<int[]> edges = new ArrayList<>();
        for (int a = 0; a < nodes; a++) {
            for (int b = directed ? 0 : a; b < nodes; b++) {
                if ((a != b || loops) && random.nextDouble() < density) {
                    edges.add(new int[] {a, b, (1 + random.nextInt(16)) * (negative && random.nextBoolean() ? -1 : 1)});
                }
            }
        }
        return of(directed, nodes, edges, 0.125);
    }

    /** A graph of edges given as two ends and a weight in multiples of a unit. */
    public static Graph of(boolean directed, int nodes, List<int[]> edges, double unit) {
        int[] from = edges.stream().mapToInt(edge -> edge[0]).toArray();
        int[] to = edges.stream().mapToInt(edge -> edge[1]).toArray();
        double[] weight = edges.stream().mapToDouble(edge -> edge[2] * unit).toArray();
        return directed ? Graph.directed(nodes, from, to, weight) : Graph.undirected(nodes, from, to, weight);
    }

    /** Nodes on a ring, each connected to the k nearest. */
    public static Graph ringLattice(int nodes, int k) {
        List<int[]> edges = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            for (int step = 1; step <= k / 2; step++) {
                edges.add(new int[] {n, (n + step) % nodes, 1});
            }
        }
        return of(false, nodes, edges, 1);
    }

    /** Zachary's karate club; skips the test where it is absent. */
    public static Graph karate() {
        return fromNumbers(34, lines("karate.csv").skip(1), 0);
    }

    /** Co-appearances in Les Miserables, without weights; skips the test where it is absent. */
    public static Graph lesMiserables() {
        String text = lines("lesmis.gml").collect(Collectors.joining(" "));
        List<int[]> edges = Pattern.compile("source\\s+(\\d+)\\s+target\\s+(\\d+)")
                .matcher(text)
                .results()
                .map(TestGraphs::ends)
                .toList();
        return of(false, 77, edges, 1);
    }

    /** The neurons of C. elegans, without directions and weights; skips the test where it is absent. */
    public static Graph celegans() {
        return fromNumbers(279, lines("c_elegans_undir_ws279.net"), 0).binary();
    }

    private static int[] ends(MatchResult match) {
        return new int[] {Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), 1};
    }

    private static Graph fromNumbers(int nodes, Stream<String> lines, int first) {
        List<int[]> edges = lines.map(String::trim)
                .filter(line -> !line.isEmpty())
                .map(line -> Arrays.stream(line.split("[,\\s]+", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .map(ends -> new int[] {ends[0] - first, ends[1] - first, ends.length > 2 ? ends[2] : 1})
                .toList();
        return of(false, nodes, edges, 1);
    }

    private static Stream<String> lines(String file) {
        Path path = DataFolder.require("graphs").resolve(file);
        try {
            return Files.readAllLines(path).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the weights as a matrix, 0 where there is no arc. */
    public static double[][] matrix(Graph graph) {
        int nodes = graph.nodeCount();
        double[][] matrix = new double[nodes][nodes];
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                matrix[n][m] = graph.weightBetween(n, m);
            }
        }
        return matrix;
    }

    /** Returns shortest paths by Floyd and Warshall, infinite where there is none. */
    public static double[][] distances(double[][] length) {
        int nodes = length.length;
        double[][] distance = new double[nodes][];
        for (int n = 0; n < nodes; n++) {
            distance[n] = length[n].clone();
            distance[n][n] = 0;
        }
        for (int k = 0; k < nodes; k++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    distance[a][b] = Math.min(distance[a][b], distance[a][k] + distance[k][b]);
                }
            }
        }
        return distance;
    }

    /** Returns the length of every arc, infinite where there is none: 1, or 1 / |w|. */
    public static double[][] lengths(Graph graph, boolean weighted) {
        int nodes = graph.nodeCount();
        double[][] length = new double[nodes][nodes];
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                boolean arc = graph.slot(n, m) >= 0;
                length[n][m] =
                        arc ? (weighted ? 1 / Math.abs(graph.weightBetween(n, m)) : 1) : Double.POSITIVE_INFINITY;
            }
        }
        return length;
    }

    /** Returns the product of two square matrices. */
    public static double[][] product(double[][] a, double[][] b) {
        int nodes = a.length;
        double[][] product = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int k = 0; k < nodes; k++) {
                for (int j = 0; j < nodes; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
