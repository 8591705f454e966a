package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables hold what was generated, rounded and sorted, for any size of arrays, threads and parts. */
class CompactBuilderTest {

    private static final int NEURONS = 300;
    private static final double[] POSITION =
            new SplittableRandom(1).doubles(2 * NEURONS).toArray();
    private static final double SPEED = 0.3;

    /** Rows of all lengths from 0 to 150 with multapses, many equal delays in some and weights of every kind. */
    private static final RowGenerator ROWS = (source, row) -> {
        SplittableRandom random = RowGenerators.random(11, source);
        double[] special = {-0.0, 0.0, 1e-42, -1e-45, 1e-60, 0.1, -3.7};
        int size = source % 7 == 0 ? 0 : random.nextInt(151);
        for (int k = 0; k < size; k++) {
            double delay = source % 3 == 0 ? random.nextInt(3) : 2 * random.nextDouble();
            row.add(random.nextInt(NEURONS), special[random.nextInt(special.length)], delay);
        }
    };

    private record Synapse(int target, double weight, double delay) {}

    private static boolean[] all() {
        boolean[] receives = new boolean[NEURONS];
        Arrays.fill(receives, true);
        return receives;
    }

    private static CompactBuilder builder(boolean spatial) {
        CompactBuilder builder = new CompactBuilder(all(), ROWS);
        return spatial ? builder.throughSpace(POSITION, 2, SPEED) : builder;
    }

    private static BuildOptions options(int threads, int parts) {
        return BuildOptions.defaults().withThreads(threads).withParts(parts);
    }

    /** The row as it should be, by way of objects. */
    private static List<Synapse> expected(int source, boolean spatial, NeuronRange targets) {
        List<Synapse> row = new ArrayList<>();
        ROWS.row(source, (target, weight, own) -> {
            double delay = own + (spatial ? ConductionDelay.distance(POSITION, 2, source, target) / SPEED : 0);
            if (targets.contains(target)) {
                row.add(new Synapse(target, (float) weight, (float) delay));
            }
        });
        row.sort(Comparator.comparingDouble(Synapse::delay).thenComparingInt(Synapse::target));
        return row;
    }

    private static List<Synapse> row(Synapses synapses, int source) {
        List<Synapse> row = new ArrayList<>();
        for (int slot = synapses.rowStart(source); slot < synapses.rowEnd(source); slot++) {
            // Records compare doubles by their bits, -0.0 included.
            row.add(new Synapse(
                    synapses.target(source, slot), synapses.weight(source, slot), synapses.delay(source, slot)));
        }
        return row;
    }

    @ParameterizedTest(name = "{0} words, {1} threads, {2} parts, spatial {3}")
    @CsvSource({
        "268435456,1,1,true",
        "268435456,3,1,false",
        "268435456,3,2,true",
        "1,1,1,true",
        "90,3,3,true",
        "1000,2,5,false",
        "1000,1,400,false"
    })
    void holdsWhatWasGenerated(int words, int threads, int parts, boolean spatial) {
        SynapseParts built = builder(spatial).segmentWords(words).build(options(threads, parts));
        assertThat(built.count()).isEqualTo(parts);
        int end = 0;
        long size = 0;
        for (int p = 0; p < parts; p++) {
            NeuronRange targets = built.targets(p);
            assertThat(targets.first()).isEqualTo(end);
            end = targets.end();
            Synapses part = built.part(p);
            assertThat(part.sourceCount()).isEqualTo(NEURONS);
            for (int n = 0; n < NEURONS; n++) {
                List<Synapse> expected = expected(n, spatial, targets);
                assertThat(row(part, n)).isEqualTo(expected);
                size += expected.size();
            }
        }
        assertThat(end).isEqualTo(NEURONS);
        assertThat(built.size()).isEqualTo(size).isPositive();
    }

    @Test
    void arraysHoldWholeRowsAndNothingElse() {
        CompactSynapses synapses = (CompactSynapses)
                builder(true).segmentWords(600).build(options(2, 1)).part(0);
        Set<int[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int n = 0; n < NEURONS; n++) {
            int[] words = synapses.words(n);
            arrays.add(words);
            assertThat(words.length).isLessThanOrEqualTo(600);
            assertThat(3 * synapses.rowEnd(n)).isLessThanOrEqualTo(words.length);
            if (synapses.rowEnd(n) > synapses.rowStart(n)) {
                int slot = synapses.rowStart(n);
                assertThat(CompactSynapses.target(words, slot)).isEqualTo(words[3 * slot]);
                assertThat(CompactSynapses.weight(words, slot)).isEqualTo((float) synapses.weight(n, slot));
                assertThat(CompactSynapses.delay(words, slot)).isEqualTo((float) synapses.delay(n, slot));
            }
        }
        assertThat(arrays).hasSizeGreaterThan(50);
        assertThat(arrays.stream().mapToLong(words -> words.length).sum()).isEqualTo(3 * synapses.size());
    }

