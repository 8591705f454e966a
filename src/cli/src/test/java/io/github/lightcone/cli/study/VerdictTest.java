package io.github.lightcone.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.cli.study.Verdict.Outcome;
import io.github.lightcone.cli.train.Condition;
import io.github.lightcone.cli.train.SweepResult;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.StudyClaim;
import io.github.lightcone.experiment.StudyClaim.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static PartResults results(double[] a, double[] b) {
        ExperimentFile file = ExperimentFile.shipped("yin-yang");
        PartResults results = new PartResults(new PartRuns(
                null, Optional.empty(), List.of(new Condition("a", file), new Condition("b", file)), List.of()));
        add(results, "a", a);
        add(results, "b", b);
        return results;
    }

    private static void add(PartResults results, String condition, double[] values) {
        for (int k = 0; k < values.length; k++) {
            SweepResult result = new SweepResult(
                    condition,
                    k + 1,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    0,
                    1,
                    1,
                    OptionalDouble.empty(),
                    0);
            results.add(result, Map.of("x", values[k]));
        }
    }

    private static Verdict verdict(PartResults results, Expectation expect, double margin) {
        return Verdict.of(new StudyClaim("", "p", "x", "a", "b", OptionalDouble.empty(), expect, margin), results);
    }

    /** Differences 1, 2, 3: mean 2, half width 4.302653 / sqrt(3) = 2.484138. */
    @ParameterizedTest
    @CsvSource({
        "HIGHER, 0, 2, OPEN",
        "HIGHER, 0, 3, SUPPORTED",
        "LOWER, 0, 3, REFUTED",
        "LOWER, 0, -8, SUPPORTED",
        "SAME, 5, 2, SUPPORTED",
        "SAME, 4, 2, OPEN",
        "SAME, 0.4, 3, REFUTED"
    })
    void theIntervalOfTheDifferenceDecides(Expectation expect, double margin, double shift, Outcome outcome) {
        PartResults results = results(new double[] {11 + shift, 22 + shift, 33 + shift}, new double[] {12, 22, 32});
        Verdict verdict = verdict(results, expect, margin);
        assertThat(verdict.difference().mean()).isCloseTo(shift, within(1e-12));
        assertThat(verdict.difference().half()).isCloseTo(2.484138, within(1e-6));
        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    /** Means 4 and 1, standard deviations 1, so d = 3; f = 4 and J = 1 - 3/15 = 0.8. */
    @Test
    void effectSizeIsHedgesG() {
        Verdict verdict = verdict(results(new double[] {3, 4, 5}, new double[] {0, 1, 2}), Expectation.HIGHER, 0);
        assertThat(verdict.effect()).isCloseTo(2.4, within(1e-12));
        assertThat(verdict.isApart()).as("4 - 2.48 is below 1 + 2.48").isFalse();
    }

    @Test
    void seedsThatOnlyOneHasDoNotCount() {
        Verdict verdict = verdict(results(new double[] {3, 4, 5, 100}, new double[] {0, 1, 2}), Expectation.HIGHER, 0);
        assertThat(verdict.difference().mean()).isEqualTo(3);
        assertThat(verdict.difference().count()).isEqualTo(3);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(verdict(results(new double[] {1}, new double[] {0, 1}), Expectation.HIGHER, 0)
                        .outcome())
                .isEqualTo(Outcome.NOT_MEASURED);
    }

    @Test
    void aNumberHasNoInterval() {
        StudyClaim claim = new StudyClaim("", "p", "x", "a", "", OptionalDouble.of(1), Expectation.HIGHER, 0);
        Verdict verdict = Verdict.of(claim, results(new double[] {5, 6, 7}, new double[0]));
        assertThat(verdict.difference().mean()).isEqualTo(5);
        assertThat(verdict.isApart()).isTrue();
        // d = 5, f = 2, J = 1 - 3/7.
        assertThat(verdict.effect()).isCloseTo(5 * (1 - 3.0 / 7), within(1e-12));
    }
}
