package io.github.lightcone.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.BruteForce;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first crossing of a level: none is missed, none is invented, and it is where it should be. */
class CrossingTest {

    private static final double A = 0.1;
    private static final double C = 0.2;

    /** Levels closer to the maximum than this may be called either way. */
    private static final double TANGENT = 1e-13;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithASearch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int k = 0; k < 2_000; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 0));
            double c = a * FlowTest.ratio(random, k);
            double level = random.nextDouble(-1, 1);
            // From far below the threshold to just below it.
            double v = level - Math.pow(10, random.nextDouble(-6, 0.7));
            double i = random.nextDouble(-4, 6);
            double horizon = Math.pow(10, random.nextDouble(-2, 1.5)) / a;
            found += check(a, c, v, i, level, horizon) ? 1 : 0;
        }
        assertThat(found).isBetween(300, 1_700);
    }

    /** Both ends are below the level and the maximum is above it, by ever less. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void doubleCrossingsAreNotMissed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 1_000; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 0));
            double c = a * FlowTest.ratio(random, k);
            double v = random.nextDouble(-1, 0.5);
            double i = v + Math.pow(10, random.nextDouble(-3, 1)) + Math.max(0, -v);
            double peak = Flow.extremum(a, c, v, i);
            if (!(peak < 30 / a)) {
                // V creeps up to the bias from below.
                continue;
            }
            double maximum = Flow.voltage(a, c, v, i, peak);
            double above = Math.max(1e-14, Math.pow(10, random.nextDouble(-12, -2)) * (maximum - v));
            String what = "a " + a + " c " + c + " v " + v + " i " + i + " above " + above;

            double missed = Crossing.first(a, c, v, i, maximum + above, 100 * peak);
            assertThat(missed).as(what).isEqualTo(Crossing.NONE);

            double crossing = Crossing.first(a, c, v, i, maximum - above, 100 * peak);
            assertThat(crossing).as(what).isLessThanOrEqualTo(peak);
            assertThat(Flow.voltage(a, c, v, i, crossing))
                    .as(what)
                    .isCloseTo(maximum - above, within(4e-16 * Math.max(Math.abs(i), 1)));
            // Up to there V rises, so this crossing is the first.
            assertThat(Flow.current(c, i, crossing))
                    .as(what)
                    .isGreaterThanOrEqualTo(Flow.voltage(a, c, v, i, crossing) - 1e-14);
            // A horizon before the crossing hides it.
            assertThat(Crossing.first(a, c, v, i, maximum - above, 0.999 * crossing))
                    .as(what)
                    .isEqualTo(Crossing.NONE);
        }
    }

    /** An inhibitory current lets V fall first; a bias above the threshold lifts it later. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void laterRiseAfterInhibitionIsFound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int k = 0; k < 1_000; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 0));
            double c = a * FlowTest.ratio(random, k);
            double level = -Math.pow(10, random.nextDouble(-3, 0.5));
            double v = level * (1 + random.nextDouble(0, 1));
            double i = -Math.pow(10, random.nextDouble(-4, 1));
            found += check(a, c, v, i, level, Math.pow(10, random.nextDouble(0, 1.5)) / Math.min(a, c)) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void tangencyWithinRoundingIsOneOrNone() {
        SplittableRandom random = new SplittableRandom(9);
        for (int k = 0; k < 2_000; k++) {
            double v = random.nextDouble(-0.5, 0.5);
            double i = random.nextDouble(1, 6);
            double peak = Flow.extremum(A, C, v, i);
            double level = Flow.voltage(A, C, v, i, peak) + random.nextInt(-4, 5) * 1e-16;
            double crossing = Crossing.first(A, C, v, i, level, 200);
            if (crossing != Crossing.NONE) {
                assertThat(crossing).isCloseTo(peak, within(1e-6));
                assertThat(Flow.voltage(A, C, v, i, crossing)).isCloseTo(level, within(2e-15));
            }
        }
    }

    @Test
    void touchingFromBelowIsNoCrossing() {
        // Without current v falls or rises towards the bias and never goes beyond.
        assertThat(Crossing.first(A, C, -1, 0, 0, 1e6)).isEqualTo(Crossing.NONE);
        assertThat(Crossing.first(A, C, 0, 0, 0, 1e6)).isEqualTo(Crossing.NONE);
        double peak = Flow.extremum(A, A, 0, 3);
        assertThat(Crossing.first(A, A, 0, 3, Flow.voltage(A, A, 0, 3, peak), 1e6))
                .isEqualTo(Crossing.NONE);
    }

    @Test
    void risingFromTheLevelCrossesAtOnce() {
        assertThat(Crossing.first(A, C, 1, 2, 1, 10)).isZero();
        assertThat(Crossing.first(A, C, 1 + 1e-16, 2, 1, 10)).isZero();
        assertThat(Crossing.first(A, C, Math.nextUp(1.0), 2, 1, 10)).isZero();
        assertThat(Crossing.first(A, C, Math.nextUp(1.0), 2, 1, 0)).isZero();
    }

    @Test
    void fallingFromTheLevelDoesNotCross() {
        assertThat(Crossing.first(A, C, 1, 0.5, 1, 100)).isEqualTo(Crossing.NONE);
        assertThat(Crossing.first(A, C, 1, 0, 1, 100)).isEqualTo(Crossing.NONE);
        assertThat(Crossing.first(A, C, 1, -3, 1, 100)).isEqualTo(Crossing.NONE);
        assertThat(Crossing.first(A, C, Math.nextUp(1.0), 0.5, 1, 100)).isEqualTo(Crossing.NONE);
    }

    /** V stands at the level and its slope vanishes: it moves off like a parabola. */
    @ParameterizedTest(name = "tauMem {0}, tauSyn {1}")
    @CsvSource({"10, 5", "10, 10", "5, 10", "10, 20"})
    void risingFromTheLevelWithoutSlopeCrossesAtOnce(double tauMem, double tauSyn) {
        double level = -1;
        for (double slope : new double[] {0, 1e-18, 1e-17, 1e-16, 1e-15, 1e-12, 1e-9}) {
            for (double below : new double[] {0, 1e-16, 1e-15, 1e-14}) {
                double v = level - below;
                double i = v + slope;
                double crossing = Crossing.first(1 / tauMem, 1 / tauSyn, v, i, level, 50);
                // From there on v - level grows like s^2 / (2 tauMem tauSyn) at least.
                assertThat(crossing)
                        .as("slope %s below %s", slope, below)
                        .isLessThanOrEqualTo(1e-7 + Math.sqrt(4 * tauMem * tauSyn * (below + 4e-16)));
            }
        }
    }

    @ParameterizedTest(name = "scale {0}")
    @ValueSource(doubles = {1e-200, 1e-30, 1e-6, 1e6, 1e30, 1e200})
    void scalesWithTheUnitOfVoltage(double scale) {
        double crossing = Crossing.first(A, C, 0, 6, 1, 50);
        assertThat(Crossing.first(A, C, 0, 6 * scale, scale, 50)).isCloseTo(crossing, within(1e-12));
        assertThat(Crossing.first(A, C, 0, 3.9 * scale, scale, 50)).isEqualTo(Crossing.NONE);
    }

    @ParameterizedTest(name = "scale {0}")
    @ValueSource(doubles = {1e-12, 1e-6, 1e3, 1e9})
    void scalesWithTheUnitOfTime(double scale) {
        double crossing = Crossing.first(A, C, 0, 6, 1, 50);
        assertThat(Crossing.first(A / scale, C / scale, 0, 6, 1, 50 * scale))
                .isCloseTo(crossing * scale, within(1e-13 * crossing * scale));
    }

    @Test
    void strongCurrentsCrossAlmostAtOnce() {
        double i = 1e12;
        double crossing = Crossing.first(A, C, 0, i, 1, 50);
        assertThat(crossing).isCloseTo(1 / (A * i), within(2e-12 / (A * i)));
    }

    /** Returns whether there is a crossing, after checking it against a search. */
    private static boolean check(double a, double c, double v, double i, double level, double horizon) {
        String what = "a " + a + " c " + c + " v " + v + " i " + i + " level " + level + " horizon " + horizon;
        double crossing = Crossing.first(a, c, v, i, level, horizon);
        double expected = BruteForce.firstCrossing(s -> Flow.voltage(a, c, v, i, s), level, horizon, 150);
        double at = BruteForce.maximum(s -> Flow.voltage(a, c, v, i, s), horizon, 150);
        double excess = Flow.voltage(a, c, v, i, at) - level;
        if (Math.abs(excess) < TANGENT) {
            return false;
        }
        if (Double.isNaN(expected)) {
            assertThat(crossing).as(what).isEqualTo(Crossing.NONE);
            return false;
        }
        double slope = a * (Flow.current(c, i, expected) - Flow.voltage(a, c, v, i, expected));
        double rounding = 1e-15 * Math.max(Math.abs(level), Math.max(Math.abs(v), Math.abs(i)));
        assertThat(crossing).as(what).isCloseTo(expected, within(2 * rounding / slope + 4e-16 * expected));
        return true;
    }
}
