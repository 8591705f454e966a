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
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListReaderTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private GraphFile read(String text) throws IOException {
        return EdgeListReader.read(write("edges.csv", text), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", " ", " ,  "})
    void anySeparator(String separator) throws IOException {
        GraphFile file = read("b,a,2.5\nc,b,-1\n".replace(",", separator));
        assertThat(file.names()).containsExactly("b", "a", "c");
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(2.5);
        assertThat(file.graph().weightBetween(2, 0)).isEqualTo(-1);
        assertThat(file.graph().edgeCount()).isEqualTo(2);
    }

    @Test
    void headersNameColumnsInAnyOrder() throws IOException {
        GraphFile file = read("Length;kind;TO;from;value\n2.5;x;1;0;3\n1;y;2;0;4");
        assertThat(file.names()).containsExactly("0", "1", "2");
        assertThat(file.graph().weights()).containsExactly(3, 4);
        assertThat(file.lengths().orElseThrow().weights()).containsExactly(2.5, 1);
    }

    @Test
    void numbersAreSortedAndOtherNamesAreNot() throws IOException {
        assertThat(read("10,9\n9,100\n").names()).containsExactly("9", "10", "100");
        assertThat(read("10,9\n9,-1\n").names()).containsExactly("10", "9", "-1");
        assertThat(read("99999999999999999999,9\n").names()).containsExactly("99999999999999999999", "9");
    }

    @Test
    void quotesCommentsAndEmptyLines() throws IOException {
        GraphFile file = read("# made by hand\nsource,target\n\n\"a, b\",\"c \"\"d\"\"\"\n#,x\n   \nc,e\n");
        assertThat(file.names()).containsExactly("a, b", "c \"d\"", "c", "e");
        assertThat(read("% one\n0 1\n% two\n1 2\n").graph().edgeCount()).isEqualTo(2);
    }

    @Test
    void bothOrdersOfAPairAddUpIfUndirected() throws IOException {
        Path list = write("edges.csv", "source,target,weight,length\n0,1,2,7\n1,0,3,7\n");
        GraphFile file = EdgeListReader.read(list, false);
        assertThat(file.graph().weightBetween(0, 1)).isEqualTo(5);
        assertThat(file.lengths().orElseThrow().weightBetween(0, 1)).isEqualTo(7);
        assertThat(file.notes()).containsExactly("undirected", "1 parallel edges (either order) were added to others");
        Path unequal = write("edges.csv", "source,target,weight,length\n0,1,2,7\n1,0,3,8\n");
        assertThatThrownBy(() -> EdgeListReader.read(unequal, false))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("an edge has the lengths 7.0 and 8.0, must have one");
    }

    @Test
    void nodesOfATableAreFoundByIdAndByName() throws IOException {
        Path nodes = write("nodes.csv", "id,name,x_um,y_um,z_um\n5,AVAL,1000,0,-500\n6,AVAR,0,1,2\n7,lonely,0,0,0\n");
        Path edges = write("edges.csv", "source,target,weight\n5,6,2\nAVAR,AVAL,3\n");
        GraphFile file = EdgeListReader.read(edges, nodes, true);
        assertThat(file.names()).containsExactly("AVAL", "AVAR", "lonely");
        assertThat(file.graph().nodeCount()).isEqualTo(3);
        assertThat(file.graph().weightBetween(1, 0)).isEqualTo(3);
        assertThat(file.positions().orElseThrow().toArray()).startsWith(1, 0, -0.5);
        Path flat = write("nodes.csv", "node\tx\ty\n5\t1\t2\n6\t3\t4\nAVAR\t0\t0\nAVAL\t0\t0\n");
        GraphFile plain = EdgeListReader.read(edges, flat, true);
        assertThat(plain.positions().orElseThrow().dimensions()).isEqualTo(2);
        assertThat(plain.notes()).contains("positions taken as mm");
    }

    @Test
    void aNameOfTwoNodesIsNotTaken() throws IOException {
        Path nodes = write("nodes.csv", "id,name\n1,a\n2,a\n3,1\n");
        GraphFile byId = EdgeListReader.read(write("edges.csv", "1,2\n"), nodes, true);
        assertThat(byId.graph().weightBetween(0, 1)).isEqualTo(1);
        Path byName = write("edges.csv", "a,2\n");
        assertThatThrownBy(() -> EdgeListReader.read(byName, nodes, true))
                .hasMessageContaining("edges.csv:1: source = 'a', must be a node of the table");
    }

    @Test
    void aListWithoutEdgesIsAGraphWithoutNodesAndAnEmptyFileIsNone() throws IOException {
        assertThat(read("source,target\n").graph().nodeCount()).isZero();
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining("is empty, must have an edge per line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source,target,weight;0,1,x  | edges.csv:2: weight = 'x', must be a finite number",
                "source,target,weight;0,1,   | edges.csv:2: weight = '', must be a finite number",
                "source,target,weight;0,1    | edges.csv:2: 2 cells, must be 3 as in the first row",
                "0,1,2;0,1,NaN               | edges.csv:2: weight = 'NaN', must be a finite number",
                "0,1,2;0,1,0x10              | edges.csv:2: weight = '0x10', must be a finite number",
                "0,1,2;,1,3                  | edges.csv:2: source is empty, must name a node",
                "0,1,2,3                     | edges.csv:1: 4 columns, must have a header with source and target",
                "0                           | edges.csv:1: 1 cells, must have target in cell 2",
                "source,target,length;0,1,-2 | edges.csv:2: length = -2.0, must be at least 0",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(";", "\n")))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | nodes.csv: is empty, must have a header",
                "a,b;1,2                | nodes.csv:1: no column for nodes, must be one of index, id, node, name, label",
                "id;1;1                 | nodes.csv:3: node '1' is there twice",
                "id,x,y;1,0,oops        | nodes.csv:2: y = 'oops', must be a finite number",
                "id,x,y;1,0             | nodes.csv:2: 2 cells, must have y in cell 3",
            })
    void whatIsWrongWithNodesIsNamed(String text, String message) throws IOException {
        Path nodes = write("nodes.csv", text.replace(";", "\n"));
        Path edges = write("edges.csv", "1,1\n");
        assertThatThrownBy(() -> EdgeListReader.read(edges, nodes, true))
                .isInstanceOf(GraphFileException.class)
                .hasMessageContaining(message);
    }
}
