package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.learning.parameter.DistanceWeights;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.parameter.SpatialRule;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pruned synapse is as good as none: the gradients of all others are those of a network built without it. */
class MaskedGradientTest {

    private final Network network = SmallTask.network(6, 3);
    private final EventDataset data = SmallTask.data(20, 4);

    private static SynapseMask mask(Network network, long seed) {
        SynapseMask mask = new SynapseMask(network.synapseCount());
        SeededRandom random = new SeededRandom(seed);
        for (int s = 0; s < network.synapseCount(); s++) {
            if (random.nextDouble() < 0.4) {
                mask.prune(s);
            }
        }
        return mask;
    }

    private Gradients gradient(TrainableNetwork trainable) {
        Network now = trainable.network();
        Worker worker = new Worker(
                CompiledNetwork.of(now),
                Objective.of(SmallTask.loss(now)),
                SmallTask.END,
                true,
                new OutputLift(now, new IncomingSynapses(now), trainable.mask(), 1),
                Double.NaN);
        Gradients sum = new Gradients(now);
        Outcomes outcomes = new Outcomes(data.size());
        for (int example = 0; example < data.size(); example++) {
            worker.train(data.input(example), data.label(example), outcomes, example, sum);
        }
        trainable.chain(sum);
        return sum;
    }

    private static Network without(Network network, SynapseMask mask) {
        NetworkBuilder builder = Network.inDimensions(2).conductionSpeed(network.conductionSpeed());
        for (Population population : network.populations()) {
            double[] positions = Arrays.copyOfRange(
                    network.parameters().position(), 2 * population.firstNeuron(), 2 * population.endNeuron());
            builder.population(population.name(), population.model(), Positions.of(2, positions));
        }
        for (Projection projection : network.projections()) {
            int[] kept = kept(projection, mask);
            builder.synapses(
                    projection.source().name(),
                    projection.target().name(),
                    projection.spatial(),
                    IntStream.of(kept)
                            .map(s -> network.source(s) - projection.source().firstNeuron())
                            .toArray(),
                    IntStream.of(kept)
                            .map(s -> network.target(s) - projection.target().firstNeuron())
                            .toArray(),
                    IntStream.of(kept)
                            .mapToDouble(s -> network.parameters().weight()[s])
                            .toArray(),
                    IntStream.of(kept)
                            .mapToDouble(s -> network.parameters().delay()[s])
                            .toArray());
        }
        return builder.build();
    }

    private static int[] kept(Projection projection, SynapseMask mask) {
        return IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .filter(s -> !mask.isPruned(s))
                .toArray();
    }

    private static TrainableNetwork trainable(Network network, boolean fromPositions) {
        if (!fromPositions) {
            return TrainableNetwork.of(network);
        }
        SpatialRule rule = new DistanceWeights(
                network, network.projections().get(0), DistanceKernel.inverse(), 30, 1, new double[] {
                    1, 1.5, 0.8, 2, 1.2
                });
        return new TrainableNetwork(network, List.of(rule), List.of(rule.numbers()));
    }

    /** Sums of the same terms in another order: some hundred roundings of the largest. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true"})
    void gradientsAreThoseOfANetworkWithoutThem(long seed, boolean fromPositions) {
        SynapseMask mask = mask(network, seed);
        TrainableNetwork masked = trainable(network, fromPositions);
        masked.mask(mask);
        TrainableNetwork sparse = trainable(without(network, mask), fromPositions);
        Gradients withMask = gradient(masked);
        Gradients expected = gradient(sparse);

        int[] kept =
                IntStream.range(0, mask.size()).filter(s -> !mask.isPruned(s)).toArray();
        assertThat(kept.length).isBetween(20, 60);
        for (ParameterGroup group : ParameterGroup.values()) {
            double[] all = group.of(withMask);
            boolean ofSynapses = group == ParameterGroup.WEIGHTS || group == ParameterGroup.DELAYS;
            double[] others =
                    ofSynapses ? IntStream.of(kept).mapToDouble(s -> all[s]).toArray() : all;
            compare(group.label(), others, group.of(expected));
        }
        for (int s = mask.nextPruned(0); s >= 0; s = mask.nextPruned(s + 1)) {
            assertThat(withMask.weight()[s]).isZero();
            assertThat(withMask.delay()[s]).isZero();
        }
        for (int k = 0; k < masked.learnables().size(); k++) {
            compareNumbers(masked, withMask, sparse, expected, k);
        }
    }

    private static void compareNumbers(
            TrainableNetwork masked, Gradients withMask, TrainableNetwork sparse, Gradients expected, int k) {
        Learnable numbers = masked.learnables().get(k);
        double[] first = new double[numbers.values().length];
        double[] second = new double[first.length];
        numbers.gather(masked.parameters(), withMask, first);
        sparse.learnables().get(k).gather(sparse.parameters(), expected, second);
        compare(numbers.name(), first, second);
    }

    private static void compare(String what, double[] actual, double[] expected) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(scale).as("%s has a gradient", what).isPositive();
        assertThat(actual).as(what).containsExactly(expected, within(1e-11 * scale));
    }
}
