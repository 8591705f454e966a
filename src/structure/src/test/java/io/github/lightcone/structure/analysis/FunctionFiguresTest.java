package io.github.lightcone.structure.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.function.Responses;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports on what neurons do, of made responses whose figures are known. */
class FunctionFiguresTest {

    private static final Set<MeasureGroup> FUNCTION =
            EnumSet.of(MeasureGroup.SELECTIVITY, MeasureGroup.TOPOGRAPHY, MeasureGroup.FUNCTIONAL_CLUSTERS);

    private static final AnalysisSettings SETTINGS =
            AnalysisSettings.usual().withGroups(FUNCTION).withNulls(99).withRestarts(5);

    private static final List<String> TWO = List.of("left", "right");

    private static int[] upTo(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** Two cliques of neurons, one on each side; those of a side respond to its class, plus noise. */
    private static AnalysedGraph sides(int perSide, int noise, long seed) {
        int neurons = 2 * perSide;
        SeededRandom random = new SeededRandom(seed);
        int[] label = IntStream.range(0, 40).map(t -> t % 2).toArray();
        int[][] counts = new int[neurons][label.length];
        double[][] weights = new double[neurons][2];
        double[] point = new double[2 * neurons];
        for (int n = 0; n < neurons; n++) {
            int side = n / perSide;
            for (int t = 0; t < label.length; t++) {
                counts[n][t] = (label[t] == side ? 3 : 0) + random.nextInt(noise + 1);
            }
            point[2 * n] = 20 * side + random.nextDouble();
            point[2 * n + 1] = 5 * random.nextDouble();
            weights[n][0] = 1 + point[2 * n];
            weights[n][1] = 1 + point[2 * n + 1];
        }
        int[] from = new int[neurons * perSide];
        int[] to = new int[from.length];
        double[] one = new double[from.length];
        Arrays.fill(one, 1);
        int edges = 0;
        for (int a = 0; a < neurons; a++) {
            for (int b = a / perSide * perSide; b < a; b++) {
                from[edges] = a;
                to[edges++] = b;
            }
        }
        Graph graph = Graph.undirected(
                neurons, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges), Arrays.copyOf(one, edges));
        return AnalysedGraph.of(graph, Positions.of(2, point))
                .withResponses(Responses.of("made", upTo(neurons), counts, label, TWO)
                        .withInputs(weights, Positions.of(2, 0, 0, 1, 0)));
    }

    private static AnalysedGraph fourNeurons() {
        int[] label = IntStream.range(0, 20).map(t -> t % 2).toArray();
        int[][] counts = new int[4][label.length];
        for (int t = 0; t < label.length; t++) {
            counts[0][t] = label[t] == 0 ? 2 : 0;
            counts[1][t] = label[t] == 0 ? 3 : 1;
            counts[2][t] = 1;
        }
        return AnalysedGraph.of(Graph.directed(6, new int[] {0}, new int[] {1}, new double[] {1}))
                .withResponses(Responses.of("made", new int[] {1, 2, 4, 5}, counts, label, TWO));
    }

    private static Figure figure(StructureReport report, MeasureGroup group, String name) {
        return report.group(group).figure(name);
    }

    @Test
    void selectivityIsThatOfTheResponses() {
        StructureReport report = new StructureAnalysis(SETTINGS).of(fourNeurons());
        MeasureGroup group = MeasureGroup.SELECTIVITY;
        assertThat(figure(report, group, "silent neurons").value()).isEqualTo(1);
        assertThat(figure(report, group, "selectivity, mean").value()).isCloseTo(0.5, within(1e-12));
        assertThat(figure(report, group, "sparseness, mean").value()).isCloseTo(1.4 / 3, within(1e-12));
        assertThat(figure(report, group, "spikes per neuron and example").value())
                .isCloseTo(1, within(1e-12));
        assertThat(figure(report, group, "entropy of the classes").value()).isEqualTo(1);
        // Two neurons tell all: 1 bit, with a correction of (2 - 2 - 2 + 1) / (2 * 20 ln 2); two tell nothing.
        assertThat(figure(report, group, "class information, mean").value())
                .isCloseTo((1 + 1 / (40 * Math.log(2))) / 2, within(1e-12));
        assertThat(figure(report, group, "neurons that tell the class").value()).isEqualTo(2);
        assertThat(figure(report, group, "classes that a neuron prefers").value())
                .isEqualTo(1);
        NullTest test = figure(report, group, "selectivity, mean").nullTest().orElseThrow();
        assertThat(test.draws()).isEqualTo(99);
        assertThat(test.p()).isLessThan(0.05);
        assertThat(report.group(group).nullModel()).isEqualTo("classes dealt to the examples anew, 99 draws, seed 1");
    }

