package io.github.lightcone.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectomeReaderTest {

    private static final String WEIGHTS = "1 0.5 0\n0 0 2\n\n3e-1 0 0";
    private static final String LENGTHS = "0 10.1 7\n7 0 33.3\n4 0 0\n";
    private static final String CENTRES = "rA1 1 2 3\nlA1 -1 2 3\n\n\"l A2\" 0 0 1\n";

    @TempDir
    private Path folder;

    private GraphFile read(Map<String, String> texts) throws IOException {
        return ConnectomeReader.read(Zips.write(folder.resolve("c.zip"), texts));
    }

    @Test
    void columnsActOnRows() throws IOException {
        GraphFile file = read(Map.of(
                "weights.txt",
                WEIGHTS,
                "deep/tract_lengths.txt.bz2",
                LENGTHS,
                "centres.txt",
                CENTRES,
                "other.txt",
                "\u0000"));
        assertThat(file.names()).containsExactly("rA1", "lA1", "l A2");
        assertThat(file.graph()).hasToString("directed graph of 3 nodes and 4 edges");
        assertThat(file.graph().weightBetween(1, 0)).isEqualTo(0.5);
        assertThat(file.graph().weightBetween(2, 1)).isEqualTo(2);
        assertThat(file.graph().weightBetween(0, 2)).isEqualTo(0.3);
        assertThat(file.lengths().orElseThrow().weightBetween(1, 0)).isEqualTo(10.1);
        assertThat(file.lengths().orElseThrow().edgeCount()).isEqualTo(4);
        assertThat(file.positions().orElseThrow().coordinate(1, 0)).isEqualTo(-1);
        assertThat(file.notes())
                .containsExactly(
                        "directed", "1 self-loops were kept", "columns act on rows", "weights are not symmetric");
    }

    @Test
    void lengthsAndCentresMayBeAbsent() throws IOException {
        GraphFile file = read(Map.of("weights.txt.bz2", "0 1\n1 0\n"));
        assertThat(file.names()).containsExactly("0", "1");
        assertThat(file.lengths()).isEmpty();
        assertThat(file.positions()).isEmpty();
        assertThat(file.notes()).contains("weights are symmetric");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weights.txt       | 1 2;3         | c.zip!weights.txt:2: row 2 of 1 numbers, must be 2 rows of 2",
                "weights.txt       | 1 2           | c.zip!weights.txt: 1 rows, must be 2 as columns",
                "weights.txt       | 1 2;3 4;5 6   | weights.txt:3: row 3 of 2 numbers, must be 2 rows of 2",
                "weights.txt       | 1 2;3 nan     | weights.txt:2: column 2 = 'nan', must be a finite number",
                "weights.txt       | ''            | weights.txt: 0 rows, must be at least 1",
                "tract_lengths.txt | 1             | tract_lengths.txt:1: row 1 of 1 numbers, must be 3 rows of 3",
                "tract_lengths.txt | 0 -1 0;0 0 0;0 0 0 | tract_lengths.txt:1: length of column 2 = -1.0, must be at least 0",
                "centres.txt       | a 1 2 3       | centres.txt: 1 centres, must be 3 as in the weights",
                "centres.txt       | a 1 2         | centres.txt:1: 3 words, must be a name and three coordinates",
                "centres.txt       | a 1 2 x       | centres.txt:1: z = 'x', must be a finite number",
                "centers.txt       | a 1 2 3       | holds 'centres.txt' and 'centers.txt', must hold one of them",
            })
    void whatIsWrongIsNamed(String name, String text, String message) {
        Map<String, String> texts = new java.util.HashMap<>(
                Map.of("weights.txt", WEIGHTS, "tract_lengths.txt", LENGTHS, "centres.txt", CENTRES));
        texts.put(name, text.replace(";", "\n"));
        assertThatThrownBy(() -> read(texts))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void notAZipFileOrWithoutWeights() throws IOException {
        assertThatThrownBy(() -> read(Map.of("centres.txt", CENTRES))).hasMessageEndingWith("holds no weights.txt");
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip file");
        assertThatThrownBy(() -> ConnectomeReader.read(text))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("is not a whole zip file");
        assertThatThrownBy(() -> ConnectomeReader.read(folder.resolve("none.zip")))
                .hasMessageEndingWith("none.zip: does not exist");
    }

    @Test
    void filesThatUnpackToTooMuchAreRefused() throws IOException {
        Path lineWithoutEnd = bomb("0 ".repeat(1 << 14), 64);
        assertThatThrownBy(() -> ConnectomeReader.read(lineWithoutEnd))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("weights.txt:1: is longer than 1048576 characters");
        Path emptyLines = bomb("\n".repeat(1 << 16), 2050);
        assertThatThrownBy(() -> ConnectomeReader.read(emptyLines))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("unpacks to more than 134217728 bytes");
        Path manyRegions = bomb("0 ".repeat(2049) + "\n", 1);
        assertThatThrownBy(() -> ConnectomeReader.read(manyRegions))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("2049 regions, must be at most 2048");
    }

    private Path bomb(String text, int times) throws IOException {
        Path file = folder.resolve("bomb.zip");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("weights.txt"));
            for (int k = 0; k < times; k++) {
                zip.write(bytes);
            }
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void delaysOfTheNetworkAreLengthsOverSpeed() throws IOException {
        GraphFile file = read(Map.of("weights.txt", WEIGHTS, "tract_lengths.txt", LENGTHS, "centres.txt", CENTRES));
        Network network = ConnectomeNetwork.of(file, Lif.of(20, 5), 0.25, 3);
        assertThat(network.neuronCount()).isEqualTo(3);
        assertThat(network.synapseCount()).isEqualTo(3);
        assertThat(network.conductionSpeed()).isEqualTo(3);
        double[] weight = network.parameters().weight();
        double[] delay = network.parameters().delay();
        assertThat(network.projections().get(0).spatial()).isFalse();
        for (int s = 0; s < network.synapseCount(); s++) {
            int from = network.source(s);
            int to = network.target(s);
            assertThat(from).isNotEqualTo(to);
            assertThat(weight[s]).isEqualTo(0.25 * file.graph().weightBetween(from, to));
            assertThat(delay[s]).isEqualTo(file.lengths().orElseThrow().weightBetween(from, to) / 3);
        }
        assertThat(delay).contains(10.1 / 3, 33.3 / 3, 4.0 / 3);
        assertThat(network.parameters().position()).startsWith(1, 2, 3, -1, 2, 3);
    }

    @Test
    void withoutLengthsDelaysGoThroughSpace() throws IOException {
        GraphFile file = read(Map.of("weights.txt", WEIGHTS, "centres.txt", CENTRES));
        Network network = ConnectomeNetwork.of(file, Lif.of(20, 5), 1, 2);
        assertThat(network.projections().get(0).spatial()).isTrue();
        assertThat(network.parameters().delay()).containsOnly(0);
        Graph graph = file.graph();
        GraphFile bare = new GraphFile(graph, List.of("a", "b", "c"), Optional.empty(), Optional.empty(), List.of());
        assertThatThrownBy(() -> ConnectomeNetwork.of(bare, Lif.of(20, 5), 1, 2))
                .hasMessageContaining("neither lengths nor positions");
        assertThatThrownBy(() -> ConnectomeNetwork.of(file, Lif.of(20, 5), 1, 0))
                .hasMessageContaining("speed = 0.0");
    }
}
