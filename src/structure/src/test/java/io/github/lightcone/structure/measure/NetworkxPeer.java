package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Modularity;
import io.github.lightcone.structure.community.Partition;
import io.github.lightcone.structure.community.SpatialModules;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.RingLattice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random graphs measured by NetworkX and by us at the same time. Part of no build but that of the Maven profile {@code
 * networkx}; prints the largest difference of every measure.
 *
 * <p>System properties: {@code networkx.python} (python3), {@code networkx.seed} (1), {@code networkx.graphs} (90).
 */
class NetworkxPeer {

    /** Both sides sum in another order, over up to 36 nodes and 1260 arcs. */
    private static final double TOLERANCE = 1e-9;

    /** The figures that are compared; each must occur. */
    private static final int FIGURES = 40;

    private final Map<String, Double> worst = new TreeMap<>();
    private final Map<String, Integer> compared = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void everyMeasureAgrees() throws IOException, InterruptedException {
        for (String block : peer().split("(?m)^graph ", -1)) {
            if (!block.isEmpty()) {
                check(block.split("\n", -1));
            }
        }
        worst.forEach((name, difference) -> System.out.printf(
                Locale.ROOT, "%-32s %5d graphs, largest difference %.2g%n", name, compared.get(name), difference));
        assertThat(worst).hasSize(FIGURES);
        assertThat(worst)
                .allSatisfy(
                        (name, difference) -> assertThat(difference).as(name).isLessThanOrEqualTo(TOLERANCE));
    }

    /** Returns what the script prints. */
    private String peer() throws IOException, InterruptedException {
        String python = System.getProperty("networkx.python", "python3");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process;
        try {
            process = new ProcessBuilder(
                            python,
                            "-B",
                            Path.of("src", "test", "python", "networkx_peer.py").toString(),
                            System.getProperty("networkx.seed", "1"),
                            System.getProperty("networkx.graphs", "90"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException absent) {
            return fail(
                    python + " cannot be run (" + absent.getMessage()
                            + "); pass -Dnetworkx.python=PYTHON, one with networkx and scipy",
                    absent);
        }
        if (process.waitFor() != 0) {
            fail(python + " ended with an error; it needs the packages networkx and scipy:\n" + Files.readString(err));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private void check(String[] lines) {
        Graph graph = NetworkxFiguresTest.graph(lines);
        Partition partition = Partition.of(Arrays.stream(lines)
                .filter(line -> line.startsWith("labels"))
                .flatMapToInt(line -> Arrays.stream(line.split(" ", -1)).skip(1).mapToInt(Integer::parseInt))
                .toArray());
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("figure")) {
                double[] expected = Arrays.stream(words)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double[] ours = figure(graph, partition, words[1]);
                assertThat(ours).as(words[1] + " of " + lines[0]).hasSameSizeAs(expected);
                compared.merge(words[1], 1, Integer::sum);
                for (int k = 0; k < ours.length; k++) {
                    double difference = Math.abs(ours[k] - expected[k]);
                    assertThat(difference)
                            .as("%s of graph %s: %s, NetworkX has %s", words[1], lines[0], ours[k], expected[k])
                            .isLessThanOrEqualTo(TOLERANCE);
                    worst.merge(words[1], difference, Math::max);
                }
            }
        }
    }

    private static double[] figure(Graph graph, Partition partition, String name) {
        String[] words = name.split("-", -1);
        return switch (words[0]) {
            case "degree" ->
                Arrays.stream(Degrees.of(graph, direction(words[1])))
                        .asDoubleStream()
                        .toArray();
            case "strength" -> Strengths.of(graph, direction(words[1]));
            case "strengthAssortativity" ->
                only(Assortativity.strength(graph, direction(words[1]), direction(words[2]))
                        .value());
            case "modularity" ->
                only(Modularity.standard()
                        .withResolution(Double.parseDouble(words[1]))
                        .of(graph, partition));
            case "coverage" ->
                only(SpatialModules.of(graph, Positions.origin(graph.nodeCount(), 1), partition, 1, 1)
                        .edgeShare());
            case "averageShortestPath" -> NetworkxFiguresTest.figure(graph, "characteristic");
            case "eccentricityLargest" -> NetworkxFiguresTest.figure(graph, "diameter");
            case "globalEfficiency" -> NetworkxFiguresTest.figure(graph, "efficiency");
            case "latticeClustering" ->
                only(Clustering.wattsStrogatz(ring(graph)).mean());
            case "latticePath" -> NetworkxFiguresTest.figure(ring(graph), "characteristic");
            case "clustering" -> {
                double[] ours = NetworkxFiguresTest.figure(graph, name);
                if (!graph.isDirected()) {
                    assertThat(Clustering.wattsStrogatz(graph).ofNodes()).containsExactly(ours);
                }
                yield ours;
            }
            case "weightedClustering" ->
                graph.isDirected()
                        ? NetworkxFiguresTest.figure(graph, name)
                        : Clustering.onnela(graph).ofNodes();
            default -> NetworkxFiguresTest.figure(graph, name);
        };
    }

    private static Graph ring(Graph graph) {
        return new RingLattice().draw(graph, new SeededRandom(1));
    }

    private static Direction direction(String name) {
        return Direction.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static double[] only(double value) {
        return new double[] {value};
    }
}
