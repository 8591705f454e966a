package io.github.lightcone.data.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelCrossingEncoderTest {

    private static List<String> crossings(double threshold, double... samples) {
        List<String> found = new ArrayList<>();
        new LevelCrossingEncoder(threshold)
                .encode(samples, (sample, fraction, rising) -> found.add((rising ? "+" : "-") + (sample + fraction)));
        return found;
    }

    @Test
    void crossingsAreInterpolated() {
        assertThat(crossings(1, 0, 4, 2)).containsExactly("+0.25", "+0.5", "+0.75", "+1.0", "-1.5", "-2.0");
        assertThat(crossings(2, 1, 2, 4)).containsExactly("+1.5");
    }

    @Test
    void movesSmallerThanTheThresholdAreSilent() {
        assertThat(crossings(2, 5, 6, 5, 4, 5, 6.9, 3.1)).isEmpty();
        assertThat(crossings(2, 5, 7, 5.5, 7, 6, 8.5))
                .as("levels are those of the first sample")
                .containsExactly("+1.0");
        assertThat(crossings(1)).isEmpty();
        assertThat(crossings(1, 3)).isEmpty();
    }

    /** From the start to the end of any signal there are whole thresholds, ON minus OFF, and less than one more. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1, 7})
    void onMinusOffIsTheWayGone(double threshold) {
        SeededRandom random = new SeededRandom(11);
        double[] walk = new double[2000];
        for (int k = 1; k < walk.length; k++) {
            walk[k] = walk[k - 1] + random.nextGaussian();
        }
        double[] net = {0};
        double[] last = {0};
        new LevelCrossingEncoder(threshold).encode(walk, (sample, fraction, rising) -> {
            assertThat(sample + fraction).isGreaterThanOrEqualTo(last[0]);
            last[0] = sample + fraction;
            net[0] += rising ? 1 : -1;
            double value = walk[sample] + fraction * (walk[sample + 1] - walk[sample]);
            assertThat(value).as("rounding of the interpolation").isCloseTo(net[0] * threshold, within(1e-9));
        });
        assertThat(Math.abs(walk[walk.length - 1] - net[0] * threshold)).isLessThan(threshold);
    }

    /** A sine of amplitude A has 4 floor(A / threshold) crossings a period, at times that are known. */
    @Test
    void crossingsOfASine() {
        double[] sine = new double[10_100];
        for (int k = 0; k < sine.length; k++) {
            sine[k] = 3.5 * Math.sin(2 * Math.PI * k / 10_000);
        }
        SpikeTrains spikes = new LevelCrossingEncoder(1).encode(new double[][] {{0, 0}, sine}, 0.1);
        assertThat(spikes.size()).isEqualTo(12);
        for (int level = 1; level <= 3; level++) {
            double exact = 1000 * Math.asin(level / 3.5) / (2 * Math.PI);
            assertThat(spikes.neuron(level - 1)).isEqualTo(2);
            assertThat(spikes.time(level - 1))
                    .as("second-order error of a chord")
                    .isCloseTo(exact, within(1e-4));
        }
        assertThat(spikes.neuron(3)).as("falls back to 2 after the crest").isEqualTo(3);
    }

    @Test
    void whatIsNoSignalIsNamed() {
        LevelCrossingEncoder encoder = new LevelCrossingEncoder(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new double[][] {{0}, {1, Double.NaN}}, 1))
                .withMessage("signal 1, sample 1 = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new double[][] {{0, 1e7}}, 1))
                .withMessageContaining("sample 1 = 1.0E7 is 1.0E7 thresholds from the one before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new double[][] {{1e20, 1e20}}, 1))
                .withMessageContaining("sample 0 = 1.0E20, must be small enough to tell levels 1.0 apart");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelCrossingEncoder(0))
                .withMessage("threshold = 0.0, must be finite and above 0");
    }
}
