package io.github.lightcone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MalformedDataExceptionTest {

    private static final Path FILE = Path.of("events.csv");

    @Test
    void theMessageIsOneLineWhateverTheFileHolds() {
        assertThat(new MalformedDataException(FILE, 7, "time '1\r\n2\u2028', must be a number"))
                .hasMessage("events.csv:7: time '1\\u000d\\u000a2\\u2028', must be a number");
        assertThat(MalformedDataException.atByte(FILE, 9, "name '\0'"))
                .hasMessage("events.csv: at byte 9: name '\\u0000'");
        assertThat(MalformedDataException.inFile(FILE, "\u00e9\n")).hasMessage("events.csv: \u00e9\\u000a");
    }

    @Test
    void theMiddleOfALongValueIsLeftOut() {
        String problem = "label '" + "x".repeat(1_000_000) + "', must be one of [left, right]";
        assertThat(MalformedDataException.inFile(FILE, problem).getMessage())
                .hasSizeLessThan(600)
                .startsWith("events.csv: label 'xxx")
                .contains("x ... x")
                .endsWith("xxx', must be one of [left, right]");
    }
}
