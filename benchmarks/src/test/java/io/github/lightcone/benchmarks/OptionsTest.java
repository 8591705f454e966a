package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines are read as written, and wrong ones refused by name. */
class OptionsTest {

    @Test
    void everythingHasADefault() {
        assertThat(Options.parse("n2"))
                .isEqualTo(new Options(PeerNetworks.N2, 100_000, 5, 1, 1, false, 1000, true, true, null));
        assertThat(Options.parse("XL"))
                .isEqualTo(new Options(PeerNetworks.XL, 100_000, 3, 1, 1, true, 300, true, true, null));
    }

    @Test
    void everythingCanBeSet() {
        String line =
                "XL --neurons max --repeats 7 --seed -2 --threads 2 --layout compact --duration 0.5 --no-reference"
                        + " --no-grid --out a.json";
        assertThat(Options.parse(line.split(" ")))
                .isEqualTo(new Options(
                        PeerNetworks.XL, Options.LARGEST, 7, -2, 2, true, 0.5, false, false, Path.of("a.json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threads 2         | first argument must be a network
            N4                  | there is no network 'N4'; choose from N1, N2
            N2 --fast           | there is no option '--fast'
            N2 --threads        | --threads needs a value
            N2 --threads 0      | --threads 0: must be at least 1
            N2 --seed x         | --seed x: must be a whole number
            N2 --duration -1    | --duration -1: must be a number of ms above 0
            N2 --duration x     | --duration x: must be a number of ms above 0
            N2 --layout small   | --layout small: must be double or compact
            N2 --neurons 10     | --neurons is for XL, not for N2
            XL --neurons 12     | must be a multiple of 5
            XL --layout double  | XL is generated into compact synapses
            T10 --layout compact | T10 is run backward
            """)
    void wrongLinesAreRefused(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(line.split(" ")))
                .withMessageContaining(reason);
    }
}
