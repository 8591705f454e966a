package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for everything that can be learned and every spatial rule, alone and together: simulation, adjoint,
 * chain rule and gathering give the derivative of the loss with respect to each value. One line here is the whole
 * test of a new one.
 *
 * <p>The oracle are extrapolated central differences of whole runs, value by value. Where their steps do not agree
 * among themselves to 1e-8 they say nothing, and that may be so for one value in twenty.
 */
class LearnableContractTest {

    /** Largest error, relative or, below 1, absolute: what differences in double precision resolve. */
    private static final double TOLERANCE = 5e-9;

    private static final double TRUSTED = 1e-8;

    /** Every derivative of a learnable is compared, but of a long one only so many, evenly spread. */
    private static final int MOST_COMPARED = 8;

    private record Case(String name, boolean spatial, Function<Network, TrainableNetwork> trainable) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>(List.of(
                new Case("weights and free delays", false, network -> delays(network, Learnables.Sharing.NONE)),
                new Case("axonal delays", false, network -> delays(network, Learnables.Sharing.BY_SOURCE)),
                new Case("dendritic delays", false, network -> delays(network, Learnables.Sharing.BY_TARGET)),
                new Case("one delay for all", false, network -> delays(network, Learnables.Sharing.ALL)),
                new Case("neurons", false, network -> neurons(network, false)),
                new Case("neurons, shared", false, network -> neurons(network, true)),
                new Case("positions, speed and offsets", true, LearnableContractTest::positionsSpeedAndOffsets),
                new Case("layer distances", true, LearnableContractTest::layerDistances),
                new Case("speeds of projections", false, network -> ownSpeeds(network, false)),
                new Case("speeds of axons", false, network -> ownSpeeds(network, true))));
        for (DistanceKernel.Shape shape : DistanceKernel.Shape.values()) {
            cases.add(new Case(
                    "weights by " + shape + " and conduction delays", true, network -> weights(network, shape)));
        }
        cases.add(new Case("weights by distance and speeds of axons", false, LearnableContractTest::bothRules));
        return cases;
    }

    private static TrainableNetwork delays(Network network, Learnables.Sharing sharing) {
        List<Learnable> all = new ArrayList<>();
        for (Projection projection : network.projections()) {
            all.add(Learnables.weights(network, projection));
            all.add(Learnables.delays(network, projection, sharing));
        }
        return new TrainableNetwork(network, List.of(), all);
    }

    private static TrainableNetwork neurons(Network network, boolean shared) {
        List<Learnable> all = new ArrayList<>();
        for (Population population : network.populations()) {
            if (population.kind().hasState()) {
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.BIAS, shared));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_MEM, shared));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_SYN, shared));
            }
            if (population.kind() == NeuronKind.LIF) {
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.THRESHOLD, shared));
            }
        }
        return new TrainableNetwork(network, List.of(), all);
    }

    /** Inputs move along the last axis alone, hidden neurons along all but that, outputs along all. */
    private static List<Learnable> positions(Network network) {
        int dimensions = network.dimensions();
        int[] all = new int[dimensions];
        int[] butLast = new int[Math.max(1, dimensions - 1)];
        for (int axis = 0; axis < dimensions; axis++) {
            all[axis] = dimensions - 1 - axis;
        }
        for (int axis = 0; axis < butLast.length; axis++) {
            butLast[axis] = axis;
        }
        return List.of(
                Learnables.positions(network, network.population("input"), dimensions - 1),
                Learnables.positions(network, network.population("hidden"), butLast),
                Learnables.positions(network, network.population("output"), all));
    }

    private static TrainableNetwork positionsSpeedAndOffsets(Network network) {
        List<Learnable> all = new ArrayList<>(positions(network));
        all.add(Learnables.speed(network));
        for (Projection projection : network.projections()) {
            all.add(Learnables.delays(network, projection, Learnables.Sharing.BY_SOURCE));
        }
        return new TrainableNetwork(network, List.of(), all);
    }

    private static TrainableNetwork layerDistances(Network network) {
        LayerDistances distances = new LayerDistances(network, network.populations(), network.dimensions() - 1);
        distances.values()[0] = 0.8;
        distances.values()[1] = 1.3;
        return new TrainableNetwork(network, List.of(), List.of(distances, Learnables.speed(network)));
    }

    private static TrainableNetwork ownSpeeds(Network network, boolean perSource) {
        List<SpatialRule> rules = new ArrayList<>();
        List<Learnable> all = new ArrayList<>(positions(network));
        for (Projection projection : network.projections()) {
            OwnSpeed rule = new OwnSpeed(network, projection, 0.5 * Math.sqrt(network.dimensions()), perSource);
            spread(rule.numbers().values(), 0.9, 1.2, projection);
            rules.add(rule);
            all.add(rule.numbers());
        }
        return new TrainableNetwork(network, rules, all);
    }

    /** Multiplies values by different factors. */
    private static void spread(double[] values, double least, double most, Projection projection) {
        SplittableRandom random = new SplittableRandom(projection.firstSynapse());
        for (int i = 0; i < values.length; i++) {
            values[i] *= random.nextDouble(least, most);
        }
    }

    private static TrainableNetwork weights(Network network, DistanceKernel.Shape shape) {
        List<Learnable> all = new ArrayList<>(positions(network));
        all.add(Learnables.speed(network));
        return new TrainableNetwork(network, weightRules(network, shape, all), all);
    }

    private static TrainableNetwork bothRules(Network network) {
        List<Learnable> all = new ArrayList<>(positions(network));
        List<SpatialRule> rules = new ArrayList<>(weightRules(network, DistanceKernel.Shape.EXPONENTIAL, all));
        for (Projection projection : network.projections()) {
            OwnSpeed rule = new OwnSpeed(network, projection, 0.7 * Math.sqrt(network.dimensions()), true);
            rules.add(rule);
            all.add(rule.numbers());
        }
        return new TrainableNetwork(network, rules, all);
    }

    /** Excitation forward, some inhibition among hidden neurons, of about the weights of the network. */
    private static List<SpatialRule> weightRules(Network network, DistanceKernel.Shape shape, List<Learnable> all) {
        List<SpatialRule> rules = new ArrayList<>();
        DistanceKernel kernel = new DistanceKernel(shape, 1.1 * Math.sqrt(network.dimensions()));
        for (Projection projection : network.projections()) {
            double[] values = new double[projection.source().size()];
            for (int k = 0; k < values.length; k++) {
                boolean inhibits = projection.source().equals(projection.target()) && k % 2 == 0;
                values[k] = (inhibits ? -0.3 : 0.8) + 0.1 * k;
            }
            double scale = meanWeight(network, projection) / meanKernel(network, projection, kernel);
            DistanceWeights rule = new DistanceWeights(network, projection, kernel, scale, 1.3, values);
            rules.add(rule);
            all.add(rule.numbers());
        }
        return rules;
    }

    private static double meanWeight(Network network, Projection projection) {
        if (projection.source().equals(projection.target())) {
            return 0.2;
        }
        double sum = 0;
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            sum += network.parameters().weight()[s];
        }
        return 1.3 * sum / projection.size();
    }

    private static double meanKernel(Network network, Projection projection, DistanceKernel kernel) {
        double sum = 0;
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            sum += kernel.value(ConductionDelay.distance(
                    network.parameters().position(), network.dimensions(), network.source(s), network.target(s)));
        }
        return sum / projection.size();
    }

    static Stream<Arguments> everyCaseInEverySpace() {
        return cases().stream()
                .flatMap(each -> Stream.of(1, 2, 3, 8)
                        .flatMap(dimensions -> Stream.of(false, true)
                                .map(recurrent -> Arguments.of(Named.of(each.name, each), dimensions, recurrent))));
    }

    @ParameterizedTest(name = "{0}, {1}-D, recurrent {2}")
    @MethodSource("everyCaseInEverySpace")
    void everyDerivativeAgreesForFirstSpikes(Case each, int dimensions, boolean recurrent) {
        check(
                each,
                new LayeredNetwork(dimensions, recurrent, true, each.spatial),
                outputs -> new FirstSpikeCrossEntropy(outputs, 3, 12, 0.1));
    }

    @ParameterizedTest(name = "{0}, {1}-D, recurrent {2}")
    @MethodSource("everyCaseInEverySpace")
    void everyDerivativeAgreesForWeightedVoltages(Case each, int dimensions, boolean recurrent) {
        check(
                each,
                new LayeredNetwork(dimensions, recurrent, false, each.spatial),
                outputs -> VoltageCrossEntropy.weighted(outputs, 30, 0.2));
    }

    private static void check(Case each, LayeredNetwork layered, Function<Population, Loss> makeLoss) {
        TrainableNetwork network = each.trainable.apply(layered.build());
        Loss loss = makeLoss.apply(network.description().population("output"));
        ValueDifferences differences = new ValueDifferences(network, loss, LayeredNetwork.input(), LayeredNetwork.END);
        Gradients complete = differences.complete();
        requireSpikes(network.description(), differences.run());
        Agreement agreement = Agreement.of(each.name, TOLERANCE, 1);
        int asked = 0;
        int trusted = 0;
        for (Learnable learnable : network.learnables()) {
            int length = learnable.values().length;
            double[] gradient = new double[length];
            learnable.gather(network.parameters(), complete, gradient);
            assertThat(gradient).as(learnable.name()).doesNotContain(Double.NaN);
            int compared = Math.min(length, MOST_COMPARED);
            for (int k = 0; k < compared; k++) {
                int index = k * length / compared;
                ValueDifferences.Estimate estimate = differences.derivative(learnable, index);
                asked++;
                if (estimate.within(TRUSTED)) {
                    trusted++;
                    agreement.compare(() -> learnable.name() + " " + index, gradient[index], estimate.derivative());
                }
            }
        }
        agreement.check();
        assertThat(trusted).as("differences that can be trusted, of %d", asked).isGreaterThanOrEqualTo(asked * 19 / 20);
    }

    /** Silent networks have no gradients to compare: every output spikes, and all hidden neurons but one at most. */
    private static void requireSpikes(Network network, Tape tape) {
        for (Population population : network.populations()) {
            if (population.kind() == NeuronKind.LIF) {
                long spiking = IntStream.range(population.firstNeuron(), population.endNeuron())
                        .filter(n -> tape.spikeCountOf(n) > 0)
                        .count();
                boolean output = population.name().equals("output");
                assertThat(spiking).as(population.name()).isGreaterThanOrEqualTo(population.size() - (output ? 0 : 1));
            }
        }
    }
}
