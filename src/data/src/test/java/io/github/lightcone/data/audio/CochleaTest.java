package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CochleaTest {

    private static Sound tone(double rate, double frequency, double amplitude, double seconds) {
        double[] samples = new double[(int) (rate * seconds)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = amplitude * StrictMath.sin(2 * Math.PI * frequency * k / rate);
        }
        return new Sound(rate, samples);
    }

    private static int[] counts(Cochlea cochlea, Sound sound) {
        int[] counts = new int[cochlea.channels()];
        SpikeTrains spikes = cochlea.encode(sound);
        for (int k = 0; k < spikes.size(); k++) {
            counts[spikes.neuron(k)]++;
        }
        return counts;
    }

    /** The spikes of a tone of a centre frequency lie around its channel, at every rate. */
    @ParameterizedTest
    @ValueSource(doubles = {8000, 16_000, 44_100})
    void aToneIsHeardAtItsChannel(double rate) {
        Cochlea cochlea =
                new Cochlea(CochleaSettings.defaults().withChannels(16).withGain(10));
        for (int channel = 2; channel < 14; channel++) {
            int[] counts = counts(cochlea, tone(rate, cochlea.frequency(channel), 0.02, 0.25));
            int most = IntStream.of(counts).max().orElseThrow();
            assertThat(counts[channel])
                    .as("channel %d of %s", channel, counts)
                    .isEqualTo(most)
                    .isPositive();
            assertThat(counts[channel]).isGreaterThan(counts[channel - 2]).isGreaterThan(counts[channel + 2]);
        }
    }

    @Test
    void louderIsMore() {
        Cochlea cochlea = new Cochlea(CochleaSettings.defaults().withChannels(16));
        Sound tone = tone(16_000, cochlea.frequency(8), 1, 0.25);
        int before = 0;
        for (double level = -70; level <= 0; level += 10) {
            int count = counts(cochlea, tone.scaled(Math.pow(10, level / 20)))[8];
            assertThat(count).as("at %s dB", level).isGreaterThanOrEqualTo(before);
            before = count;
        }
        assertThat(before).isGreaterThan(40);
        assertThat(counts(cochlea, tone.scaled(0))).containsOnly(0);
    }

    /**
     * The same sound at another rate gives nearly the same spikes: the filters are those of continuous time, and
     * what is left is that the steep part of the compression at 0 is sampled more coarsely.
     */
    @ParameterizedTest
    @ValueSource(doubles = {8000, 16_000, 44_100})
    void theRateOfTheSoundMattersLittle(double rate) {
        Cochlea cochlea = new Cochlea(CochleaSettings.defaults().withChannels(16));
        int[] counts = counts(cochlea, tone(rate, 700, 0.1, 0.5));
        int[] fine = counts(cochlea, tone(176_400, 700, 0.1, 0.5));
        assertThat(IntStream.of(fine).sum()).isGreaterThan(90);
        for (int channel = 0; channel < 16; channel++) {
            assertThat(counts[channel]).isCloseTo(fine[channel], within(2 + fine[channel] / 10));
        }
    }

    /** Silence before a sound moves its spikes by the silence and changes nothing else. */
    @Test
    void laterSoundGivesLaterSpikes() {
        Cochlea cochlea = new Cochlea(CochleaSettings.defaults());
        Sound sound = tone(8000, 440, 0.2, 0.1);
        double[] delayed = new double[sound.size() + 80];
        for (int k = 0; k < sound.size(); k++) {
            delayed[80 + k] = sound.sample(k);
        }
        SpikeTrains early = cochlea.encode(sound);
        SpikeTrains late = cochlea.encode(new Sound(8000, delayed)).from(0);
        assertThat(early.size()).isGreaterThan(50);
        for (int k = 0; k < early.size(); k++) {
            assertThat(late.neuron(k)).isEqualTo(early.neuron(k));
            assertThat(late.time(k)).isCloseTo(early.time(k) + 10, within(1e-9));
        }
    }

    /** Spikes lie within the sound. The pinned bits hold on every machine. */
    @Test
    void theSameBitsEverywhere() {
        Cochlea cochlea = new Cochlea(CochleaSettings.defaults());
        SpikeTrains spikes = cochlea.encode(tone(8000, 440, 0.2, 0.1));
        assertThat(spikes.time(spikes.size() - 1)).isLessThan(100);
        long bits = 0;
        for (int k = 0; k < spikes.size(); k++) {
            bits = 31 * (31 * bits + spikes.neuron(k)) + Double.doubleToLongBits(spikes.time(k));
        }
        assertThat(spikes.size()).isEqualTo(124);
        assertThat(spikes.time(0)).isEqualTo(9.159969398127256);
        assertThat(bits).isEqualTo(1_738_647_831_856_161_957L);
    }

    @Test
    void theRateMustHoldTheHighestFrequency() {
        Cochlea cochlea = new Cochlea(CochleaSettings.defaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cochlea.encode(tone(6000, 440, 0.2, 0.1)))
                .withMessage("rate = 6000.0 Hz, must be at least 7200.0 for a highest centre frequency of 3600.0 Hz");
    }

    @Test
    void settingsAreChecked() {
        CochleaSettings settings = CochleaSettings.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withChannels(0))
                .withMessage("channels = 0, must be from 1 to 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withFrequencies(500, 100))
                .withMessage("highest = 100.0 Hz, must be at least the lowest, 500.0 Hz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withGain(Double.NaN))
                .withMessage("gain = NaN thresholds, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CochleaSettings(1, 50, 100, 1.5, 1, 1, 1, 1))
                .withMessage("exponent = 1.5, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CochleaSettings(1, 50, 100, 1, 1, 1, 1, 0))
                .withMessage("refractory = 0.0 ms, must be finite and at least 0.01");
    }
}
