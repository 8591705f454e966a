package io.github.lightcone.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import org.junit.jupiter.api.Test;

class DelayedXorTest {

    private static final DelayedXorSettings EXACT =
            DelayedXorSettings.defaults().withJitter(0);

    @Test
    void theClassIsWhetherThePulsesAreOfDifferentGroups() {
        EventDataset data = DelayedXor.generate(EXACT.withDelay(33), 8, 1);
        assertThat(data.channels()).isEqualTo(20);
        assertThat(data.classNames()).containsExactly("same", "different");
        for (int i = 0; i < 8; i++) {
            SpikeTrains input = data.input(i);
            assertThat(input.size()).isEqualTo(20);
            int first = input.neuron(0) / 10;
            int second = input.neuron(19) / 10;
            assertThat(first).isEqualTo(i % 4 / 2);
            assertThat(second).isEqualTo(i % 2);
            assertThat(data.label(i)).isEqualTo(first == second ? 0 : 1);
            for (int k = 0; k < 20; k++) {
                assertThat(input.time(k)).isEqualTo(k < 10 ? 10 : 43);
                assertThat(input.neuron(k)).isEqualTo((k < 10 ? first : second) * 10 + k % 10);
            }
        }
        assertThat(data.classCounts()).containsExactly(4, 4);
    }

    /** The mean of 20,000 deviates is within 4 standard errors, 0.042, and their deviation within 2 per cent. */
    @Test
    void jitterHasItsDeviation() {
        EventDataset data = DelayedXor.generate(new DelayedXorSettings(10, 50, 100, 1.5), 1000, 3);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < 20; k++) {
                double off = data.input(i).time(k) - (k < 10 ? 50 : 150);
                sum += off;
                squares += off * off;
            }
        }
        assertThat(sum / 20_000).isCloseTo(0, within(0.042));
        assertThat(Math.sqrt(squares / 20_000)).isCloseTo(1.5, within(0.03));
    }

    @Test
    void anExampleDependsOnSeedAndNumberAlone() {
        DelayedXorSettings settings = DelayedXorSettings.defaults();
        EventDataset few = DelayedXor.generate(settings, 3, 7);
        EventDataset many = DelayedXor.generate(settings, 30, 7);
        assertThat(many.input(2).time(5)).isEqualTo(few.input(2).time(5));
        assertThat(many.input(6).time(5)).isNotEqualTo(few.input(2).time(5));
        assertThat(few.input(0).time(0)).isEqualTo(8.820985054812063);
        EventDataset early = DelayedXor.generate(new DelayedXorSettings(100, 0, 50, 5), 1, 7);
        assertThat(early.input(0).time(0)).as("no time is below 0").isZero();
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayedXor.generate(EXACT, 0, 1))
                .withMessage("size = 0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXACT.withDelay(0))
                .withMessageContaining("delay = 0.0 ms");
        assertThatIllegalArgumentException().isThrownBy(() -> EXACT.withJitter(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new DelayedXorSettings(0, 1, 1, 1));
    }
}