    @Test
    void neuronsHaveFiguresOfTheirOwn() {
        NeuronTable table =
                new StructureAnalysis(SETTINGS).of(fourNeurons()).neurons().orElseThrow();
        assertThat(table.nodes()).containsExactly(1, 2, 4, 5);
        assertThat(table.classNames()).isEqualTo(TWO);
        List<? extends Number> selectivity = table.columns().get("selectivity");
        assertThat(selectivity.get(0)).isEqualTo(1.0);
        assertThat(selectivity.get(1).doubleValue()).isCloseTo(0.5, within(1e-12));
        assertThat(selectivity.get(2)).isEqualTo(0.0);
        assertThat(selectivity.get(3)).isEqualTo(Double.NaN);
        assertThat(table.columns().get("preferredClass").toString()).isEqualTo("[0, 0, 0, -1]");
        assertThat(table.columns().get("spikesPerExample").toString()).isEqualTo("[1.0, 2.0, 1.0, 0.0]");
        assertThat(table.columns().get("informationP").get(3)).isEqualTo(1.0);
    }

    @Test
    void neighboursThatAreAlikeAreFound() {
        StructureReport report = new StructureAnalysis(SETTINGS).of(sides(10, 1, 3));
        MeasureGroup space = MeasureGroup.TOPOGRAPHY;
        Figure weights = figure(report, space, "R^2, position from input weights");
        assertThat(weights.value()).isGreaterThan(0.99);
        assertThat(weights.nullTest().orElseThrow().p()).isEqualTo(0.01);
        // One of two dimensions is known, and holds nearly all of the variance.
        assertThat(figure(report, space, "R^2, position from mean spike counts").value())
                .isGreaterThan(0.9);
        Figure preferred = figure(report, space, "Moran's I of the preferred class");
        assertThat(preferred.value()).isGreaterThan(0.3);
        assertThat(preferred.nullTest().orElseThrow().p()).isEqualTo(0.01);
        assertThat(figure(report, space, "Mantel, Pearson").value()).isLessThan(-0.8);
        MeasureGroup clusters = MeasureGroup.FUNCTIONAL_CLUSTERS;
        assertThat(figure(report, clusters, "functional clusters").value()).isEqualTo(2);
        for (String with : List.of("communities", "clusters in space")) {
            Figure agreement = figure(report, clusters, "adjusted Rand with " + with);
            assertThat(agreement.value()).isEqualTo(1);
            assertThat(agreement.nullTest().orElseThrow().p()).isEqualTo(0.01);
            assertThat(figure(report, clusters, "NMI with " + with).value()).isCloseTo(1, within(1e-12));
        }
    }

    /** Kolmogorov's distance of 80 values from uniform ones is above 0.18 in one of a hundred cases. */
    @ParameterizedTest
    @CsvSource({
        "SELECTIVITY, 'selectivity, mean'",
        "SELECTIVITY, 'class information, mean'",
        "TOPOGRAPHY, 'R^2, position from input weights'",
        "TOPOGRAPHY, Moran's I of selectivity",
        "TOPOGRAPHY, 'Mantel, Pearson'",
        "TOPOGRAPHY, spread of the neurons of an input"
    })
    void byChancePIsUniform(MeasureGroup group, String name) {
        AnalysisSettings settings =
                SETTINGS.withGroups(EnumSet.of(group)).withNulls(39).withSeed(5);
        double[] p = IntStream.range(0, 80)
                .mapToDouble(seed -> figure(new StructureAnalysis(settings).of(noise(seed)), group, name)
                        .nullTest()
                        .orElseThrow()
                        .p())
                .sorted()
                .toArray();
        double distance = 0;
        for (int k = 0; k < p.length; k++) {
            // p takes the values 1/40, 2/40 ...: at most p with probability p.
            double value = p[k];
            long count = Arrays.stream(p).filter(other -> other <= value).count();
            distance = Math.max(distance, Math.abs((double) count / p.length - value));
        }
        assertThat(distance).isLessThan(0.18);
    }

