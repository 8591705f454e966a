package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int EPOCHS = 12;
    private static final int BATCHES = 4;

    private static double at(Schedule schedule, int epoch, int batch) {
        return schedule.factor(new Schedule.Time(epoch, EPOCHS, batch, BATCHES));
    }

    /** Returns the factors of all steps of a training. */
    private static List<Double> all(Schedule schedule) {
        List<Double> factors = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int batch = 0; batch < BATCHES; batch++) {
                factors.add(at(schedule, epoch, batch));
            }
        }
        return factors;
    }

    private static void assertFalling(Schedule schedule) {
        List<Double> factors = all(schedule);
        assertThat(factors.get(0)).isEqualTo(1);
        for (int k = 1; k < factors.size(); k++) {
            assertThat(factors.get(k)).as("step %d", k).isLessThanOrEqualTo(factors.get(k - 1));
        }
    }

    @Test
    void everyFactoryFallsFromOne() {
        assertFalling(Schedule.constant());
        assertFalling(Schedule.exponential(0.8));
        assertFalling(Schedule.exponential(1));
        assertFalling(Schedule.steps(5, 0.1));
        assertFalling(Schedule.cosine(0));
        assertFalling(Schedule.cosine(0.3));
        assertFalling(Schedule.cosine(1));
    }

    @Test
    void exponentialFallsAfterEachEpoch() {
        Schedule schedule = Schedule.exponential(0.8);
        assertThat(at(schedule, 0, 3)).isEqualTo(1);
        assertThat(at(schedule, 1, 0)).isEqualTo(0.8);
        assertThat(at(schedule, 5, 2)).isCloseTo(0.32768, within(1e-15));
    }

    @Test
    void stepsFallAfterSoManyEpochs() {
        Schedule schedule = Schedule.steps(5, 0.1);
        assertThat(at(schedule, 4, 3)).isEqualTo(1);
        assertThat(at(schedule, 5, 0)).isEqualTo(0.1);
        assertThat(at(schedule, 9, 3)).isEqualTo(0.1);
        assertThat(at(schedule, 10, 0)).isCloseTo(0.01, within(1e-17));
    }

    /** At a sixth of the way the cosine is sqrt(3) / 2, at a third 1 / 2, half way 0, at the end -1. */
    @Test
    void cosineFallsWithEveryBatch() {
        Schedule schedule = Schedule.cosine(0.2);
        assertThat(at(schedule, 2, 0)).isCloseTo(0.2 + 0.4 * (1 + Math.sqrt(3) / 2), within(1e-15));
        assertThat(at(schedule, 3, 4)).as("4 batches are an epoch").isEqualTo(at(schedule, 4, 0));
        assertThat(at(schedule, 4, 0)).isCloseTo(0.8, within(1e-15));
        assertThat(at(schedule, 6, 0)).isCloseTo(0.6, within(1e-15));
        assertThat(at(schedule, 12, 0)).isEqualTo(0.2);
        assertThat(at(schedule, 40, 1)).as("beyond the end").isEqualTo(0.2);
        assertThat(at(Schedule.cosine(0), 12, 0)).isZero();
    }

    @Test
    void warmUpRisesEvenlyToOneAndStays() {
        Schedule schedule = Schedule.constant().warmUp(2);
        for (int step = 0; step < EPOCHS * BATCHES; step++) {
            double expected = Math.min(1, (step + 1) / 8.0);
            assertThat(at(schedule, step / BATCHES, step % BATCHES))
                    .as("step %d", step)
                    .isCloseTo(expected, within(1e-15));
        }
        assertThat(at(schedule, 1, 3))
                .as("the last step of the warm-up is a whole one")
                .isEqualTo(1);
        assertThat(all(Schedule.constant().warmUp(0))).containsOnly(1.0);
        assertThat(at(Schedule.exponential(0.5).warmUp(3), 2, 1)).isCloseTo(0.25 * 10 / 12, within(1e-15));
    }

    @Test
    void easeInGrowsWithEveryStepAndEndsAtOne() {
        Schedule schedule = Schedule.constant().easeIn(0.01, 2);
        double[] expected = {0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1, 1};
        for (int step = 0; step < expected.length; step++) {
            assertThat(at(schedule, step / BATCHES, step % BATCHES)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(at(Schedule.exponential(0.5).easeIn(0.01, 2), 1, 1)).isCloseTo(0.16, within(1e-15));
        Schedule.Time late = new Schedule.Time(1_000_000, 2_000_000, 5, 100_000);
        assertThat(schedule.factor(late)).as("the power is beyond all numbers").isEqualTo(1);
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.exponential(0))
                .withMessage("decay = 0.0, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.steps(0, 0.5))
                .withMessage("every = 0.0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.steps(1, 1.5))
                .withMessage("decay = 1.5, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(-0.1))
                .withMessage("last = -0.1, must be between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant().warmUp(-1))
                .withMessage("warm-up = -1.0, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant().easeIn(0, 2))
                .withMessage("first factor = 0.0, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant().easeIn(0.1, 1))
                .withMessage("growth = 1.0, must be above 1");
    }
}
