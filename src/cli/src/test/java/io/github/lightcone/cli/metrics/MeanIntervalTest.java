package io.github.lightcone.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    @Test
    void threeValuesHaveTheIntervalOfStudentsDistribution() {
        MeanInterval interval = MeanInterval.of(1, 2, Double.NaN, 3);
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.count()).isEqualTo(3);
        // t of 2 degrees of freedom at 0.975 is 4.302653.
        assertThat(interval.half()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
        assertThat(interval.low()).isCloseTo(2 - interval.half(), within(1e-15));
        assertThat(interval.high()).isCloseTo(2 + interval.half(), within(1e-15));
        assertThat(interval.text(4)).isEqualTo("2.000 ± 2.5");
    }

    @Test
    void oneValueHasNoIntervalAndNoneNoMean() {
        assertThat(MeanInterval.of(0.5).text(3)).isEqualTo("0.500");
        assertThat(MeanInterval.of(0.5).half()).isNaN();
        assertThat(MeanInterval.of(Double.NaN).text(3)).isEqualTo("-");
    }
}
