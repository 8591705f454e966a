package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.loss.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of accuracies, and confusion. */
class AccuracyTest {

    /**
     * Published with four digits in Table I, method 3, of R. G. Newcombe, Two-sided confidence intervals for the
     * single proportion, Statistics in Medicine 17 (1998).
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThosePublished(int successes, int trials, double low, double high) {
        Interval interval = Interval.ofProbability(successes, trials);
        assertThat(interval.low()).isCloseTo(low, within(0.5e-4));
        assertThat(interval.high()).isCloseTo(high, within(0.5e-4));
    }

    /** An end is where the number of successes is 1.96 standard deviations from what is expected there. */
    @Test
    void endsSolveWilsonsEquation() {
        for (int trials : new int[] {1, 2, 10, 999, 1_000_000}) {
            for (int successes : new int[] {0, 1, trials / 3, trials - 1, trials}) {
                Interval interval = Interval.ofProbability(successes, trials);
                double p = (double) successes / trials;
                for (double end : new double[] {interval.low(), interval.high()}) {
                    double square = 3.841458820694124 * end * (1 - end) / trials;
                    assertThat((p - end) * (p - end))
                            .as("%d of %d at %s", successes, trials, end)
                            .isCloseTo(square, within(1e-15));
                }
                assertThat(interval.low()).isLessThanOrEqualTo(p).isNotNegative();
                assertThat(interval.high()).isGreaterThanOrEqualTo(p).isLessThanOrEqualTo(1);
                Interval mirrored = Interval.ofProbability(trials - successes, trials);
                assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-15));
            }
        }
    }

    @Test
    void thereMustBeTrialsAndAsManySuccessesAtMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.ofProbability(0, 0))
                .withMessage("0 successes of 0 trials");
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofProbability(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.ofProbability(-1, 3));
    }

    @Test
    void confusionCountsPairsAndTheUndecided() {
        int none = Loss.NO_CLASS;
        ConfusionMatrix confusion =
                ConfusionMatrix.of(3, new int[] {0, 0, 0, 1, 1, 2, 2}, new int[] {0, 0, 2, none, 1, none, none});
        assertThat(confusion.toString()).isEqualTo("[[2, 0, 1, 0], [0, 1, 0, 1], [0, 0, 0, 2]]");
        assertThat(confusion.count(0, 2)).isEqualTo(1);
        assertThat(confusion.undecided(2)).isEqualTo(2);
        ConfusionMatrix same = ConfusionMatrix.ofCounts(confusion.toArray());
        assertThat(same).isEqualTo(confusion).hasSameHashCodeAs(confusion);
        assertThat(ConfusionMatrix.of(3, new int[1], new int[1])).isNotEqualTo(confusion);
    }
}
