package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammatoneFilterTest {

    /** Relative to the largest value; the recursion adds up rounding over the length of the response. */
    private static final double ROUNDING = 1e-10;

    @ParameterizedTest
    @CsvSource({
        "8000, 100",
        "8000, 1000",
        "8000, 3600",
        "16000, 50",
        "16000, 2500",
        "44100, 50",
        "44100, 440",
        "44100, 16000"
    })
    void impulseResponseIsTheClosedForm(double rate, double frequency) {
        double bandwidth = 1.019 * 24.7 * (4.37 * frequency / 1000 + 1);
        GammatoneFilter filter = GammatoneFilter.at(frequency, rate);
        int length = (int) (rate * 3 / bandwidth);
        double[] exact = new double[length];
        double[] response = new double[length];
        double largest = 0;
        for (int k = 0; k < length; k++) {
            double t = k / rate;
            exact[k] = Math.pow(k, 3) * Math.exp(-2 * Math.PI * bandwidth * t) * Math.cos(2 * Math.PI * frequency * t);
            largest = Math.max(largest, Math.abs(exact[k]));
            response[k] = filter.next(k == 0 ? 1 : 0) / filter.gain();
        }
        for (int k = 0; k < length; k++) {
            assertThat(response[k]).as("sample %d", k).isCloseTo(exact[k], within(ROUNDING * largest));
        }
    }

    /** What is left over comes from the part of the spectrum around the negative frequency. */
    @ParameterizedTest
    @CsvSource({"8000, 200", "8000, 1000", "8000, 3000", "16000, 1000", "44100, 200", "44100, 1000"})
    void gainAtTheCentreIsOne(double rate, double frequency) {
        double centre = amplitude(frequency, frequency, rate);
        assertThat(centre).isCloseTo(1, within(0.005));
        double away = ErbScale.bandwidth(frequency);
        assertThat(amplitude(frequency, frequency + away, rate)).isLessThan(0.45 * centre);
        assertThat(amplitude(frequency, frequency - away, rate)).isLessThan(0.45 * centre);
    }

    /** At a bandwidth b from the centre a filter of order n has the gain (1 + 1)^(-n/2), here 1/4. */
    @Test
    void gainAtTheBandwidth() {
        double b = GammatoneFilter.BANDWIDTH_PER_ERB * ErbScale.bandwidth(1000);
        assertThat(amplitude(1000, 1000 + b, 44_100)).isCloseTo(0.25, within(0.005));
        assertThat(amplitude(1000, 1000 - b, 44_100)).isCloseTo(0.25, within(0.005));
    }

    private static double amplitude(double centre, double frequency, double rate) {
        GammatoneFilter filter = GammatoneFilter.at(centre, rate);
        double cosine = 0;
        double sine = 0;
        int settled = (int) (rate * 0.2);
        int length = (int) rate;
        for (int k = 0; k < settled + length; k++) {
            double angle = 2 * Math.PI * frequency * k / rate;
            double output = filter.next(Math.sin(angle));
            if (k >= settled) {
                cosine += output * Math.cos(angle);
                sine += output * Math.sin(angle);
            }
        }
        return 2 * Math.hypot(cosine, sine) / length;
    }

    @Test
    void whatIsNoFilterIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GammatoneFilter.at(5000, 8000))
                .withMessage("centre frequency = 5000.0 Hz, must be above 0 and at most half the rate of 8000.0 Hz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammatoneFilter(100, 0, 8000))
                .withMessage("bandwidth = 0.0 Hz, must be finite and above 0");
    }
}
