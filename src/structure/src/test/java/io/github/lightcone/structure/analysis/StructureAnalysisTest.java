package io.github.lightcone.structure.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on graphs made of plain arrays. */
class StructureAnalysisTest {

    private static final AnalysisSettings FEW =
            AnalysisSettings.usual().withNulls(12).withRestarts(6);

    /** Rings of c cliques of size s: Q with a community per clique is 1 - 2 / (s (s - 1) + 2) - 1 / c. */
    private static Graph ringOfCliques(int cliques, int size) {
        int perClique = size * (size - 1) / 2;
        int edges = cliques * (perClique + 1);
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] weight = new double[edges];
        int edge = 0;
        for (int c = 0; c < cliques; c++) {
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    from[edge] = c * size + i;
                    to[edge++] = c * size + j;
                }
            }
            from[edge] = c * size;
            to[edge++] = (c + 1) % cliques * size + 1;
        }
        Arrays.fill(weight, 1);
        return Graph.undirected(cliques * size, from, to, weight);
    }

    private static Graph random(int nodes, int arcs, boolean signed, long seed) {
        SeededRandom random = new SeededRandom(seed);
        int[] from = new int[arcs];
        int[] to = new int[arcs];
        double[] weight = new double[arcs];
        for (int k = 0; k < arcs; k++) {
            from[k] = random.nextInt(nodes);
            to[k] = random.nextInt(nodes);
            weight[k] = signed ? random.nextGaussian() : 0.1 + random.nextDouble();
        }
        return Graph.directed(nodes, from, to, weight);
    }

    private static double value(StructureReport report, MeasureGroup group, String name) {
        return report.group(group).figure(name).value();
    }

    @Test
    void cliquesAroundARing() {
        StructureReport report = new StructureAnalysis(FEW).of(AnalysedGraph.of(ringOfCliques(8, 5)));
        assertThat(value(report, MeasureGroup.COMMUNITIES, "modularity"))
                .isCloseTo(1 - 2 / 22.0 - 1 / 8.0, within(1e-12));
        assertThat(value(report, MeasureGroup.COMMUNITIES, "communities")).isEqualTo(8);
        assertThat(value(report, MeasureGroup.SIZE, "edges")).isEqualTo(88);
        assertThat(value(report, MeasureGroup.SIZE, "density")).isCloseTo(88 / 780.0, within(1e-12));
        assertThat(value(report, MeasureGroup.DEGREES, "degree, mean")).isCloseTo(4.4, within(1e-12));
        Figure once = report.group(MeasureGroup.COMMUNITIES).figure("modularity, median restart");
        assertThat(once.nullTest().orElseThrow().draws()).isEqualTo(12);
        assertThat(once.nullTest().orElseThrow().z()).isGreaterThan(3);
    }

    @Test
    void modulesInTwoPlacesAreCompact() {
        Graph graph = ringOfCliques(2, 6);
        double[] place = new double[24];
        for (int n = 0; n < 12; n++) {
            place[2 * n] = n < 6 ? 0 : 10;
            place[2 * n + 1] = n % 6 * 0.1;
        }
        StructureReport report = new StructureAnalysis(FEW).of(AnalysedGraph.of(graph, Positions.of(2, place)));
        assertThat(value(report, MeasureGroup.SPATIAL, "ratio of the two")).isLessThan(0.1);
        assertThat(value(report, MeasureGroup.SPATIAL, "edges within communities"))
                .isCloseTo(30 / 32.0, within(1e-12));
        Figure cost = report.group(MeasureGroup.WIRING).figure("wiring cost");
        assertThat(cost.value()).isLessThan(cost.nullTest().orElseThrow().low());
    }

    @Test
    void threadsDoNotChangeABit() {
        for (boolean signed : new boolean[] {false, true}) {
            Graph graph = random(40, 200, signed, 11);
            AnalysedGraph analysed = AnalysedGraph.of(graph, Positions.uniform(40, 3, 0, 1, new SeededRandom(5)));
            StructureReport one = new StructureAnalysis(FEW).of(analysed);
            StructureReport three = new StructureAnalysis(FEW.withThreads(3)).of(analysed);
            assertThat(three.groups()).isEqualTo(one.groups());
            assertThat(three.communities().orElseThrow().partition())
                    .isEqualTo(one.communities().orElseThrow().partition());
            StructureReport other = new StructureAnalysis(FEW.withSeed(2)).of(analysed);
            assertThat(other.groups()).isNotEqualTo(one.groups());
        }
    }

    @Test
    void everyGroupHasFiguresWithConventions() {
        AnalysedGraph graph = AnalysedGraph.of(random(30, 150, false, 3), Positions.origin(30, 2));
        StructureReport report = new StructureAnalysis(FEW).of(graph);
        assertThat(report.groups().stream().map(FigureGroup::group)).containsExactly(MeasureGroup.values());
        for (FigureGroup group : report.groups()) {
            assertThat(group.figures()).isNotEmpty();
            assertThat(group.figures().stream().map(Figure::name)).doesNotHaveDuplicates();
            for (Figure figure : group.figures()) {
                assertThat(Double.isNaN(figure.value())).as(figure.toString()).isEqualTo(isUnexplained(figure));
            }
        }
        assertThat(report.group(MeasureGroup.CLUSTERING).figure("clustering").conventions())
                .contains("directed")
                .contains("self-loops left out");
    }

    private static boolean isUnexplained(Figure figure) {
        return Double.isNaN(figure.value()) && !figure.note().isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MeasureGroup.class)
    void aGroupAloneIsWhatItIsAmongAll(MeasureGroup group) {
        AnalysedGraph graph =
                AnalysedGraph.of(random(25, 100, false, 4), Positions.uniform(25, 2, 0, 1, new SeededRandom(1)));
        StructureReport alone = new StructureAnalysis(FEW.withGroups(Set.of(group))).of(graph);
        assertThat(alone.groups()).hasSize(1);
        assertThat(alone.group(group))
                .isEqualTo(new StructureAnalysis(FEW).of(graph).group(group));
        MeasureGroup other = group == MeasureGroup.SIZE ? MeasureGroup.PATHS : MeasureGroup.SIZE;
        assertThatThrownBy(() -> alone.group(other)).hasMessageContaining("'" + other.key() + "' was not asked for");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void tinyGraphsAreMeasured(int nodes) {
        Graph empty = Graph.directed(nodes, new int[0], new int[0], new double[0]);
        for (Graph graph : List.of(empty, empty.undirected())) {
            StructureReport report = new StructureAnalysis(FEW).of(AnalysedGraph.of(graph, Positions.origin(nodes, 2)));
            assertThat(value(report, MeasureGroup.SIZE, "nodes")).isEqualTo(nodes);
            assertThat(report.groups()).hasSameSizeAs(MeasureGroup.values());
            assertThat(report.group(MeasureGroup.COMMUNITIES).figures().get(0))
                    .isEqualTo(Figure.missing("modularity", "the graph has no edges"));
        }
    }

    @Test
    void negativeWeightsGiveReasons() {
        StructureReport report = new StructureAnalysis(FEW).of(AnalysedGraph.of(random(20, 80, true, 9)));
        Figure roles = report.group(MeasureGroup.ROLES).figures().get(0);
        assertThat(roles.value()).isNaN();
        assertThat(roles.note()).contains("negative weights").contains("graph.absolute()");
        assertThat(report.group(MeasureGroup.COMMUNITIES).figure("modularity").conventions())
                .contains("signed after Gomez");
    }

    @Test
    void withoutNullGraphsNothingIsTested() {
        StructureReport report = new StructureAnalysis(FEW.withNulls(0)).of(AnalysedGraph.of(random(20, 80, false, 9)));
        for (FigureGroup group : report.groups()) {
            assertThat(group.nullModel()).isEmpty();
            assertThat(group.figures()).allMatch(figure -> figure.nullTest().isEmpty());
        }
        assertThat(report.group(MeasureGroup.SMALL_WORLD).figure("sigma").note())
                .isEqualTo("needs null graphs");
    }

    @Test
    void largeGraphsAreSampledAndSaySo() {
        AnalysisSettings tight = FEW.withLimits(new SamplingLimits(10, 8, 1));
        StructureReport report = new StructureAnalysis(tight)
                .of(AnalysedGraph.of(random(50, 300, false, 6), Positions.uniform(50, 2, 0, 1, new SeededRandom(1))));
        assertThat(report.group(MeasureGroup.PATHS)
                        .figure("characteristic path length")
                        .note())
                .contains("from 8 of 50 nodes, standard error ");
        assertThat(report.group(MeasureGroup.PATHS).figure("diameter").note()).contains("at least");
        assertThat(report.group(MeasureGroup.CLUSTERING).nullModel()).contains("5 draws instead of 12");
        assertThat(report.group(MeasureGroup.COMMUNITIES).figure("modularity").note())
                .contains("5 restarts instead of 6");
        assertThat(report.group(MeasureGroup.SMALL_WORLD).nullModel()).contains("degrees are not kept");
        assertThat(report.group(MeasureGroup.ENTROPY)
                        .figure("communicability entropy")
                        .note())
                .contains("left out to save time");
        assertThat(report.group(MeasureGroup.WIRING)
                        .figure("wiring efficiency over all pairs")
                        .note())
                .contains("left out to save time");
    }

    @Test
    void progressCanCancel() {
        AtomicReference<MeasureGroup> last = new AtomicReference<>();
        StructureAnalysis analysis = new StructureAnalysis(FEW);
        AnalysedGraph graph = AnalysedGraph.of(random(20, 80, false, 9));
        assertThatThrownBy(() -> analysis.of(graph, (group, fraction) -> {
                    last.set(group);
                    if (group == MeasureGroup.PATHS) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(last.get()).isEqualTo(MeasureGroup.PATHS);
    }

    @Test
    void whatIsNotAllowedIsNamed() {
        Graph graph = ringOfCliques(3, 3);
        assertThatThrownBy(() -> AnalysedGraph.of(graph, Positions.origin(4, 2)))
                .hasMessageContaining("4 positions")
                .hasMessageContaining("must be one per node");
        assertThatThrownBy(() -> new AnalysedGraph(
                        graph, List.of("a"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("1 names");
        assertThatThrownBy(() -> FEW.withNulls(-1)).hasMessage("nulls = -1, must be at least 0");
        assertThatThrownBy(() -> FEW.withRestarts(0)).hasMessage("restarts = 0, must be at least 1");
        assertThatThrownBy(() -> FEW.withThreads(0)).hasMessage("threads = 0, must be at least 1");
        assertThatThrownBy(() -> FEW.withResolution(-1)).hasMessageContaining("resolution = -1.0");
        assertThatThrownBy(() -> FEW.withGroups(EnumSet.noneOf(MeasureGroup.class)))
                .hasMessageContaining("must be at least one");
        assertThatThrownBy(() -> new SamplingLimits(0, 1, 1)).hasMessageContaining("sampledNodes = 1");
        assertThatThrownBy(() -> MeasureGroup.of("rich"))
                .hasMessageContaining("'rich'")
                .hasMessageContaining("rich-club");
    }
}
