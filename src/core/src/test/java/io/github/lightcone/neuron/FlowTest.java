package io.github.lightcone.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.BruteForce;
import io.github.lightcone.fixtures.Precise;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forward flow and its extremum, over ratios of time constants from 1e-3 to 1e3. */
class FlowTest {

    @Test
    void flowSolvesTheLinearSystem() {
        SplittableRandom random = new SplittableRandom(3);
        Agreement agreement = Agreement.of("Flow, matrix exponential", 1e-15, 0);
        for (int k = 0; k < 300; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 1));
            double c = a * ratio(random, k);
            double x = Math.pow(10, random.nextDouble(-5, 1)) / Math.min(a, c);
            double v = random.nextDouble(-2, 2);
            double i = random.nextDouble(-5, 5);
            Dfp zero = Precise.FIELD.getZero();
            Dfp[][] matrix = {
                {Precise.of(-a), Precise.of(a)},
                {zero, Precise.of(-c)}
            };
            double[] expected = Precise.propagate(matrix, new double[] {v, i}, x);
            // Where two terms nearly cancel, the error is that of the terms.
            double terms = Math.abs(v) * Math.exp(-a * x) + Math.abs(i) * a * Exponential.convolution(a, c, x);
            String what = "a " + a + " c " + c + " x " + x;
            agreement.compare(() -> what, Flow.voltage(a, c, v, i, x), expected[0], terms);
            // A rounded exponent counts more the larger it is.
            agreement.compare(() -> what, Flow.current(c, i, x), expected[1], Math.abs(expected[1]) * (1 + c * x));
        }
        agreement.check();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void extremumIsWhereTheSlopeChangesSign(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int inside = 0;
        for (int k = 0; k < 2_000; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 1));
            double c = a * ratio(random, k);
            double v = random.nextDouble(-2, 2);
            double i = random.nextDouble(-5, 5);
            double longest = 30 / Math.min(a, c);
            double s = Flow.extremum(a, c, v, i);
            boolean changesSign = slope(a, c, v, i, 0) * slope(a, c, v, i, longest) < 0;
            String what = "a " + a + " c " + c + " v " + v + " i " + i + " s " + s;
            if (changesSign) {
                assertThat(s).as(what).isBetween(0.0, longest);
                double step = 1e-7 * s + 1e-12 / Math.max(a, c);
                assertThat(slope(a, c, v, i, s - step) * slope(a, c, v, i, s + step))
                        .as(what)
                        .isNegative();
                inside++;
            } else {
                assertThat(s > 0 && s < 0.9 * longest).as(what).isFalse();
            }
        }
        assertThat(inside).isGreaterThan(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void maximumAgreesWithASearch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 500; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 1));
            double c = a * ratio(random, k);
            double v = random.nextDouble(-2, 2);
            double i = random.nextDouble(-5, 5);
            double s = Math.pow(10, random.nextDouble(-2, 1.5)) / a;
            double at = BruteForce.maximum(u -> Flow.voltage(a, c, v, i, u), s, 400);
            double expected = Flow.voltage(a, c, v, i, at);
            String what = "a " + a + " c " + c + " v " + v + " i " + i + " s " + s;
            assertThat(Flow.maximum(a, c, v, i, s)).as(what).isCloseTo(expected, within(1e-6 * Math.abs(i)));
            assertThat(Flow.maximum(a, c, v, i, s)).as(what).isGreaterThanOrEqualTo(expected - 1e-14);
            assertThat(Flow.maximumTime(a, c, v, i, s)).as(what).isBetween(0.0, s);
        }
    }

    @Test
    void voltageWithoutCurrentHasNoExtremum() {
        assertThat(Flow.extremum(0.1, 0.1, 1, 0)).isNaN();
        assertThat(Flow.extremum(0.1, 0.2, -1, 0)).isNaN();
        assertThat(Flow.extremum(0.1, 0.2, 0, 0)).isNaN();
    }

    private static double slope(double a, double c, double v, double i, double s) {
        return Flow.current(c, i, s) - Flow.voltage(a, c, v, i, s);
    }

    /** Ordinary, inverted, equal and nearly equal. */
    static double ratio(SplittableRandom random, int k) {
        return switch (k % 4) {
            case 0 -> 1;
            case 1 -> 1 + Math.pow(10, random.nextDouble(-15, -1)) * (random.nextBoolean() ? 1 : -1);
            default -> Math.pow(10, random.nextDouble(-3, 3));
        };
    }
}
