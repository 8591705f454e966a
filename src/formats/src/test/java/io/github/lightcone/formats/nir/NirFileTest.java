package io.github.lightcone.formats.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.formats.FormatException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs in files: those of the {@code nir} package, our own, and what is none. */
class NirFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatTheNirPackageWrote() throws IOException {
        NirGraph graph = NirFixtures.read("recurrent");
        assertThat(graph.nodes().keySet())
                .containsExactlyInAnyOrder("in", "fc", "hidden", "back_delay", "back", "fo", "readout", "out");
        assertThat(graph.edges()).hasSize(8).contains(new NirEdge("back", "hidden"), new NirEdge("readout", "out"));
        NirLayer hidden = NirFixtures.layer(graph, "hidden");
        assertThat(hidden.type()).isEqualTo(NirType.CUBA_LIF);
        assertThat(hidden.parameter("tau_mem")).isEqualTo(NirArray.vector(0.02, 0.02, 0.02, 0.02));
        assertThat(NirFixtures.layer(graph, "back_delay").parameter("delay"))
                .isEqualTo(NirArray.vector(0.001, 0.002, 0.0035, 0));
        assertThat(NirFixtures.layer(graph, "fc").parameter("weight"))
                .isEqualTo(NirArray.of(new int[] {4, 3}, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75));
    }

    @Test
    void readsGraphsWithinGraphsAndMetadata() throws IOException {
        NirGraph graph = NirFixtures.read("nested");
        assertThat(graph.metadata().texts()).containsExactly(Map.entry("author", "somebody"));
        assertThat(graph.metadata().arrays()).containsEntry("numbers", NirArray.vector(1, 2, 3));
        NirGraph block = (NirGraph) graph.nodes().get("block");
        NirGraph core = (NirGraph) block.nodes().get("core");
        assertThat(core.edges()).contains(new NirEdge("lif", "rec"), new NirEdge("rec", "lif"));
        assertThat(NirFixtures.layer(core, "rec").parameter("weight"))
                .isEqualTo(NirArray.of(new int[] {2, 2}, 0, 0.5, 0.25, 0));
    }

    @Test
    void readsNumbersOf32BitsAndGroupsOfManyNodes() throws IOException {
        assertThat(NirFixtures.layer(NirFixtures.read("delays"), "after").parameter("delay"))
                .isEqualTo(NirArray.vector(0.5, 0.25));
        assertThat(NirFixtures.read("chain").nodes()).hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuba_lif", "lif_constant", "recurrent", "delays", "nested", "chain"})
    void writesWhatItReads(String name) throws IOException {
        NirGraph graph = NirFixtures.read(name);
        Path file = folder.resolve("copy.nir");
        NirFile.write(file, graph);
        NirGraph copy = NirFile.read(file);
        assertThat(copy.nodes()).isEqualTo(graph.nodes());
        assertThat(copy.edges()).isEqualTo(graph.edges());
        assertThat(copy.metadata()).isEqualTo(graph.metadata());
    }

    @Test
    void aGraphWithoutEdgesComesBack() throws IOException {
        NirGraph graph = new NirGraph(NirFixtures.read("chain").nodes(), List.of(), NirMetadata.NONE);
        Path file = folder.resolve("loose.nir");
        NirFile.write(file, graph);
        assertThat(NirFile.read(file).edges()).isEmpty();
    }

    @Test
    void compressedMatricesAndLayersOfAnyShapeComeBack() throws IOException {
        Random random = new Random(5);
        double[] matrix = random.doubles(70 * 50).toArray();
        double[] scale = random.doubles(2 * 5 * 5).toArray();
        Map<String, NirNode> nodes = new LinkedHashMap<>();
        nodes.put("in", NirLayer.of(NirType.INPUT, Map.of("shape", NirArray.vector(50))));
        nodes.put("w", NirLayer.of(NirType.LINEAR, Map.of("weight", NirArray.of(new int[] {70, 50}, matrix))));
        nodes.put("s", NirLayer.of(NirType.SCALE, Map.of("scale", NirArray.of(new int[] {2, 5, 5}, scale))));
        NirGraph graph = new NirGraph(nodes, List.of(new NirEdge("in", "w")), NirMetadata.NONE);
        Path file = folder.resolve("a.nir");
        NirFile.write(file, graph);
        assertThat(NirFile.read(file)).isEqualTo(graph);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            circle     | graphs within graphs to a depth of more than 16
            doubling   | its parts refer to one another in circles, or too often
            elsewhere  | '/node/nodes/in2' is a link to elsewhere, must be a group or an array
            soft       | '/node/nodes/in2' is a link to elsewhere, must be a group or an array
            huge       | must have at most 2802912 elements in a file of 21728 bytes
            compressed | a chunk that is not 32 bytes long
            kind       | '/node/nodes/w/type' holds integers, must be text
            """)
    void whatIsHostileIsRefused(String name, String problem) {
        assertThatThrownBy(() -> NirFixtures.read("hostile_" + name))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(NirFixtures.file("hostile_" + name) + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void aConvolutionIsNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> NirFixtures.read("convolution"))
                .isInstanceOf(FormatException.class)
                .hasMessage(NirFixtures.file("convolution")
                        + ": node 'node/nodes/conv' is of type 'Conv1d', must be Input, Output, Linear, Affine, Scale,"
                        + " Delay, LI, LIF, CubaLI, CubaLIF or NIRGraph");
    }

    static Stream<Arguments> wrongGraphs() {
        return Stream.of(
                wrong("has no group 'node'", file -> file.putGroup("nodes")),
                wrong("'node' is of type Linear, must be NIRGraph", file -> linear(file.putGroup("node"))),
                wrong("node 'node' has no 'edges', it has only nodes, type", file -> {
                    WritableGroup node = file.putGroup("node");
                    node.putDataset("type", "NIRGraph");
                    node.putGroup("nodes");
                }),
                inGraph("node 'node/nodes/a': has no parameter 'weight', Linear has weight", node -> {
                    node.putGroup("a").putDataset("type", "Linear");
                }),
                inGraph("node 'node/nodes/a': has a parameter 'bias', Linear has only weight", node -> {
                    WritableGroup a = node.putGroup("a");
                    linear(a);
                    a.putDataset("bias", new double[1]);
                }),
                inGraph("has a weight of shape (3), must be (outputs, inputs)", node -> {
                    WritableGroup a = node.putGroup("a");
                    a.putDataset("type", "Linear");
                    a.putDataset("weight", new double[3]);
                }),
                inGraph("node 'node/nodes/a': has r of shape (1), must be (2) as tau is", node -> {
                    WritableGroup a = node.putGroup("a");
                    a.putDataset("type", "LI");
                    a.putDataset("tau", new double[2]);
                    a.putDataset("r", new double[1]);
                    a.putDataset("v_leak", new double[2]);
                }),
                inGraph("has scale[1] = NaN, must be finite", node -> {
                    WritableGroup a = node.putGroup("a");
                    a.putDataset("type", "Scale");
                    a.putDataset("scale", new double[] {1, Double.NaN});
                }),
                inGraph("a node is called '..'", node -> linear(node.putGroup(".."))),
                inGraph("a node is called 'a/b'", node -> linear(node.putGroup("a/b"))),
                inGraph("edge 'w -> x' names 'x', must be a node of its graph: w", node -> linear(node.putGroup("w"))));
    }

    private static Arguments wrong(String problem, Consumer<WritableHdfFile> content) {
        return Arguments.of(problem, content);
    }

    private static Arguments inGraph(String problem, Consumer<WritableGroup> content) {
        return wrong(problem, file -> {
            WritableGroup node = file.putGroup("node");
            node.putDataset("type", "NIRGraph");
            node.putDataset("edges", new String[][] {{"w", "x"}});
            content.accept(node.putGroup("nodes"));
        });
    }

    private static void linear(WritableGroup group) {
        group.putDataset("type", "Linear");
        group.putDataset("weight", new double[1][1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongGraphs")
    void whatIsWrongIsNamed(String problem, Consumer<WritableHdfFile> content) {
        Path path = folder.resolve("wrong.nir");
        try (WritableHdfFile file = HdfFile.write(path)) {
            content.accept(file);
        }
        assertThatThrownBy(() -> NirFile.read(path))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void edgesMustFitAndComeOnce() {
        Map<String, NirNode> nodes = Map.of(
                "in", NirLayer.of(NirType.INPUT, Map.of("shape", NirArray.vector(3))),
                "out", NirLayer.of(NirType.OUTPUT, Map.of("shape", NirArray.vector(2))),
                "same", NirLayer.of(NirType.OUTPUT, Map.of("shape", NirArray.vector(3))));
        NirEdge wrong = new NirEdge("in", "out");
        assertThatThrownBy(() -> new NirGraph(nodes, List.of(wrong), NirMetadata.NONE))
                .hasMessage("edge in -> out connects an output of shape (3) with an input of shape (2),"
                        + " must be the same");
        NirEdge right = new NirEdge("in", "same");
        assertThatThrownBy(() -> new NirGraph(nodes, List.of(right, right), NirMetadata.NONE))
                .hasMessage("edge in -> same is there twice, must be there once");
    }

    @Test
    void whatIsNoFileOrNotHdf5IsSaid() throws IOException {
        assertThatThrownBy(() -> NirFile.read(folder)).hasMessage(folder + ": is a folder, must be a file");
        Path file = folder.resolve("a.nir");
        assertThatThrownBy(() -> NirFile.read(file)).hasMessage(file + ": does not exist");
        Files.writeString(file, "no HDF5 ".repeat(20));
        assertThatThrownBy(() -> NirFile.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is truncated, damaged or no HDF5 file");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(NirFixtures.file("cuba_lif")), 20_000));
        assertThatThrownBy(() -> NirFile.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is truncated, damaged or no HDF5 file");
    }
}
