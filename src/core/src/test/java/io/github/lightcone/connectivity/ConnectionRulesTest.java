package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Degrees and counts, what is switched off stays off, and chance is fair. */
class ConnectionRulesTest {

    private record Pair(int source, int target) {}

    private static List<Pair> connect(ConnectionRule rule, int sources, int targets, boolean same, long seed) {
        List<Pair> pairs = new ArrayList<>();
        rule.connect(
                Positions.origin(sources, 2),
                Positions.origin(targets, 2),
                same,
                new SplittableRandom(seed),
                (source, target) -> pairs.add(new Pair(source, target)));
        for (Pair pair : pairs) {
            assertThat(pair.source).isBetween(0, sources - 1);
            assertThat(pair.target).isBetween(0, targets - 1);
        }
        return pairs;
    }

    private static long selfConnections(List<Pair> pairs) {
        return pairs.stream().filter(pair -> pair.source == pair.target).count();
    }

    private static int[] degrees(List<Pair> pairs, int size, boolean ofTargets) {
        int[] degrees = new int[size];
        pairs.forEach(pair -> degrees[ofTargets ? pair.target : pair.source]++);
        return degrees;
    }

    @Test
    void allToAll() {
        assertThat(new HashSet<>(connect(ConnectionRules.allToAll(), 4, 7, false, 1)))
                .hasSize(28);
        assertThat(connect(ConnectionRules.allToAll(), 5, 5, true, 1)).hasSize(25);
        List<Pair> others = connect(ConnectionRules.allToAll(false), 5, 5, true, 1);
        assertThat(others).hasSize(20);
        assertThat(selfConnections(others)).isZero();
        // Between two populations there are no self-connections to leave out.
        assertThat(connect(ConnectionRules.allToAll(false), 5, 5, false, 1)).hasSize(25);
    }

    @Test
    void oneToOne() {
        List<Pair> pairs = connect(ConnectionRules.oneToOne(), 6, 6, false, 1);
        assertThat(pairs).hasSize(6);
        assertThat(selfConnections(pairs)).isEqualTo(6);
    }

    @ParameterizedTest(name = "seed {0}, degree {1}, self-connections {2}, multapses {3}")
    @CsvSource({
        "1, 4, true, true",
        "2, 9, false, true",
        "3, 4, true, false",
        "4, 9, false, false",
        "5, 10, true, false",
        "6, 0, false, false",
        "7, 200, true, true",
    })
    void fixedDegrees(long seed, int degree, boolean self, boolean multapses) {
        int size = 10;
        List<Pair> in = connect(ConnectionRules.fixedIndegree(degree, self, multapses), size, size, true, seed);
        assertThat(degrees(in, size, true)).containsOnly(degree);
        List<Pair> out = connect(ConnectionRules.fixedOutdegree(degree, self, multapses), size, size, true, seed);
        assertThat(degrees(out, size, false)).containsOnly(degree);
        for (List<Pair> pairs : List.of(in, out)) {
            if (!self) {
                assertThat(selfConnections(pairs)).isZero();
            }
            if (!multapses) {
                assertThat(new HashSet<>(pairs)).hasSameSizeAs(pairs);
            }
        }
    }

    @Test
    void multapsesAndSelfConnectionsHappenUnlessSwitchedOff() {
        List<Pair> pairs = connect(ConnectionRules.fixedIndegree(50), 10, 10, true, 3);
        assertThat(new HashSet<>(pairs)).hasSizeLessThan(pairs.size());
        assertThat(selfConnections(pairs)).isPositive();
        List<Pair> total = connect(ConnectionRules.fixedTotalNumber(500), 10, 10, true, 3);
        assertThat(total).hasSize(500);
        assertThat(new HashSet<>(total)).hasSizeLessThan(500);
        assertThat(selfConnections(total)).isPositive();
    }

    /** Every source is drawn equally often, within five standard deviations. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void drawsAreUniform(long seed) {
        int sources = 20;
        for (boolean multapses : new boolean[] {true, false}) {
            List<Pair> pairs = connect(ConnectionRules.fixedIndegree(5, true, multapses), sources, 2_000, false, seed);
            assertUniform(degrees(pairs, sources, false));
        }
        List<Pair> total = connect(ConnectionRules.fixedTotalNumber(10_000), sources, sources, false, seed);
        assertUniform(degrees(total, sources, true));
        assertUniform(degrees(total, sources, false));
    }

    private static void assertUniform(int[] degrees) {
        for (int degree : degrees) {
            assertThat(degree).isCloseTo(500, within((int) (5 * Math.sqrt(500))));
        }
    }

    @ParameterizedTest(name = "probability {0}")
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void pairwiseBernoulli(double probability) {
        int size = 150;
        List<Pair> pairs = connect(ConnectionRules.pairwiseBernoulli(probability, false), size, size, true, 5);
        int possible = size * (size - 1);
        double deviation = Math.sqrt(possible * probability * (1 - probability));
        assertThat((double) pairs.size()).isCloseTo(possible * probability, within(5 * deviation));
        assertThat(selfConnections(pairs)).isZero();
        assertThat(new HashSet<>(pairs)).hasSameSizeAs(pairs);
    }

    @Test
    void distanceDependentSeesTheDistance() {
        Positions line = Positions.of(1, 0, 1, 2, 3, 4, 5, 6, 7);
        List<Pair> pairs = new ArrayList<>();
        ConnectionRules.distanceDependent(distance -> distance <= 2 ? 1.5 : -0.5, false)
                .connect(line, line, true, new SplittableRandom(1), (i, j) -> pairs.add(new Pair(i, j)));
        assertThat(pairs).allMatch(pair -> Math.abs(pair.source - pair.target) <= 2);
        assertThat(pairs).hasSize(2 * 7 + 2 * 6);
    }

    @Test
    void sameSeedSamePairs() {
        for (ConnectionRule rule : List.of(
                ConnectionRules.fixedIndegree(3),
                ConnectionRules.fixedOutdegree(3, false, false),
                ConnectionRules.fixedTotalNumber(30),
                ConnectionRules.pairwiseBernoulli(0.3))) {
            assertThat(connect(rule, 10, 10, true, 9)).isEqualTo(connect(rule, 10, 10, true, 9));
            assertThat(connect(rule, 10, 10, true, 9)).isNotEqualTo(connect(rule, 10, 10, true, 10));
        }
    }

    @Test
    void complaints() {
        assertComplaint("indegree = -1, must be at least 0", () -> ConnectionRules.fixedIndegree(-1));
        assertComplaint("outdegree = -2, must be at least 0", () -> ConnectionRules.fixedOutdegree(-2));
        assertComplaint("total = -3, must be at least 0", () -> ConnectionRules.fixedTotalNumber(-3));
        for (double probability : new double[] {-0.1, 1.1, Double.NaN}) {
            assertComplaint(
                    "probability = " + probability + ", must be between 0 and 1",
                    () -> ConnectionRules.pairwiseBernoulli(probability));
        }
        assertComplaint(
                "cannot draw 10 of 9 neurons without multapses",
                () -> connect(ConnectionRules.fixedIndegree(10, false, false), 10, 10, true, 1));
        assertComplaint(
                "cannot draw 1 of 0 neurons",
                () -> connect(ConnectionRules.fixedOutdegree(1, false, true), 1, 1, true, 1));
    }

    private static void assertComplaint(String message, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