    private static AnalysedGraph noise(long seed) {
        SeededRandom random = new SeededRandom(seed, 77);
        int neurons = 12;
        int[] label = IntStream.range(0, 30).map(t -> t % 3).toArray();
        int[][] counts = new int[neurons][label.length];
        double[][] weights = new double[neurons][4];
        for (int n = 0; n < neurons; n++) {
            Arrays.setAll(counts[n], t -> random.nextInt(6));
            Arrays.setAll(weights[n], c -> random.nextGaussian());
        }
        return AnalysedGraph.of(
                        Graph.directed(neurons, new int[] {0}, new int[] {1}, new double[] {1}),
                        Positions.normal(neurons, 3, 5, random))
                .withResponses(Responses.of("noise", upTo(neurons), counts, label, List.of("a", "b", "c"))
                        .withInputs(weights, Positions.normal(4, 3, 5, random)));
    }

    @Test
    void theReportIsTheSameForAnyNumberOfThreads() {
        AnalysedGraph graph = sides(6, 5, 8);
        StructureReport one = new StructureAnalysis(SETTINGS).of(graph);
        StructureReport three = new StructureAnalysis(SETTINGS.withThreads(3)).of(graph);
        assertThat(three.groups()).isEqualTo(one.groups());
        assertThat(three.neurons()).isEqualTo(one.neurons());
    }

    @Test
    void whatNeedsSpaceSaysSo() {
        AnalysedGraph graph = sides(6, 1, 8);
        AnalysedGraph without =
                graph.withResponses(graph.responses().orElseThrow().withoutSpace());
        StructureReport report = new StructureAnalysis(SETTINGS).of(without);
        assertThat(figure(report, MeasureGroup.TOPOGRAPHY, "function in space").note())
                .contains("no delay of this network comes from positions");
        assertThat(figure(report, MeasureGroup.FUNCTIONAL_CLUSTERS, "adjusted Rand with clusters in space")
                        .note())
                .contains("needs space");
        assertThat(figure(report, MeasureGroup.FUNCTIONAL_CLUSTERS, "adjusted Rand with communities")
                        .value())
                .isEqualTo(1);
        StructureReport nowhere = new StructureAnalysis(SETTINGS).of(fourNeurons());
        assertThat(figure(nowhere, MeasureGroup.TOPOGRAPHY, "function in space").note())
                .contains("no positions");
    }

    @Test
    void withoutResponsesThereIsAReason() {
        AnalysedGraph graph = AnalysedGraph.of(Graph.directed(3, new int[] {0}, new int[] {1}, new double[] {1}));
        StructureReport report = new StructureAnalysis(SETTINGS).of(graph);
        for (MeasureGroup group : FUNCTION) {
            assertThat(figure(report, group, group.title()).note()).contains("needs the responses of a trained run");
        }
        assertThat(report.neurons()).isEmpty();
    }

    @Test
    void silentNetworksHaveNoFigures() {
        int[] label = {0, 1, 0, 1};
        AnalysedGraph graph = AnalysedGraph.of(
                        Graph.directed(8, new int[] {0}, new int[] {1}, new double[] {1}),
                        Positions.normal(8, 2, 1, new SeededRandom(1)))
                .withResponses(Responses.of("made", upTo(8), new int[8][4], label, TWO)
                        .withInputs(new double[8][3], Positions.origin(3, 2)));
        StructureReport report = new StructureAnalysis(SETTINGS).of(graph);
        assertThat(figure(report, MeasureGroup.SELECTIVITY, "silent neurons").value())
                .isEqualTo(8);
        assertThat(figure(report, MeasureGroup.SELECTIVITY, "selectivity, mean").value())
                .isNaN();
        assertThat(figure(report, MeasureGroup.TOPOGRAPHY, "Mantel, Pearson").value())
                .isNaN();
        assertThat(figure(report, MeasureGroup.FUNCTIONAL_CLUSTERS, "functional clusters")
                        .note())
                .contains("must be at least 3");
    }

    @Test
    void badResponsesAreRefused() {
        int[][] counts = {{0, 1}};
        assertThatThrownBy(() -> Responses.of("x", new int[] {0, 1}, counts, new int[] {0, 1}, TWO))
                .hasMessage("1 rows of counts, must be 2 as there are neurons");
        assertThatThrownBy(() -> Responses.of("x", new int[] {0}, counts, new int[] {0, 0}, TWO))
                .hasMessage("class 'right' has no example");
        assertThatThrownBy(() -> Responses.of("x", new int[] {0}, counts, new int[] {0, 2}, TWO))
                .hasMessage("class of example 1 = 2, must be between 0 and 1");
        Responses far = Responses.of("x", new int[] {9}, counts, new int[] {0, 1}, TWO);
        assertThatThrownBy(() -> fourNeurons().withResponses(far)).hasMessageContaining("responses of node 9");
    }
}
