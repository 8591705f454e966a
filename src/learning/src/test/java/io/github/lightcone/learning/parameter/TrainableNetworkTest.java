package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From values to parameters and back. */
class TrainableNetworkTest {

    private final Network network = new LayeredNetwork(3, true, true, true).build();
    private final Projection first = network.projection("input", "hidden");

    private List<Learnable> everything(Learnables.Sharing sharing) {
        List<Learnable> all = new ArrayList<>();
        for (Projection projection : network.projections()) {
            all.add(Learnables.weights(network, projection));
            all.add(Learnables.delays(network, projection, sharing));
        }
        for (Population population : network.populations()) {
            all.add(Learnables.positions(network, population, 0, 2));
            if (population.kind() == NeuronKind.LIF) {
                boolean shared = sharing == Learnables.Sharing.ALL;
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.BIAS, shared));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_MEM, shared));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_SYN, shared));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.THRESHOLD, shared));
            }
        }
        all.add(Learnables.speed(network));
        return all;
    }

    private static double[][] copy(TrainableNetwork trainable) {
        return trainable.learnables().stream()
                .map(learnable -> learnable.values().clone())
                .toArray(double[][]::new);
    }

    private static List<List<Double>> numbers(Parameters parameters) {
        return Arrays.stream(ParameterGroup.values())
                .map(group -> DoubleStream.of(group.of(parameters)).boxed().toList())
                .toList();
    }

    /** Nothing is lost on the way to the parameters and back, whatever is shared. */
    @ParameterizedTest
    @EnumSource
    void valuesComeBackFromTheParameters(Learnables.Sharing sharing) {
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(), everything(sharing));
        assertThat(numbers(trainable.parameters()))
                .as("values are those of the network to begin with")
                .isEqualTo(numbers(network.parameters()));
        SplittableRandom random = new SplittableRandom(8);
        for (Learnable learnable : trainable.learnables()) {
            for (int i = 0; i < learnable.values().length; i++) {
                learnable.values()[i] += random.nextDouble(0.01, 0.1);
            }
        }
        double[][] changed = copy(trainable);
        trainable.refresh();
        List<List<Double>> parameters = numbers(trainable.parameters());
        for (Learnable learnable : trainable.learnables()) {
            Arrays.fill(learnable.values(), 0);
        }
        trainable.collect();
        assertThat(copy(trainable)).isDeepEqualTo(changed);
        assertThat(numbers(trainable.parameters())).isEqualTo(parameters);
    }

    /** Refreshing has no memory: it gives the same parameters whatever was there before. */
    @Test
    void whatIsNotLearnedStaysAsItWasDescribed() {
        Learnable weights = Learnables.weights(network, first);
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(), List.of(weights));
        double[] weight = trainable.parameters().weight();
        double[] described = network.parameters().weight();
        for (int s = 0; s < weight.length; s++) {
            weight[s] += 1;
        }
        trainable.collect();
        for (int s = 0; s < weight.length; s++) {
            boolean learned = s >= first.firstSynapse() && s < first.endSynapse();
            assertThat(weight[s]).as("synapse %d", s).isEqualTo(described[s] + (learned ? 1 : 0));
        }
    }

    @Test
    void theDescriptionStaysAsItIs() {
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(), everything(Learnables.Sharing.NONE));
        List<List<Double>> before = numbers(network.parameters());
        trainable.learnables().forEach(learnable -> learnable.values()[0] += 0.1);
        trainable.refresh();
        assertThat(numbers(trainable.description().parameters())).isEqualTo(before);
        assertThat(numbers(trainable.network().parameters())).isEqualTo(numbers(trainable.parameters()));
    }

    @Test
    void namesAreUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainableNetwork(
                        network,
                        List.of(),
                        List.of(
                                Learnables.positions(network, network.population("hidden"), 0),
                                Learnables.positions(network, network.population("hidden"), 1))))
                .withMessage("'positions hidden' is learned twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainableNetwork(
                        network,
                        List.of(),
                        List.of(
                                Learnables.delays(network, first, Learnables.Sharing.NONE),
                                Learnables.delays(network, first, Learnables.Sharing.ALL))))
                .withMessage("'delays input->hidden' is learned twice");
    }

    @Test
    void unknownNamesAreAnsweredWithWhatThereIs() {
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(), List.of(Learnables.speed(network)));
        assertThat(trainable.learnable("speed").values()).containsExactly(network.conductionSpeed());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainable.learnable("weights a->b"))
                .withMessage("nothing to learn is called 'weights a->b'; there are [speed]");
        assertThat(TrainableNetwork.of(network).learnables()).isEmpty();
    }

    @Test
    void onlyWhatNeuronsHaveCanBeLearned() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Learnables.ofNeurons(network, network.population("input"), ParameterGroup.BIAS, false))
                .withMessageStartingWith("population 'input'")
                .withMessageEndingWith("has no bias of its neurons");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Learnables.ofNeurons(network, network.population("hidden"), ParameterGroup.WEIGHTS, false))
                .withMessageEndingWith("has no weights of its neurons");
        Network voltages = new LayeredNetwork(1, false, false, false).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Learnables.ofNeurons(voltages, voltages.population("output"), ParameterGroup.THRESHOLD, true))
                .withMessageEndingWith("has no threshold of its neurons");
    }

    @Test
    void axesMustExistAndBeNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learnables.positions(network, network.population("hidden"), 0, 3))
                .withMessage("axis 3, must be from 0 to 2: axes count from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learnables.positions(network, network.population("hidden"), -1))
                .withMessageStartingWith("axis -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learnables.positions(network, network.population("hidden"), 1, 2, 1))
                .withMessage("axis 1 is named twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerDistances(network, network.populations(), 3))
                .withMessageStartingWith("axis 3");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LayerDistances(network, network.populations().subList(0, 1), 0))
                .withMessage("1 layers, must be at least 2");
    }

    @Test
    void layersStandOnParallelPlanes() {
        LayerDistances distances = new LayerDistances(network, network.populations(), 1);
        distances.values()[1] = 2.5;
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(), List.of(distances));
        double[] planes = {0, 1, 3.5};
        double[] position = trainable.parameters().position();
        double[] described = network.parameters().position();
        for (int layer = 0; layer < 3; layer++) {
            Population population = network.populations().get(layer);
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                assertThat(position[3 * n]).isEqualTo(described[3 * n]);
                assertThat(position[3 * n + 1]).isEqualTo(planes[layer]);
                assertThat(position[3 * n + 2]).isEqualTo(described[3 * n + 2]);
            }
        }
    }

    /** The largest of the least values of those that share one: above it all of them are in range. */
    @Test
    void boundsOfSharedValuesHoldForAllThatShare() {
        Network raised = network.with(withReset(network, 0.4));
        Learnable threshold = Learnables.ofNeurons(raised, raised.population("hidden"), ParameterGroup.THRESHOLD, true);
        assertThat(threshold.bounds().least(0)).isEqualTo(0.4 + 1e-3);
        assertThat(Learnables.speed(network).bounds().least(0)).isEqualTo(1e-3);
        assertThat(Learnables.delays(network, first, Learnables.Sharing.ALL)
                        .bounds()
                        .least(0))
                .isZero();
    }

    private static Parameters withReset(Network network, double reset) {
        Parameters parameters = network.parameters();
        parameters.vReset()[network.population("hidden").endNeuron() - 1] = reset;
        return parameters;
    }
}
