package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated rows depend on seed and source only, and have the distribution their name promises. */
class RowGeneratorsTest {

    private static final NeuronRange SOURCES = new NeuronRange(2, 302);
    private static final NeuronRange TARGETS = new NeuronRange(100, 140);
    private static final RowDistribution WEIGHT = (source, random) -> source + random.nextDouble();
    private static final RowDistribution DELAY = (source, random) -> random.nextDouble();

    private record Synapse(int target, double weight, double delay) {}

    private static List<Synapse> row(RowGenerator rows, int source) {
        List<Synapse> row = new ArrayList<>();
        rows.row(source, (target, weight, delay) -> row.add(new Synapse(target, weight, delay)));
        return row;
    }

    private static int[] targets(RowGenerator rows, int source) {
        return row(rows, source).stream().mapToInt(Synapse::target).toArray();
    }

    static Stream<RowGenerator> all() {
        return Stream.of(
                RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, WEIGHT, DELAY, 5),
                RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, false, true, WEIGHT, DELAY, 5),
                RowGenerators.fixedOutdegree(SOURCES, TARGETS, 39, false, false, WEIGHT, DELAY, 5),
                RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 0.3, true, WEIGHT, DELAY, 5),
                RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 1, false, WEIGHT, DELAY, 5));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameRowHoweverOftenAndInWhateverOrder(RowGenerator rows) {
        List<Synapse> first = row(rows, 7);
        List<Synapse> other = row(rows, 8);
        assertThat(first).isNotEmpty().isNotEqualTo(other);
        assertThat(row(rows, 8)).isEqualTo(other);
        assertThat(row(rows, 7)).isEqualTo(first);
        assertThat(first).allMatch(synapse -> TARGETS.contains(synapse.target) && (int) synapse.weight == 7);
        assertThat(row(rows, 1)).isEmpty();
        assertThat(row(rows, 302)).isEmpty();
    }

    @Test
    void theSeedDecides() {
        assertThat(row(RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, WEIGHT, DELAY, 5), 9))
                .isNotEqualTo(row(RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, WEIGHT, DELAY, 6), 9));
        // Neighbouring seeds and sources do not stand for one another.
        assertThat(targets(RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, WEIGHT, DELAY, 5), 9))
                .isNotEqualTo(targets(RowGenerators.fixedOutdegree(SOURCES, TARGETS, 30, WEIGHT, DELAY, 6), 8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void selfConnectionsAndMultapses(boolean allowed) {
        RowGenerator rows = RowGenerators.fixedOutdegree(TARGETS, TARGETS, 39, allowed, allowed, WEIGHT, DELAY, 3);
        boolean self = false;
        boolean multapses = false;
        for (int source = TARGETS.first(); source < TARGETS.end(); source++) {
            int from = source;
            int[] targets = targets(rows, source);
            assertThat(targets).hasSize(39);
            self |= Stream.of(targets)
                    .anyMatch(row -> java.util.Arrays.stream(row).anyMatch(to -> to == from));
            multapses |= java.util.Arrays.stream(targets).distinct().count() < 39;
        }
        assertThat(self).isEqualTo(allowed);
        assertThat(multapses).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyTargetIsEquallyLikely(int kind) {
        RowGenerator rows = switch (kind) {
            case 0 -> RowGenerators.fixedOutdegree(new NeuronRange(0, 20_000), TARGETS, 8, WEIGHT, DELAY, 1);
            case 1 ->
                RowGenerators.fixedOutdegree(new NeuronRange(0, 20_000), TARGETS, 8, false, false, WEIGHT, DELAY, 1);
            case 2 -> RowGenerators.pairwiseBernoulli(new NeuronRange(0, 20_000), TARGETS, 0.2, true, WEIGHT, DELAY, 1);
            case 3 ->
                RowGenerators.pairwiseBernoulli(new NeuronRange(0, 20_000), TARGETS, 0.2, false, WEIGHT, DELAY, 2);
            default ->
                RowGenerators.pairwiseBernoulli(
                                new NeuronRange(0, 20_000), new NeuronRange(100, 120), 0.2, true, WEIGHT, DELAY, 3)
                        .and(RowGenerators.pairwiseBernoulli(
                                new NeuronRange(0, 20_000), new NeuronRange(120, 140), 0.2, true, WEIGHT, DELAY, 4));
        };
        int[] count = new int[TARGETS.end()];
        for (int source = 0; source < 20_000; source++) {
            for (int target : targets(rows, source)) {
                count[target]++;
            }
        }
        // 20,000 draws at 0.2: mean 4000, deviation below 64; five deviations.
        for (int target = TARGETS.first(); target < TARGETS.end(); target++) {
            assertThat(count[target]).isCloseTo(4_000, within(320));
        }
    }

    @Test
    void probabilitiesOfNothingAndEverything() {
        assertThat(row(RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 0, true, WEIGHT, DELAY, 1), 110))
                .isEmpty();
        assertThat(row(RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 1e-300, true, WEIGHT, DELAY, 1), 110))
                .isEmpty();
        assertThat(targets(RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 1, true, WEIGHT, DELAY, 1), 110))
                .hasSize(40)
                .startsWith(100, 101)
                .endsWith(139);
        assertThat(targets(RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, 1, false, WEIGHT, DELAY, 1), 110))
                .hasSize(39)
                .doesNotContain(110);
        NeuronRange none = new NeuronRange(3, 3);
        assertThat(row(RowGenerators.pairwiseBernoulli(SOURCES, none, 1, true, WEIGHT, DELAY, 1), 110))
                .isEmpty();
    }

    @Test
    void errors() {
        assertThatThrownBy(() -> RowGenerators.fixedOutdegree(SOURCES, TARGETS, -1, WEIGHT, DELAY, 1))
                .hasMessage("outdegree = -1, must be at least 0");
        assertThatThrownBy(() -> RowGenerators.fixedOutdegree(SOURCES, TARGETS, 40, false, false, WEIGHT, DELAY, 1))
                .hasMessage("cannot draw 40 of 39 neurons without multapses");
        assertThatThrownBy(() -> RowGenerators.fixedOutdegree(SOURCES, new NeuronRange(5, 5), 1, WEIGHT, DELAY, 1))
                .hasMessage("cannot draw 1 of 0 neurons");
        assertThatThrownBy(() -> RowGenerators.pairwiseBernoulli(SOURCES, TARGETS, Double.NaN, true, WEIGHT, DELAY, 1))
                .hasMessage("probability = NaN, must be between 0 and 1");
        assertThatThrownBy(() -> new NeuronRange(4, 3)).hasMessageContaining("from 4 to 3");
    }
}
