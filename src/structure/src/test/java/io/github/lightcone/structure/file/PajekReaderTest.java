package io.github.lightcone.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PajekReaderTest {

    @TempDir
    private Path folder;

    private GraphFile read(String text) throws IOException {
        Path file = folder.resolve("g.net");
        Files.writeString(file, text);
        return GraphFiles.read(file, false);
    }

    @Test
    void readsVerticesAndEdges() throws IOException {
        GraphFile file = read("""
                % a comment
                *Network small
                *Vertices 4
                2 "two words" 0.1 0.2 0.5 ic Blue
                1 one 0.3 0.4 0.5

                *Edges :1 "relation"
                1 2 2.5 l "label" c Black
                2 4
                3 4 l "no weight"
                """);
        assertThat(file.graph()).hasToString("undirected graph of 4 nodes and 3 edges");
        assertThat(file.names()).containsExactly("one", "two words", "3", "4");
        assertThat(file.graph().weightBetween(1, 0)).isEqualTo(2.5);
        assertThat(file.graph().weightBetween(1, 3)).isEqualTo(1);
        assertThat(file.positions()).isEmpty();
    }

    @Test
    void edgesBesideArcsHaveBothDirections() throws IOException {
        GraphFile file = read("*vertices 3\n*ARCS\n1 2 0.5\n1 2 1\n*edges\n2 3 -2\n3 3 4\n");
        assertThat(file.graph()).hasToString("directed graph of 3 nodes and 4 edges");
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(1.5);
        assertThat(file.graph().weightBetween(1, 0)).isZero();
        assertThat(file.graph().weightBetween(1, 2)).isEqualTo(-2);
        assertThat(file.graph().weightBetween(2, 1)).isEqualTo(-2);
        assertThat(file.graph().weightBetween(2, 2)).isEqualTo(4);
        assertThat(file.notes())
                .containsExactly(
                        "2 edges became arcs of both directions",
                        "directed",
                        "1 parallel arcs were added to others",
                        "1 self-loops were kept");
    }

    @Test
    void listsAndMatrices() throws IOException {
        GraphFile lists = read("*Vertices 4\r\n*Arcslist\r\n1 2 3\r\n*Edgeslist\r\n4 1\r\n");
        assertThat(lists.graph().edgeCount()).isEqualTo(4);
        assertThat(lists.graph().weightBetween(0, 2)).isEqualTo(1);
        assertThat(lists.graph().weightBetween(0, 3)).isEqualTo(1);
        GraphFile matrix = read("*Vertices 3\n*Matrix\n0 1 2\n0 0 0\n-1 0\n 5\n");
        assertThat(matrix.graph().edgeCount()).isEqualTo(4);
        assertThat(matrix.graph().weightBetween(2, 0)).isEqualTo(-1);
        assertThat(matrix.graph().weightBetween(2, 2)).isEqualTo(5);
        GraphFile twoModes = read("*Vertices 5 2\n*Matrix\n1 0 2\n0 3 0\n");
        assertThat(twoModes.graph().weightBetween(0, 4)).isEqualTo(2);
        assertThat(twoModes.graph().weightBetween(1, 3)).isEqualTo(3);
        assertThat(twoModes.graph().edgeCount()).isEqualTo(3);
    }

    @Test
    void coordinatesOfAllVerticesArePositions() throws IOException {
        GraphFile file = read("*Vertices 2\n1 \"a\" 0.1 0.2 0.3\n2 \"b\" 0.4 0.5\n");
        assertThat(file.positions().orElseThrow().toArray()).containsExactly(0.1, 0.2, 0.4, 0.5);
        assertThat(file.notes()).contains("coordinates taken as mm");
    }

    @Test
    void coordinatesOfSomeVerticesAreLeftOutAndSaidSo() throws IOException {
        GraphFile file = read("*Vertices 2\n1 \"a\" 0.1 0.2\n2 \"b\" ellipse\n*Edges\n1 2 c Blue\n");
        assertThat(file.positions()).isEmpty();
        assertThat(file.notes()).contains("positions left out: 1 of 2 vertices have them");
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(1);
    }

    @Test
    void aListWithoutSectionsIsAListOfEdges() throws IOException {
        GraphFile file = read("% two columns\n0   10\n10 2\n");
        assertThat(file.names()).containsExactly("0", "2", "10");
        assertThat(file.graph().weightBetween(0, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*Vertices 2000000000          | g.net:1: vertices = '2000000000', must be an integer from 0 to 100000",
                "*Vertices                     | g.net:1: *Vertices without their number",
                "*Vertices x                   | g.net:1: vertices = 'x', must be an integer from 0",
                "*Edges;1 2                    | g.net:1: *edges before *Vertices",
                "*Vertices 2;*Vertices 2       | g.net:2: a second *Vertices",
                "*Vertices 2;1 a;1 b           | g.net:3: vertex 1 is there twice",
                "*Vertices 2;*Edges;1 3        | g.net:3: vertex = '3', must be an integer from 1 to 2",
                "*Vertices 2;*Edges;0 1        | g.net:3: vertex = '0', must be an integer from 1 to 2",
                "*Vertices 2;*Edges;1          | g.net:3: '1', must be two vertices",
                "*Vertices 2;*Edges;1 2 3..    | g.net:3: weight = '3..', must be a finite number",
                "*Vertices 2;*Edges;1 2 1e999  | g.net:3: weight = '1e999', must be a finite number",
                "*Vertices 2;*Edges;1 2 nan    | g.net:3: weight = 'nan', must be a finite number",
                "*Vertices 2;*Arcs;1 2 -Inf    | g.net:3: weight = '-Inf', must be a finite number",
                "*Vertices 2;*Arcs;1 2 strong  | g.net:3: weight = 'strong', must be a finite number",
                "*Vertices 2;1 a nan 0 0       | g.net:2: coordinate = 'nan', must be a finite number",
                "*Vertices 2;*Partition x      | g.net:2: section '*Partition', must be *Network",
                "*Vertices 2;1 \"open          | g.net:2: has a quotation mark that is not closed",
                "*Vertices 2;*Matrix;1 2 3     | g.net:3: *Matrix ends in row 2, must have 2 rows of 2",
                "*Vertices 1;*Matrix;1 2       | g.net:3: '2' after the last of 1 rows",
                "*Network;1 2                  | g.net:2: '1', must be a section",
                "*Network                      | g.net: has no *Vertices",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(";", "\n")))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining(message);
    }
}