    @Test
    void twelveBytesPerSynapse() {
        int neurons = 20_000;
        NeuronRange range = new NeuronRange(0, neurons);
        boolean[] receives = new boolean[neurons];
        Arrays.fill(receives, true);
        RowDistribution one = RowDistribution.constant(1);
        RowGenerator rows = RowGenerators.fixedOutdegree(range, range, 100, one, one, 4);
        SynapseParts parts = new CompactBuilder(receives, rows).build(options(2, 2));
        assertThat(parts.size()).isEqualTo(2_000_000);
        Set<int[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int p = 0; p < 2; p++) {
            for (int n = 0; n < neurons; n++) {
                arrays.add(((CompactSynapses) parts.part(p)).words(n));
            }
            // Outdegrees and indegrees are alike, so both parts are.
            assertThat(parts.part(p).size()).isBetween(999_000L, 1_001_000L);
        }
        assertThat(arrays.stream().mapToLong(words -> 4L * words.length).sum()).isEqualTo(12L * 2_000_000);
    }

    @Test
    void noSynapsesAndNoNeurons() {
        SynapseParts none = new CompactBuilder(all(), (source, row) -> {}).build(options(3, 2));
        assertThat(none.size()).isZero();
        assertThat(none.longestDelay()).isZero();
        assertThat(none.meanGap()).isZero();
        assertThat(none.part(1).rowStart(299)).isEqualTo(none.part(1).rowEnd(299));
        assertThat(new CompactBuilder(new boolean[0], ROWS).build(options(3, 1)).size())
                .isZero();
    }

    @Test
    void negativeZeroIsNoDelayBelowZero() {
        SynapseParts parts = new CompactBuilder(all(), (source, row) -> {
                    row.add(5, 1, 0.0);
                    row.add(4, 1, -0.0);
                    row.add(3, 1, 1e-60);
                })
                .build(options(1, 1));
        assertThat(row(parts.part(0), 0))
                .containsExactly(new Synapse(3, 1, 0.0), new Synapse(4, 1, 0.0), new Synapse(5, 1, 0.0));
    }

    @Test
    void delaysOverAllParts() {
        SynapseParts one = builder(true).build(options(1, 1));
        SynapseParts four = builder(true).build(options(2, 4));
        assertThat(four.longestDelay()).isEqualTo(one.longestDelay()).isGreaterThan(2);
        assertThat(four.meanGap()).isEqualTo(one.meanGap()).isPositive();
        double spread = 0;
        int gaps = 0;
        double longest = 0;
        for (int n = 0; n < NEURONS; n++) {
            List<Synapse> row = expected(n, true, new NeuronRange(0, NEURONS));
            for (int k = 1; k < row.size(); k++) {
                spread += row.get(k).delay - row.get(k - 1).delay;
                gaps++;
            }
            longest = row.stream().mapToDouble(Synapse::delay).reduce(longest, Math::max);
        }
        assertThat(one.longestDelay()).isEqualTo(longest);
        assertThat(one.meanGap()).isCloseTo(spread / gaps, org.assertj.core.api.Assertions.within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void errorsNameSourceAndValue(int threads) {
        assertFails(threads, 300, 1, 1, "row of source 123: target = 300, must be between 0 and 299");
        assertFails(threads, -1, 1, 1, "row of source 123: target = -1, must be between 0 and 299");
        assertFails(threads, 7, 1, 1, "row of source 123: target = 7, which is a spike source");
        assertFails(threads, 8, Double.NaN, 1, "row of source 123: weight = NaN of the synapse to 8, must be finite");
        assertFails(threads, 8, 1e39, 1, "row of source 123: weight = 1.0E39 of the synapse to 8, must be finite");
        assertFails(threads, 8, 1, -0.5, "row of source 123: delay = -0.5 of the synapse to 8, must be finite and");
        assertFails(threads, 8, 1, Double.NaN, "row of source 123: delay = NaN of the synapse to 8");
        assertFails(threads, 8, 1, 1e300, "row of source 123: total delay = 1.0E300 of the synapse to 8");
    }

    private static void assertFails(int threads, int target, double weight, double delay, String message) {
        boolean[] receives = all();
        receives[7] = false;
        CompactBuilder builder = new CompactBuilder(receives, (source, row) -> {
            row.add(1, 1, 1);
            if (source >= 123) {
                row.add(target, weight, delay);
            }
        });
        assertThatThrownBy(() -> builder.build(options(threads, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aGeneratorMustNotChangeItsMind(int what) {
        SplittableRandom shared = new SplittableRandom(1);
        CompactBuilder builder = new CompactBuilder(all(), (source, row) -> {
            for (int k = what == 0 ? shared.nextInt(50) : 0; k < 50; k++) {
                row.add(
                        what == 1 ? shared.nextInt(NEURONS) : k,
                        what == 2 ? shared.nextDouble() : 1,
                        what == 3 ? shared.nextDouble() : 1);
            }
        });
        assertThatThrownBy(() -> builder.build(options(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("row of source 0 had ")
                .hasMessageEndingWith("a generator must give the same row each time");
    }

    @Test
    void optionsAndPositionsAreChecked() {
        assertThatThrownBy(() -> options(0, 1)).hasMessage("threads = 0, must be at least 1");
        assertThatThrownBy(() -> options(1, 0)).hasMessage("parts = 0, must be at least 1");
        assertThatThrownBy(() -> new CompactBuilder(all(), ROWS).throughSpace(POSITION, 3, 1))
                .hasMessage("600 coordinates for 300 neurons in 3 dimensions");
    }

    @Test
    void progressRunsFromZeroToOne() {
        List<Double> reports = new ArrayList<>();
        builder(true).build(options(2, 2).withProgress(reports::add));
        assertThat(reports).isSorted().isNotEmpty().last().isEqualTo(1.0);
    }
}
