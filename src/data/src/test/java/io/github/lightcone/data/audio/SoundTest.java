package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoundTest {

    @Test
    void theLevelIsTheRootOfTheMeanSquare() {
        Sound sound = new Sound(8000, new double[] {0.3, -0.4, 0.3, -0.4});
        assertThat(sound.level()).isCloseTo(Math.sqrt(0.125), within(1e-15));
        Sound louder = sound.atLevel(0.5);
        assertThat(louder.level()).isCloseTo(0.5, within(1e-15));
        assertThat(louder.sample(1) / louder.sample(0)).isCloseTo(-4 / 3.0, within(1e-15));
        Sound silence = new Sound(8000, new double[3]);
        assertThat(silence.atLevel(0.5)).isSameAs(silence);
    }

    @Test
    void aSoundIsFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sound(8000, new double[] {0, Double.NaN}))
                .withMessage("sample 1 = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sound(0, new double[1]))
                .withMessage("rate = 0.0 Hz, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sound(8000, new double[1]).atLevel(0))
                .withMessage("level = 0.0, must be finite and above 0");
    }

    @Test
    void samplesAreCopied() {
        double[] samples = {0.5};
        Sound sound = new Sound(1000, samples);
        samples[0] = 0;
        assertThat(sound.sample(0)).isEqualTo(0.5);
        assertThat(sound.duration()).isEqualTo(1);
    }
}
