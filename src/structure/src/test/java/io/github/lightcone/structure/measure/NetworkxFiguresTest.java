package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Figures of NetworkX and SciPy, made by {@code make_measure_fixtures.py}. */
class NetworkxFiguresTest {

    /** Both sides round in another order; figures are stored to 15 digits. */
    private static final double TOLERANCE = 1e-11;

    private final Set<String> compared = new HashSet<>();

    @TestFactory
    List<DynamicTest> figures() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String block : text().split("(?m)^graph ", -1)) {
            if (!block.isEmpty()) {
                String[] lines = block.split("\n", -1);
                tests.add(DynamicTest.dynamicTest(lines[0], () -> check(lines)));
            }
        }
        assertThat(tests).hasSize(13);
        return tests;
    }

    @Test
    void everyFigureIsCompared() {
        for (String block : text().split("(?m)^graph ", -1)) {
            if (!block.isEmpty()) {
                check(block.split("\n", -1));
            }
        }
        assertThat(compared).hasSize(21);
    }

    private void check(String[] lines) {
        Graph graph = graph(lines);
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("figure")) {
                double[] expected = Arrays.stream(words)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                assertThat(figure(graph, words[1])).as(words[1]).containsExactly(expected, within(TOLERANCE));
                compared.add(words[1]);
            }
        }
    }

    static double[] figure(Graph graph, String name) {
        return switch (name) {
            case "clustering" -> Clustering.fagiolo(graph).ofNodes();
            case "weightedClustering" -> Clustering.fagioloWeighted(graph).ofNodes();
            case "density" -> only(Density.density(graph).value());
            case "reciprocity" -> only(Density.reciprocity(graph).value());
            case "transitivity" -> only(Transitivity.binary(graph).value());
            case "localEfficiency" ->
                only(LocalEfficiency.of(graph, ArcLengths.hops(), Sources.all(), Progress.none())
                        .efficiency()
                        .value());
            case "richClub" -> richClub(RichClub.binary(graph));
            case "components", "weakComponents" -> sizes(Components.weak(graph));
            case "strongComponents" -> sizes(Components.strong(graph));
            case "characteristic", "weightedcharacteristic" ->
                only(paths(graph, name).characteristic().value());
            case "diameter", "weighteddiameter" -> only(paths(graph, name).diameter());
            case "efficiency", "weightedefficiency" ->
                only(paths(graph, name).globalEfficiency().value());
            case "communicability" ->
                Arrays.stream(Communicability.matrix(graph, Progress.none()))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
            default -> only(assortativity(graph, name));
        };
    }

    private static double assortativity(Graph graph, String name) {
        String[] words = name.toUpperCase(Locale.ROOT).split("-", -1);
        assertThat(words[0]).isEqualTo("ASSORTATIVITY");
        return Assortativity.degree(graph, Direction.valueOf(words[1]), Direction.valueOf(words[2]))
                .value();
    }

    private static double[] richClub(RichClub club) {
        List<Double> defined = new ArrayList<>();
        for (int k = 0; k < club.levels(); k++) {
            if (club.nodes(k) > 1) {
                defined.add(club.coefficient(k));
            }
        }
        return defined.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static PathLengths paths(Graph graph, String name) {
        ArcLengths lengths = name.startsWith("weighted") ? ArcLengths.inverseWeights(graph) : ArcLengths.hops();
        return PathLengths.of(graph, lengths, Sources.all(), Progress.none());
    }

    private static double[] sizes(Components components) {
        return Arrays.stream(components.sizes()).sorted().asDoubleStream().toArray();
    }

    private static double[] only(double value) {
        return new double[] {value};
    }

    static Graph graph(String[] lines) {
        String[] head = lines[0].split(" ", -1);
        List<String[]> edges = Arrays.stream(lines)
                .filter(line -> line.startsWith("edge "))
                .map(line -> line.split(" ", -1))
                .toList();
        int nodes = Integer.parseInt(head[2]);
        int[] from = edges.stream().mapToInt(edge -> Integer.parseInt(edge[1])).toArray();
        int[] to = edges.stream().mapToInt(edge -> Integer.parseInt(edge[2])).toArray();
        double[] weight =
                edges.stream().mapToDouble(edge -> Double.parseDouble(edge[3])).toArray();
        return head[1].equals("directed")
                ? Graph.directed(nodes, from, to, weight)
                : Graph.undirected(nodes, from, to, weight);
    }

    private static String text() {
        try (InputStream in = NetworkxFiguresTest.class.getResourceAsStream("networkx.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
