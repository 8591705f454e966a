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

class GmlReaderTest {

    @TempDir
    private Path folder;

    private GraphFile read(String text) throws IOException {
        Path file = folder.resolve("g.gml");
        Files.writeString(file, text);
        return GmlReader.read(file);
    }

    @Test
    void readsNodesEdgesAndWhatStandsAround() throws IOException {
        GraphFile file = read("""
                # a comment [ with brackets ]
                Creator "someone, \\"
                Version 1.5
                graph [
                  comment "nested [ text ] and &quot;entities&quot;"
                  attributes [ deep [ deeper [ number -1.5e-3 text "]" ] ] ]
                  directed 1
                  edge [ source 7 target -3 weight 2.5 value 9 label "first" ]
                  node [ id 7 label "A &amp; B&#233;&#x263A; &unknown; &" graphics [ x 1 y 2 ] ]
                  node [ id -3 name "no label" ]
                  node [ id 12 ]
                  edge [ source 12
                         target 12 value 3 ]
                  edge [ target 7 source 12 ]
                ]
                """);
        assertThat(file.graph()).hasToString("directed graph of 3 nodes and 3 edges");
        assertThat(file.names()).containsExactly("A & B\u00e9\u263a &unknown; &", "no label", "12");
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(2.5);
        assertThat(file.graph().weightBetween(2, 2)).isEqualTo(3);
        assertThat(file.graph().weightBetween(2, 0)).isEqualTo(1);
        assertThat(file.positions()).isEmpty();
        assertThat(file.notes()).containsExactly("directed", "1 self-loops were kept");
        assertThat(file.node("12")).isEqualTo(2);
        assertThat(file.node("13")).isEqualTo(-1);
    }

    @Test
    void parallelEdgesAreAddedAndNoted() throws IOException {
        GraphFile file = read("graph [ node [ id 1 ] node [ id 2 ]"
                + " edge [ source 1 target 2 value 2 ] edge [ source 2 target 1 value 5 ] ]");
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(7);
        assertThat(file.notes()).containsExactly("undirected", "1 parallel edges (either order) were added to others");
    }

    @Test
    void coordinatesOfAllNodesArePositions() throws IOException {
        GraphFile solid = read("graph [ node [ id 1 x 1 y 2 z 3 ] node [ id 2 x -1 y 0.5 z 0 ] ]");
        assertThat(solid.positions().orElseThrow().toArray()).containsExactly(1, 2, 3, -1, 0.5, 0);
        GraphFile flat = read("graph [ node [ id 1 x 1 y 2 z 3 ] node [ id 2 x -1 y 0.5 ] ]");
        assertThat(flat.positions().orElseThrow().toArray()).containsExactly(1, 2, -1, 0.5);
        assertThat(read("graph [ node [ id 1 x 1 y 2 ] node [ id 2 x 1 ] ]").positions())
                .isEmpty();
    }

    @Test
    void anEmptyGraphIsAGraph() throws IOException {
        assertThat(read("graph []").graph().nodeCount()).isZero();
        assertThat(read("\uFEFFgraph[]").graph().nodeCount()).isZero();
    }

    @Test
    void listsMayBeNestedDeeply() throws IOException {
        String deep = "a [ ".repeat(100_000) + "] ".repeat(100_000);
        assertThat(read("graph [ " + deep + " node [ id 0 ] ]").graph().nodeCount())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Creator 1                                     | g.gml: has no graph [ ... ]",
                "graph 1                                       | g.gml:1: graph = '1', must be a list in [ ]",
                "graph [] graph []                             | g.gml:1: has a second graph, must have one",
                "graph [ node [ ] ]                            | g.gml:1: node without id",
                "graph [ node [ id 1.5 ] ]                     | g.gml:1: id = '1.5', must be an integer",
                "graph [ node [ id x ] ]                       | g.gml:1: id = 'x', must be an integer",
                "graph [ node [ id 1 ] node [ id 1 ] ]         | g.gml: node id 1 is there twice",
                "graph [ node [ id 1 ] edge [ source 1 ] ]     | g.gml:1: edge without target",
                "graph [ edge [ source 1 target 2 ] ]          | g.gml:1: edge from 1 to 2: there is no node 1",
                "graph [ edge [ source 1 target 2 value 1e999 ] ] | value = '1e999', must be a finite number",
                "graph [ node [ id 1 label x ] ]               | label = 'x', must be a text in double quotes",
                "graph [ node [ id 1                           | ends inside a list: the file is cut off, or a ] is missing",
                "graph [ node [ id ] ]                         | id = ']', must be an integer",
                "graph [ thing [ 1 2 ]                         | ends inside a list",
                "graph [ thing [ 1 2                           | a list that is not closed",
                "graph [ thing ]                               | a key without a value",
                "graph [ 5 ]                                   | '5', must be a key",
                "graph [ node [ id 1 label \"open ] ]          | a quotation mark that is not closed",
                "graph [ thing 1.2.3 ]                         | '1.2.3', must be a key, a number, a quoted text",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(folder.toString());
    }

    @Test
    void linesAreCounted() {
        assertThatThrownBy(() -> read("graph [\n\n  node [\n id \"x\"\n]]"))
                .hasMessageEndingWith("g.gml:4: id = 'x', must be an integer");
    }

    @Test
    void weightsThatOverflowAreRefused() {
        String edge = " edge [ source 1 target 1 value 1e308 ]";
        assertThatThrownBy(() -> read("graph [ node [ id 1 ]" + edge + edge + " ]"))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("add up to Infinity");
    }

    @Test
    void aMissingFileAndBytesThatAreNoTextAreSaid() throws IOException {
        assertThatThrownBy(() -> GmlReader.read(folder.resolve("none.gml")))
                .isInstanceOf(GraphFileException.class)
                .hasMessageEndingWith("none.gml: does not exist");
        assertThatThrownBy(() -> GmlReader.read(folder)).hasMessageEndingWith("is a folder, must be a file");
        Path file = folder.resolve("latin.gml");
        Files.write(file, new byte[] {'g', (byte) 0xe9, 'x'});
        assertThatThrownBy(() -> GmlReader.read(file)).hasMessageEndingWith("latin.gml: is not UTF-8 text");
    }
}
