package io.github.lightcone.structure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private static List<String> read(Reader reader) throws GraphFileException {
        Lines lines = new Lines("f", reader);
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(lines.text());
            assertThat(lines.number()).isEqualTo(all.size());
        }
        assertThat(lines.number()).isEqualTo(all.size());
        return all;
    }

    @Test
    void anyLineBreakEndsALine() throws IOException {
        assertThat(read(new StringReader("a\nb\r\nc\rd\n\n\r\n\r\re")))
                .containsExactly("a", "b", "c", "d", "", "", "", "", "e");
        assertThat(read(new StringReader("a\r\n"))).containsExactly("a");
        assertThat(read(new StringReader("\n"))).containsExactly("");
        assertThat(read(new StringReader(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8189, 8190, 8191, 8192, 8193, 16384})
    void breaksAtTheEdgeOfTheBuffer(int length) throws IOException {
        String line = "x".repeat(length);
        assertThat(read(new StringReader(line + "\r\n" + line + "\n\r" + line))).containsExactly(line, line, "", line);
    }

    @Test
    void wordsAreSplitAtBlanksOutsideQuotes() throws IOException {
        Lines lines = new Lines("f", new StringReader(" one\t\"two words\"  \"\"three\"x\" \n\"open"));
        lines.next();
        assertThat(lines.words()).containsExactly("one", "two words", "", "three\"x\"");
        lines.next();
        assertThatThrownBy(lines::words).hasMessage("f:2: has a quotation mark that is not closed");
    }

    @Test
    void longLinesAreRefused() throws IOException {
        String most = "x".repeat(Lines.LONGEST_LINE);
        assertThat(read(new StringReader(most + "\n" + most))).hasSize(2);
        assertThatThrownBy(() -> read(new StringReader("\n" + most + "x")))
                .isInstanceOf(GraphFileException.class)
                .hasMessageStartingWith("f:2: is longer than");
    }
}
