package io.github.lightcone.structure.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.prune.Pruner.Scope;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks without some of their synapses, and what is left of them. */
class PrunedNetworksTest {

    private static Network pruned(long seed, PruningCriterion criterion, double density) {
        Network network = ThreeLayers.network(seed);
        Pruner pruner = new Pruner(network, criterion, Scope.TOGETHER, List.of(), new SeededRandom(seed));
        return PrunedNetworks.prune(network, pruner, density);
    }

    @ParameterizedTest
    @EnumSource
    void weightsBecomeZeroAndNothingElseChanges(PruningCriterion criterion) {
        for (long seed = 0; seed < 5; seed++) {
            Parameters before = ThreeLayers.network(seed).parameters();
            Network network = pruned(seed, criterion, 0.4);
            Parameters after = network.parameters();
            int zero = 0;
            for (int s = 0; s < ThreeLayers.SYNAPSES; s++) {
                assertThat(after.weight()[s]).isIn(0.0, before.weight()[s]);
                zero += after.weight()[s] == 0 ? 1 : 0;
            }
            assertThat(zero).isEqualTo(98 - 39);
            assertThat(after.delay()).isEqualTo(before.delay());
            assertThat(after.position()).isEqualTo(before.position());
            for (NeuronParameter parameter : NeuronParameter.values()) {
                assertThat(parameter.of(after)).as(parameter.label()).isEqualTo(parameter.of(before));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.5, 1})
    void withoutThemTheNetworkIsTheSame(double density) {
        for (PruningCriterion criterion : PruningCriterion.values()) {
            Network zero = pruned(6, criterion, density);
            Network left = PrunedNetworks.withoutZeroWeights(zero);
            assertThat(left.synapseCount()).isEqualTo(Density.kept(ThreeLayers.SYNAPSES, density));
            assertThat(left.populations()).isEqualTo(zero.populations());
            assertThat(left.projections().stream().map(Projection::name))
                    .containsExactly("input->hidden", "hidden->hidden", "hidden->output");
            assertThat(left.projections().stream().map(Projection::spatial)).containsExactly(true, true, false);
            assertThat(left.conductionSpeed()).isEqualTo(1.5);
            assertThat(Graph.of(left)).usingRecursiveComparison().isEqualTo(Graph.of(zero));
            assertThat(left.parameters().position()).isEqualTo(zero.parameters().position());
            for (NeuronParameter parameter : NeuronParameter.values()) {
                assertThat(parameter.of(left.parameters()))
                        .as(parameter.label())
                        .isEqualTo(parameter.of(zero.parameters()));
            }
            compareSynapses(left, zero);
        }
    }

    private static void compareSynapses(Network left, Network zero) {
        int next = 0;
        for (int s = 0; s < zero.synapseCount(); s++) {
            if (zero.parameters().weight()[s] != 0) {
                assertThat(left.source(next)).isEqualTo(zero.source(s));
                assertThat(left.target(next)).isEqualTo(zero.target(s));
                assertThat(left.parameters().weight()[next])
                        .isEqualTo(zero.parameters().weight()[s]);
                assertThat(left.parameters().delay()[next])
                        .isEqualTo(zero.parameters().delay()[s]);
                next++;
            }
        }
        assertThat(next).isEqualTo(left.synapseCount());
    }

    /** Left are 0 -> 5 and 1 -> 5 of those with positions and offsets, and 11 -> 14 with a delay of its own. */
    @Test
    void sizeCountsWhatIsLeft() {
        Network network = ThreeLayers.network(1);
        BitSet gone = new BitSet();
        gone.set(0, ThreeLayers.SYNAPSES);
        for (int s = 0; s < ThreeLayers.SYNAPSES; s++) {
            boolean ontoFirstHidden = network.target(s) == 5 && network.source(s) < 2;
            boolean ontoLastOutput = network.source(s) == 11 && network.target(s) == 14;
            gone.set(s, !ontoFirstHidden && !ontoLastOutput);
        }
        NetworkSize size = NetworkSize.of(PrunedNetworks.withZeroWeights(network, gone));
        assertThat(size).isEqualTo(new NetworkSize(15, 10, 98, 3, 3, 6));
        assertThat(size.parameters()).isEqualTo(12);
        assertThat(size.density()).isEqualTo(3 / 98.0);
        assertThat(size)
                .hasToString("3 of 98 synapses, 12 parameters (3 weights, 3 delays, 6 coordinates),"
                        + " 10 of 15 neurons unconnected");
        assertThat(NetworkSize.of(network.withoutSynapses())).isEqualTo(new NetworkSize(15, 15, 0, 0, 0, 0));
        assertThat(NetworkSize.of(network.withoutSynapses()).density()).isEqualTo(1);
    }

    @Test
    void synapsesThatAreNotThereAreRefused() {
        BitSet synapses = new BitSet();
        synapses.set(98);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrunedNetworks.withZeroWeights(ThreeLayers.network(1), synapses))
                .withMessage("synapse 98, there are 98");
    }
}
