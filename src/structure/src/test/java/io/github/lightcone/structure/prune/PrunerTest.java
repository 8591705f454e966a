package io.github.lightcone.structure.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.prune.Pruner.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly the promised number goes, and exactly those that the criterion names. */
class PrunerTest {

    private static final double[] DENSITIES = {0, 0.01, 0.1, 0.29, 1.0 / 3, 0.5, 0.75, 0.99, 1};
    private static final int SEEDS = 10;

    private static Pruner pruner(Network network, PruningCriterion criterion, Scope scope, String... names) {
        return new Pruner(network, criterion, scope, List.of(names), new SeededRandom(3));
    }

    private static List<Integer> synapses(Projection projection) {
        return IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void thePromisedNumberStays(PruningCriterion criterion) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = ThreeLayers.network(seed);
            Parameters parameters = network.parameters();
            for (double density : DENSITIES) {
                Pruner together = pruner(network, criterion, Scope.TOGETHER);
                BitSet gone = together.choose(parameters, density);
                assertThat(gone.cardinality())
                        .as("seed %d, density %s", seed, density)
                        .isEqualTo(ThreeLayers.SYNAPSES - Math.round(density * ThreeLayers.SYNAPSES));
                assertThat(together.kept(density)).isEqualTo(ThreeLayers.SYNAPSES - gone.cardinality());

                BitSet each = pruner(network, criterion, Scope.EACH_PROJECTION).choose(parameters, density);
                for (Projection projection : network.projections()) {
                    BitSet inside = each.get(projection.firstSynapse(), projection.endSynapse());
                    assertThat(inside.cardinality())
                            .as("seed %d, density %s, %s", seed, density, projection.name())
                            .isEqualTo(projection.size() - Density.kept(projection.size(), density));
                }

                BitSet some = pruner(network, criterion, Scope.TOGETHER, "hidden->output", "input->hidden")
                        .choose(parameters, density);
                assertThat(some.get(35, 35 + 42).isEmpty()).isTrue();
                assertThat(some.cardinality()).isEqualTo(56 - Density.kept(56, density));
            }
        }
    }

    @Test
    void theLongestAreTheLongest() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = ThreeLayers.network(seed);
            double[] p = network.parameters().position();
            compare(
                    network,
                    PruningCriterion.LONGEST,
                    Comparator.comparingDouble(s -> -Math.sqrt(square(p, network, s, 0) + square(p, network, s, 1))));
        }
    }

    private static double square(double[] p, Network network, int synapse, int axis) {
        double difference = p[2 * network.source(synapse) + axis] - p[2 * network.target(synapse) + axis];
        return difference * difference;
    }

    @Test
    void theSlowestAreTheSlowest() {
        Network network = Network.inDimensions(1)
                .conductionSpeed(2)
                .population("a", new SpikeSource(), Positions.of(1, 0))
                .population("b", Lif.of(20, 5), Positions.of(1, 4, 10))
                .synapses("a", "b", true, new int[] {0, 0}, new int[] {0, 1}, new double[] {1, 1}, new double[] {4, 0})
                .synapses(
                        "b", "b", false, new int[] {0, 1}, new int[] {1, 0}, new double[] {1, 1}, new double[] {5.5, 1})
                .build();
        // Total delays: 2 + 4, 5 + 0, 5.5, 1.
        int[] order = {0, 2, 1, 3};
        for (int gone = 0; gone <= order.length; gone++) {
            BitSet expected = new BitSet();
            IntStream.of(order).limit(gone).forEach(expected::set);
            assertThat(pruner(network, PruningCriterion.SLOWEST, Scope.TOGETHER)
                            .choose(network.parameters(), 1 - gone / 4.0))
                    .isEqualTo(expected);
        }
    }

    @Test
    void theSmallestAreTheSmallest() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = ThreeLayers.network(seed);
            double[] weight = network.parameters().weight();
            compare(network, PruningCriterion.SMALLEST, Comparator.comparingDouble(s -> Math.abs(weight[s])));
        }
    }

    /** Compares with a stable sort of all synapses. */
    private static void compare(Network network, PruningCriterion criterion, Comparator<Integer> order) {
        for (double density : DENSITIES) {
            BitSet together = new BitSet();
            BitSet each = new BitSet();
            List<Integer> all = new ArrayList<>();
            for (Projection projection : network.projections()) {
                all.addAll(synapses(projection));
                leaving(synapses(projection), order, density).forEach(each::set);
            }
            leaving(all, order, density).forEach(together::set);
            Parameters parameters = network.parameters();
            assertThat(pruner(network, criterion, Scope.TOGETHER).choose(parameters, density))
                    .isEqualTo(together);
            assertThat(pruner(network, criterion, Scope.EACH_PROJECTION).choose(parameters, density))
                    .isEqualTo(each);
        }
    }

    private static List<Integer> leaving(List<Integer> synapses, Comparator<Integer> order, double density) {
        return synapses.stream()
                .sorted(order)
                .limit(synapses.size() - Density.kept(synapses.size(), density))
                .toList();
    }

    @Test
    void ofEqualsTheLowerNumberGoesFirst() {
        Network network = ThreeLayers.network(1);
        Parameters parameters = network.parameters();
        for (int s = 0; s < ThreeLayers.SYNAPSES; s++) {
            parameters.weight()[s] = s % 3 == 0 ? -2 : s % 2 == 0 ? 0.0 : -0.0;
        }
        Network tied = network.with(parameters);
        compare(
                tied,
                PruningCriterion.SMALLEST,
                Comparator.comparingDouble(s -> Math.abs(parameters.weight()[s])));
        BitSet gone = pruner(tied, PruningCriterion.SMALLEST, Scope.TOGETHER).choose(parameters, 95.0 / 98);
        assertThat(gone.stream()).containsExactly(1, 2, 4);
    }

    @Test
    void theLongestFollowPositions() {
        Network network = ThreeLayers.network(2);
        Pruner pruner = pruner(network, PruningCriterion.LONGEST, Scope.TOGETHER);
        Parameters parameters = network.parameters();
        BitSet before = pruner.choose(parameters, 0.8);
        parameters.position()[0] += 100;
        assertThat(pruner.choose(parameters, 91.0 / 98))
                .isNotEqualTo(before)
                .satisfies(gone -> assertThat(gone.stream())
                        .allMatch(s -> network.source(s) == 0)
                        .hasSize(7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomOnesAreDrawnOnceAndNested(long seed) {
        Network network = ThreeLayers.network(4);
        Parameters parameters = network.parameters();
        Pruner pruner = new Pruner(network, PruningCriterion.RANDOM, Scope.TOGETHER, List.of(), new SeededRandom(seed));
        Pruner again = new Pruner(network, PruningCriterion.RANDOM, Scope.TOGETHER, List.of(), new SeededRandom(seed));
        BitSet smaller = new BitSet();
        for (double density = 1; density > 0; density -= 0.1) {
            BitSet gone = pruner.choose(parameters, density);
            assertThat(again.choose(parameters, density)).isEqualTo(gone);
            BitSet missing = (BitSet) smaller.clone();
            missing.andNot(gone);
            assertThat(missing.isEmpty()).isTrue();
            smaller = gone;
        }
        Pruner other =
                new Pruner(network, PruningCriterion.RANDOM, Scope.TOGETHER, List.of(), new SeededRandom(seed + 9));
        assertThat(other.choose(parameters, 0.5)).isNotEqualTo(pruner.choose(parameters, 0.5));
    }

    /** 2000 draws of half of 98 synapses: each goes 1000 times, with a deviation of 22.4. */
    @Test
    void randomOnesGoWithTheSameProbability() {
        Network network = ThreeLayers.network(4);
        Parameters parameters = network.parameters();
        int[] gone = new int[ThreeLayers.SYNAPSES];
        for (long seed = 0; seed < 2000; seed++) {
            new Pruner(network, PruningCriterion.RANDOM, Scope.TOGETHER, List.of(), new SeededRandom(seed))
                    .choose(parameters, 0.5).stream().forEach(s -> gone[s]++);
        }
        assertThat(IntStream.of(gone)).allMatch(count -> Math.abs(count - 1000) < 5 * 22.4);
    }

    @Test
    void aProjectionThatIsNotThereIsNamed() {
        Network network = ThreeLayers.network(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner(network, PruningCriterion.LONGEST, Scope.TOGETHER, "a->b"))
                .withMessage("no projection 'a->b' to prune; there are"
                        + " [input->hidden, hidden->hidden, hidden->output]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PruningCriterion.named("shortest"))
                .withMessage("synapses cannot be pruned by 'shortest'; there are [longest, slowest, smallest, random]");
    }
}
