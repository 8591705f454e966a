package io.github.lightcone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"0.4, 0:00", "65, 1:05", "3599.7, 1:00:00", "7380, 2:03:00"})
    void durations(double seconds, String expected) {
        assertThat(Durations.text(seconds)).isEqualTo(expected);
    }
}
