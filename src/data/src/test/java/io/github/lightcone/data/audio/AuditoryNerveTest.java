package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditoryNerveTest {

    private static List<Double> spikes(double current, double samplePeriod, double duration) {
        List<Double> times = new ArrayList<>();
        AuditoryNerve nerve = new AuditoryNerve(10, 1, samplePeriod);
        for (int k = 0; k < duration / samplePeriod; k++) {
            nerve.next(current, k, times::add);
        }
        return times;
    }

    /** A constant current gives intervals of refractory + tau log(I / (I - 1)), whatever the sample period. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.125, 4, 50})
    void intervalsOfAConstantCurrent(double samplePeriod) {
        double first = 10 * Math.log(2.5 / 1.5);
        List<Double> times = spikes(2.5, samplePeriod, 200);
        assertThat(times).hasSize((int) Math.ceil((200 - first) / (first + 1)));
        for (int k = 0; k < times.size(); k++) {
            assertThat(times.get(k)).isCloseTo(first + k * (first + 1), within(1e-9));
        }
    }

    @Test
    void atOrBelowTheThresholdIsSilent() {
        assertThat(spikes(1, 0.125, 1000)).isEmpty();
    }

    @Test
    void chargeLeaksInSilence() {
        List<Double> times = new ArrayList<>();
        AuditoryNerve nerve = new AuditoryNerve(10, 1, 1);
        nerve.next(9, 0, times::add);
        nerve.next(0, 1, times::add);
        assertThat(times).isEmpty();
        double left = 9 * (1 - Math.exp(-0.1)) * Math.exp(-0.1);
        nerve.next(9, 2, times::add);
        assertThat(times).hasSize(1);
        assertThat(times.get(0)).isCloseTo(2 + 10 * Math.log((9 - left) / 8), within(1e-12));
    }
}
