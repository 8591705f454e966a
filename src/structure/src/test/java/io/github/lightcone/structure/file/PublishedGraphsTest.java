package io.github.lightcone.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.reference.DataFolder;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they were published, against figures that others have counted in them. */
class PublishedGraphsTest {

    @Test
    void karateClub() throws IOException {
        GraphFile file = GraphFiles.read(DataFolder.require("graphs").resolve("karate.csv"), false);
        assertThat(file.graph().nodeCount()).isEqualTo(34);
        assertThat(file.graph().edgeCount()).isEqualTo(78);
        assertThat(file.names()).startsWith("0", "1", "2").endsWith("33");
        assertThat(Arrays.stream(file.graph().weights()).sum()).isEqualTo(2 * 231);
        assertThat(file.notes()).containsExactly("undirected");
    }

    @Test
    void lesMiserables() throws IOException {
        GraphFile file = GraphFiles.read(DataFolder.require("graphs").resolve("lesmis.gml"), true);
        assertThat(file.graph()).hasToString("undirected graph of 77 nodes and 254 edges");
        assertThat(Arrays.stream(file.graph().weights()).sum()).isEqualTo(2 * 820);
        assertThat(file.names()).startsWith("Myriel", "Napoleon").doesNotHaveDuplicates();
        assertThat(file.graph().weightBetween(file.node("Valjean"), file.node("Javert")))
                .isEqualTo(17);
    }

    @Test
    void wormWith279Neurons() throws IOException {
        GraphFile file = GraphFiles.read(DataFolder.require("graphs").resolve("c_elegans_undir_ws279.net"), false);
        assertThat(file.graph()).hasToString("undirected graph of 279 nodes and 2287 edges");
    }

    @Test
    void wormWithPositions() throws IOException {
        Path folder = DataFolder.require("celegans");
        Path neurons = folder.resolve("neurons.csv");
        GraphFile chemical = EdgeListReader.read(folder.resolve("chemical.csv"), neurons, true);
        assertThat(chemical.graph()).hasToString("directed graph of 300 nodes and 3638 edges");
        assertThat(Arrays.stream(chemical.graph().weights()).sum()).isEqualTo(20_589);
        assertThat(chemical.names()).startsWith("ADAL", "ADAR", "ADEL");
        assertThat(chemical.positions().orElseThrow().coordinate(0, 0)).isCloseTo(0.09434, within(1e-15));
        assertThat(chemical.notes()).contains("directed", "positions turned from um into mm");
        GraphFile electrical = EdgeListReader.read(folder.resolve("electrical.csv"), neurons, true);
        assertThat(electrical.graph().edgeCount()).isEqualTo(2168);
        assertThat(Arrays.stream(electrical.graph().weights()).sum()).isEqualTo(8642);
        GraphFile undirected = EdgeListReader.read(folder.resolve("electrical.csv"), neurons, false);
        assertThat(undirected.notes())
                .contains((2168 - undirected.graph().edgeCount())
                        + " parallel edges (either order) were added to others");
    }

    @ParameterizedTest(name = "{0} regions")
    @CsvSource({
        "998, 17865.030181, 1438623.8944",
        "76,   2852.845662,   88936.9306",
        "68,      7.788321,   92942.9317",
    })
    void brain(int regions, double weights, double lengths) throws IOException {
        GraphFile file = GraphFiles.read(DataFolder.require("tvb").resolve("connectivity_" + regions + ".zip"), false);
        assertThat(file.graph().nodeCount()).isEqualTo(regions);
        assertThat(file.graph().isDirected()).isTrue();
        assertThat(sum(file.graph().withoutSelfLoops())).isCloseTo(weights, within(6e-7));
        assertThat(sum(file.lengths().orElseThrow().withoutSelfLoops())).isCloseTo(lengths, within(6e-5));
        assertThat(file.positions().orElseThrow().size()).isEqualTo(regions);
        assertThat(file.lengths().orElseThrow().targets())
                .containsExactly(file.graph().targets());
    }

    private static double sum(Graph graph) {
        return Arrays.stream(graph.weights()).sum();
    }
}
