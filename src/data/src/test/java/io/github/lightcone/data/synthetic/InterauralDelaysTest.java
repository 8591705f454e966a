package io.github.lightcone.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import org.junit.jupiter.api.Test;

class InterauralDelaysTest {

    private static final InterauralSettings EXACT =
            InterauralSettings.defaults().withNoise(0, 1);

    /** Mean time of the spikes of the left ear minus that of the right one, without scaling. */
    private static double delay(InterauralSettings settings, SpikeTrains spikes) {
        double left = 0;
        double right = 0;
        for (int k = 0; k < spikes.size(); k++) {
            double time = spikes.time(k) / settings.timeScale();
            if (spikes.neuron(k) < settings.fibres()) {
                left += time;
            } else {
                right += time;
            }
        }
        return (left - right) / (settings.fibres() * settings.cycles());
    }

    @Test
    void theDelayTellsTheClass() {
        for (int classes : new int[] {2, 3, 6, 18}) {
            InterauralSettings settings = EXACT.withClasses(classes);
            EventDataset data = InterauralDelays.generate(settings, 10 * classes, 5);
            assertThat(data.classCounts()).containsOnly(10);
            for (int i = 0; i < data.size(); i++) {
                double delay = delay(settings, data.input(i));
                assertThat(Math.abs(delay)).isLessThanOrEqualTo(0.7 + 1e-9);
                assertThat(InterauralDelays.classOf(settings, delay)).isEqualTo(data.label(i));
            }
        }
    }

    /** Boundaries at -30, 0 and 30 degrees are delays of -0.35, 0 and 0.35 ms. */
    @Test
    void boundariesOfTheClasses() {
        assertThat(InterauralDelays.classOf(EXACT, -0.7)).isEqualTo(0);
        assertThat(InterauralDelays.classOf(EXACT, -0.36)).isEqualTo(1);
        assertThat(InterauralDelays.classOf(EXACT, -0.34)).isEqualTo(2);
        assertThat(InterauralDelays.classOf(EXACT, -0.01)).isEqualTo(2);
        assertThat(InterauralDelays.classOf(EXACT, 0.01)).isEqualTo(3);
        assertThat(InterauralDelays.classOf(EXACT, 0.34)).isEqualTo(3);
        assertThat(InterauralDelays.classOf(EXACT, 0.36)).isEqualTo(4);
        assertThat(InterauralDelays.classOf(EXACT, 0.7)).isEqualTo(5);
        assertThat(InterauralDelays.delay(EXACT, 30)).isCloseTo(0.35, within(1e-12));
        assertThat(InterauralDelays.delay(EXACT, -90)).isEqualTo(-0.7);
        assertThat(InterauralDelays.generate(EXACT, 1, 1).classNames())
                .startsWith("-90.0 to -60.0 degrees", "-60.0 to -30.0 degrees");
    }

    @Test
    void fibresAreLockedToThePhase() {
        EventDataset data = InterauralDelays.generate(EXACT, 6, 5);
        SpikeTrains spikes = data.input(4);
        assertThat(spikes.size()).isEqualTo(2 * 10 * 10);
        double[] last = new double[20];
        for (int k = 0; k < spikes.size(); k++) {
            if (k >= 20) {
                assertThat(spikes.time(k) - last[spikes.neuron(k)]).isCloseTo(20, within(1e-9));
            }
            last[spikes.neuron(k)] = spikes.time(k);
        }
    }

    /** 60,000 spikes: the deviation is known within 2 per cent, the part that is there within 1 per cent. */
    @Test
    void jitterAndReliability() {
        InterauralSettings noisy = EXACT.withNoise(0.1, 0.5);
        EventDataset data = InterauralDelays.generate(noisy, 600, 8);
        long spikes = data.spikeCount();
        assertThat(spikes / 120_000.0).isCloseTo(0.5, within(0.01));
        double squares = 0;
        long counted = 0;
        for (int i = 0; i < data.size(); i++) {
            SpikeTrains input = data.input(i);
            double[] sum = new double[20];
            double[] square = new double[20];
            int[] count = new int[20];
            double[] offset = new double[20];
            for (int k = 0; k < input.size(); k++) {
                int channel = input.neuron(k);
                double time = input.time(k) / 10;
                offset[channel] = count[channel] == 0 ? time : offset[channel];
                double phase = Math.IEEEremainder(time - offset[channel], 2);
                sum[channel] += phase;
                square[channel] += phase * phase;
                count[channel]++;
            }
            for (int channel = 0; channel < 20; channel++) {
                if (count[channel] > 1) {
                    squares += square[channel] - sum[channel] * sum[channel] / count[channel];
                    counted += count[channel] - 1;
                }
            }
        }
        assertThat(Math.sqrt(squares / counted)).isCloseTo(0.1, within(0.002));
    }

    @Test
    void anExampleDependsOnSeedAndNumberAlone() {
        InterauralSettings settings = InterauralSettings.defaults();
        EventDataset few = InterauralDelays.generate(settings, 3, 7);
        assertThat(InterauralDelays.generate(settings, 30, 7).input(2).time(5))
                .isEqualTo(few.input(2).time(5));
        assertThat(few.input(0).time(0)).isEqualTo(6.204855186241724);
        assertThat(InterauralDelays.generate(settings, 3, 8).input(0).time(0)).isNotEqualTo(6.204855186241724);
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InterauralSettings(10, 6, 0.7, 1.4, 10, 0, 1, 1))
                .withMessageContaining("period = 1.4 ms, must be above twice the largest delay of 0.7 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXACT.withNoise(-1, 1))
                .withMessage("jitter = -1.0 ms, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXACT.withNoise(0, 0))
                .withMessage("reliability = 0.0, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXACT.withClasses(1))
                .withMessage("classes = 1, must be from 2 to 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterauralDelays.generate(EXACT, 0, 1))
                .withMessage("size = 0, must be at least 1");
    }
}
