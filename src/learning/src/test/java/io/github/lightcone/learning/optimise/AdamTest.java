package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {

    /**
     * Gradients 2, then -1, at rate 0.1, by hand:
     *
     * <pre>
     *     k = 1   m = 0.2    v = 0.004      m/(1-0.9)  = 2             v/(1-0.999)    = 4
     *     k = 2   m = 0.08   v = 0.004996   m/(1-0.81) = 0.08/0.19     v/(1-0.998001) = 0.004996/0.001999
     * </pre>
     */
    @Test
    void twoStepsByHand() {
        Adam adam = new Adam(1);
        adam.nextStep();
        assertThat(adam.update(0, 2, 0.1)).isCloseTo(0.1 * 2 / (2 + 1e-8), within(1e-15));
        adam.nextStep();
        double expected = 0.1 * (0.08 / 0.19) / (Math.sqrt(0.004996 / 0.001999) + 1e-8);
        assertThat(adam.update(0, -1, 0.1)).isCloseTo(expected, within(1e-15));
        assertThat(adam.steps()).isEqualTo(2);
    }

    /** The first step is the rate, whatever the size of the gradient. */
    @Test
    void firstStepIsTheRate() {
        Adam adam = new Adam(2);
        adam.nextStep();
        assertThat(adam.update(0, 1e-3, 0.01)).isCloseTo(0.01, within(1e-6));
        assertThat(adam.update(1, -1e3, 0.01)).isCloseTo(-0.01, within(1e-6));
    }

    @Test
    void aRestoredStateGoesOnWithTheSameBits() {
        Adam adam = new Adam(1);
        for (int step = 0; step < 7; step++) {
            adam.nextStep();
            adam.update(0, Math.sin(step), 0.1);
        }
        Adam other = new Adam(1);
        other.restore(adam.steps(), adam.firstMoment(), adam.secondMoment());
        adam.nextStep();
        other.nextStep();
        assertThat(other.update(0, 0.5, 0.1)).isEqualTo(adam.update(0, 0.5, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(1, new double[2], new double[1]))
                .withMessageContaining("moments of 2 and 1 numbers, must be of 1");
    }
}
