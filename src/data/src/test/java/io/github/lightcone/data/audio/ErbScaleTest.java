package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErbScaleTest {

    /** The formulas of Glasberg and Moore (1990), evaluated apart to the digits shown. */
    @ParameterizedTest
    @CsvSource({
        "0, 24.7, 0",
        "100, 35.494, 3.3696",
        "1000, 132.639, 15.621",
        "4000, 456.456, 27.1074",
        "8000, 888.212, 33.2945"
    })
    void bandwidthsAndNumbers(double frequency, double bandwidth, double number) {
        assertThat(ErbScale.bandwidth(frequency)).isCloseTo(bandwidth, within(5e-4));
        assertThat(ErbScale.number(frequency)).isCloseTo(number, within(5e-4));
        assertThat(ErbScale.frequency(ErbScale.number(frequency))).isCloseTo(frequency, within(1e-9));
    }

    /** The derivative of the number is one over the bandwidth, up to the rounding of the factor 21.4. */
    @ParameterizedTest
    @CsvSource({"50", "500", "5000"})
    void numbersCountBandwidths(double frequency) {
        double slope = (ErbScale.number(frequency + 0.1) - ErbScale.number(frequency - 0.1)) / 0.2;
        assertThat(slope * ErbScale.bandwidth(frequency)).isCloseTo(1, within(0.004));
    }

    @Test
    void frequenciesAreEvenlySpacedInNumber() {
        double[] frequencies = ErbScale.frequencies(64, 50, 3600);
        assertThat(frequencies[0]).isCloseTo(50, within(1e-9));
        assertThat(frequencies[63]).isCloseTo(3600, within(1e-9));
        double step = (ErbScale.number(3600) - ErbScale.number(50)) / 63;
        for (int k = 1; k < 64; k++) {
            assertThat(ErbScale.number(frequencies[k]) - ErbScale.number(frequencies[k - 1]))
                    .isCloseTo(step, within(1e-12));
        }
        assertThat(ErbScale.frequencies(1, 50, 3600)).hasSize(1);
    }
}
