package io.github.lightcone.hardware.mismatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MismatchTest {

    private static final Network NETWORK = RandomNetworks.trial(5, 3).network();

    @Test
    void noSpreadChangesNothing() {
        Network drawn = Mismatch.draw(NETWORK, Spread.of(0), 1, 0).network();
        assertThat(drawn.parameters().weight())
                .containsExactly(NETWORK.parameters().weight());
        assertThat(drawn.parameters().tauMem())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(NETWORK.parameters().tauMem());
        assertThat(drawn.parameters().delay())
                .containsExactly(NETWORK.parameters().delay());
    }

    @Test
    void aDeviceIsTheSameEveryTimeAndNoOther() {
        Spread spread = new Spread(0.1, 0.1, 0.1, 0.2, false);
        double[] first =
                Mismatch.draw(NETWORK, spread, 7, 2).network().parameters().weight();
        assertThat(Mismatch.draw(NETWORK, spread, 7, 2).network().parameters().weight())
                .containsExactly(first);
        assertThat(Mismatch.draw(NETWORK, spread, 7, 3).network().parameters().weight())
                .isNotEqualTo(first);
        assertThat(Mismatch.draw(NETWORK, spread, 8, 2).network().parameters().weight())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void factorsHaveMeanOneAndTheSpreadAskedFor(boolean lognormal) {
        Spread spread = new Spread(0, 0, 0.2, 0, lognormal);
        double[] before = NETWORK.parameters().weight();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int draw = 0; draw < 400; draw++) {
            double[] after = Mismatch.draw(NETWORK, spread, 1, draw)
                    .network()
                    .parameters()
                    .weight();
            for (int s = 0; s < before.length; s++) {
                double factor = after[s] / before[s];
                sum += factor;
                squares += factor * factor;
                count++;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(squares / count - mean * mean);
        double expected = lognormal ? Math.sqrt(Math.expm1(0.04)) : 0.2;
        // More than 30000 factors: standard errors of about 0.001.
        assertThat(count).isGreaterThan(30_000);
        assertThat(mean).isCloseTo(1, within(0.006));
        assertThat(deviation).isCloseTo(expected, within(0.006));
    }

    @Test
    void delaysMoveAndStayAboveZero() {
        Device device = Mismatch.draw(NETWORK, new Spread(0, 0, 0, 5, false), 1, 0);
        double[] after = FixedDelays.totals(device.network());
        assertThat(after).doesNotContain(FixedDelays.totals(NETWORK)[0]);
        for (double delay : after) {
            assertThat(delay).isGreaterThanOrEqualTo(0);
        }
        assertThat(device.held()).isPositive();
    }
}
