package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines of the training benchmark are read as written, and wrong ones refused by name. */
class ThroughputOptionsTest {

    @Test
    void linesAreReadAsWritten() {
        assertThat(ThroughputOptions.parse()).isEqualTo(new ThroughputOptions(64, 5, null));
        assertThat(ThroughputOptions.parse("--out", "a.json", "--examples", "32", "--repeats", "1"))
                .isEqualTo(new ThroughputOptions(32, 1, Path.of("a.json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.json  | there is no option 'training.json'
            --examples     | --examples needs a value
            --repeats 0    | --repeats 0: must be at least 1
            --repeats x    | --repeats x: must be a whole number
            """)
    void wrongLinesAreRefused(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThroughputOptions.parse(line.split(" ")))
                .withMessageContaining(reason);
    }
}
