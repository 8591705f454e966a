package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.connectivity.RowDistribution;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.connectivity.RowGenerators;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A compact network has the rows of the same network in doubles, rounded, and says what it cannot do. */
class CompactNetworkTest {

    private record Synapse(int target, double weight, double delay) {}

    private static List<Synapse> row(Synapses rows, int source) {
        List<Synapse> row = new ArrayList<>();
        for (int slot = rows.rowStart(source); slot < rows.rowEnd(source); slot++) {
            row.add(new Synapse(
                    rows.target(source, slot), (float) rows.weight(source, slot), (float) rows.delay(source, slot)));
        }
        return row;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void sameRowsAfterRounding(long seed) {
        Network network = RandomNetworks.trial(seed, 3).network();
        CompiledNetwork doubles = CompiledNetwork.of(network);
        CompiledNetwork compact = CompiledNetwork.compact(network);
        assertThat(compact.isCompact()).isTrue();
        assertThat(doubles.isCompact()).isFalse();
        assertThat(doubles.rows()).isSameAs(doubles.synapses());
        assertThat(compact.synapseCount()).isEqualTo(doubles.synapseCount()).isEqualTo(network.synapseCount());
        for (int n = 0; n < network.neuronCount(); n++) {
            // Delays that differ by less than rounding might change places; there are none in these.
            assertThat(row(compact.rows(), n)).isEqualTo(row(doubles.rows(), n));
            assertThat(compact.isSource(n)).isEqualTo(doubles.isSource(n));
            assertThat(compact.isSpiking(n)).isEqualTo(doubles.isSpiking(n));
        }
        assertThat(compact.membraneRate()).isEqualTo(doubles.membraneRate());
        assertThat(compact.longestDelay()).isEqualTo((float) doubles.longestDelay());
        assertThat(compact.meanGap())
                .isCloseTo(doubles.meanGap(), org.assertj.core.data.Percentage.withPercentage(1e-4));
    }

    @Test
    void onlyNeuronsAreKept() {
        Network network = RandomNetworks.trial(1, 2).network();
        CompiledNetwork compact = CompiledNetwork.compact(network);
        assertThat(compact.network().synapseCount()).isZero();
        assertThat(compact.network().projections()).isEmpty();
        assertThat(compact.network().populations()).isEqualTo(network.populations());
        Parameters kept = compact.parameters();
        assertThat(kept.weight()).isEmpty();
        assertThat(kept.delay()).isEmpty();
        assertThat(kept.position()).isEqualTo(network.parameters().position());
        assertThat(kept.bias()).isEqualTo(network.parameters().bias());
        assertThat(kept.conductionSpeed()).isEqualTo(network.conductionSpeed());
    }

    @Test
    void whatACompactNetworkCannotDo() {
        CompiledNetwork compact = CompiledNetwork.compact(
                RandomNetworks.trial(1, 2).network(), BuildOptions.defaults().withParts(2));
        String advice = "compile it with CompiledNetwork.of(network)";
        assertThatThrownBy(compact::synapses)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(advice);
        assertThatThrownBy(compact::delayFactors)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(advice);
        assertThatThrownBy(() -> compact.totalDelay(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(advice);
        assertThatThrownBy(() -> compact.update(compact.parameters()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a compact network cannot be updated")
                .hasMessageEndingWith(advice);
        assertThat(compact.partCount()).isEqualTo(2);
        assertThat(compact.parts(2).count()).isEqualTo(2);
        assertThatThrownBy(compact::rows)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the network was compiled in 2 parts, not in 1; compile it with BuildOptions.withParts(1)");
    }

    @Test
    void partsOfDoubles() {
        CompiledNetwork doubles = CompiledNetwork.of(RandomNetworks.trial(2, 2).network());
        assertThat(doubles.partCount()).isEqualTo(1);
        assertThat(doubles.parts(3).size()).isEqualTo(doubles.synapseCount());
        assertThatThrownBy(() -> doubles.parts(0)).hasMessage("parts = 0, must be at least 1");
    }

    @Test
    void aWeightBeyondFloats() {
        Network network = Network.inDimensions(1)
                .population("pair", Lif.of(20, 5), 2)
                .synapses("pair", "pair", false, new int[] {1}, new int[] {0}, new double[] {-1e39}, null)
                .build();
        assertThatThrownBy(() -> CompiledNetwork.compact(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row of source 1: weight = -1.0E39 of the synapse to 0, must be finite as a float");
    }

    @Test
    void generatedSynapsesAreThoseOfTheirDescription() {
        int size = 200;
        Network neurons = Network.inDimensions(3)
                .conductionSpeed(0.3)
                .population("input", new SpikeSource(), 10)
                .population("cells", Lif.of(20, 5), Positions.uniform(size, 3, 0, 1, new SplittableRandom(1)))
                .build();
        NeuronRange input = neurons.population("input").neurons();
        NeuronRange cells = neurons.population("cells").neurons();
        RowDistribution delay = (source, random) -> random.nextDouble();
        RowGenerator rows = RowGenerators.fixedOutdegree(input, cells, 50, delay, delay, 1)
                .and(RowGenerators.pairwiseBernoulli(cells, cells, 0.1, false, delay, delay, 2));
        CompiledNetwork generated = CompiledNetwork.compact(neurons, rows, true, BuildOptions.defaults());

        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        for (int n = cells.first(); n < cells.end(); n++) {
            int source = n;
            rows.row(n, (target, weight, ownDelay) -> {
                from.add(source - cells.first());
                to.add(target - cells.first());
                weights.add(weight);
                own.add(ownDelay);
            });
        }
        Network described = Network.inDimensions(3)
                .conductionSpeed(0.3)
                .population("input", new SpikeSource(), 10)
                .population("cells", Lif.of(20, 5), Positions.uniform(size, 3, 0, 1, new SplittableRandom(1)))
                .synapses("cells", "cells", true, ints(from), ints(to), doubles(weights), doubles(own))
                .build();
        CompiledNetwork compact = CompiledNetwork.compact(described);
        for (int n = cells.first(); n < cells.end(); n++) {
            assertThat(row(generated.rows(), n))
                    .isEqualTo(row(compact.rows(), n))
                    .isNotEmpty();
        }
        assertThat(row(generated.rows(), 3)).hasSize(50);
        assertThatThrownBy(() -> CompiledNetwork.compact(described, rows, true, BuildOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("pass network.withoutSynapses()");
        assertThatThrownBy(() -> CompiledNetwork.compact(
                        neurons, (source, row) -> row.add(3, 1, 1), true, BuildOptions.defaults()))
                .hasMessage("row of source 0: target = 3, which is a spike source and cannot receive synapses");
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(k -> k).toArray();
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(x -> x).toArray();
    }

    @Test
    void doublesAreTheSameForAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(3);
        int size = 400;
        Network network = Network.inDimensions(2)
                .population("cells", Lif.of(20, 5), Positions.uniform(size, 2, 0, 1, random))
                .connect(
                        "cells",
                        "cells",
                        io.github.lightcone.connectivity.ConnectionRules.fixedOutdegree(100),
                        Distribution.normal(0, 1),
                        Delays.spatial(),
                        random)
                .build();
        List<Double> reports = new ArrayList<>();
        CompiledNetwork one = CompiledNetwork.of(network, 1, Progress.none());
        CompiledNetwork three = CompiledNetwork.of(network, 3, reports::add);
        assertThat(reports).isSorted().last().isEqualTo(1.0);
        assertSame(one.synapses(), three.synapses());
        Parameters moved = network.parameters();
        for (int i = 0; i < moved.position().length; i++) {
            moved.position()[i] *= 1 + 0.01 * random.nextDouble();
        }
        one.update(moved);
        three.update(moved);
        assertSame(one.synapses(), three.synapses());
        assertSame(one.synapses(), CompiledNetwork.of(network.with(moved)).synapses());
        assertThat(three.meanGap()).isEqualTo(one.meanGap());
        assertThatThrownBy(() -> CompiledNetwork.of(network, 0, Progress.none()))
                .hasMessageContaining("threads = 0");

        moved.position()[4] = Double.MAX_VALUE;
        double before = three.totalDelay(7);
        assertThatThrownBy(() -> three.update(moved)).hasMessageContaining("distance / conductionSpeed = Infinity");
        assertThat(three.totalDelay(7)).isEqualTo(before);
    }

    private static void assertSame(SynapseTable a, SynapseTable b) {
        assertThat(a.synapse()).isEqualTo(b.synapse());
        assertThat(a.target()).isEqualTo(b.target());
        assertThat(a.weight()).isEqualTo(b.weight());
        assertThat(a.delay()).isEqualTo(b.delay());
    }
}
