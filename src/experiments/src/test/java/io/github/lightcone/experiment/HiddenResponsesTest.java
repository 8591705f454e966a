package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.structure.function.Responses;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spike counts of hidden neurons: those of the simulator, example by example. */
class HiddenResponsesTest {

    private static final int MANY = 1000;

    private static Responses responses(Experiment experiment, int examples, int threads) {
        Network network = experiment.network().network();
        int[] all = IntStream.range(0, network.neuronCount()).toArray();
        return new HiddenResponses(experiment, network).of(all, examples, 1, threads, Progress.none());
    }

    @Test
    void countsAreThoseOfTheSimulator() {
        Experiment experiment = SmallExperiment.experiment();
        Network network = experiment.network().network();
        EventDataset data = experiment.validation().orElseThrow();
        Responses responses = responses(experiment, MANY, 2);
        assertThat(responses.source()).startsWith("validation data, " + data.size() + " of " + data.size());
        int first = network.population("hidden").firstNeuron();
        assertThat(responses.nodes()).containsExactly(first, first + 1, first + 2, first + 3);
        Simulator simulator = new Simulator(CompiledNetwork.of(network));
        long spikes = 0;
        for (int t = 0; t < data.size(); t++) {
            var tape = simulator.run(data.input(t), experiment.end());
            assertThat(responses.classOfExample()[t]).isEqualTo(data.label(t));
            for (int n = 0; n < 4; n++) {
                assertThat(responses.counts()[n][t]).isEqualTo(tape.spikeCountOf(first + n));
                spikes += responses.counts()[n][t];
            }
        }
        assertThat(spikes).isPositive();
    }

    @Test
    void inputWeightsAreThoseOfTheSynapses() {
        Experiment experiment = SmallExperiment.experiment();
        Network network = experiment.network().network();
        double[][] weights = responses(experiment, MANY, 1).inputWeights();
        assertThat(weights).hasDimensions(4, network.populations().get(0).size());
        double[] ofSynapses = network.parameters().weight();
        var projection = network.projection("input", "hidden");
        double sum = IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .mapToDouble(s -> ofSynapses[s])
                .sum();
        assertThat(Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum())
                .isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    }

    @Test
    void threadsDoNotMatterAndChoiceIsBalanced() {
        Experiment experiment = SmallExperiment.experiment();
        Responses one = responses(experiment, 6, 1);
        Responses three = responses(experiment, 6, 3);
        assertThat(three.counts()).isDeepEqualTo(one.counts());
        assertThat(Arrays.stream(one.classOfExample()).sum()).isEqualTo(3);
        assertThat(one.source()).contains(", 6 of ");
    }

    @Test
    void trainingDataAreTakenWhereThereAreNoneForValidation() {
        Experiment experiment = SmallExperiment.experiment(
                "data", "{source: delayed-xor, size: 64, channels: 3, first: 24, test: {share: 0.25}}");
        assertThat(responses(experiment, 8, 1).source()).startsWith("training data, 8 of 24");
    }

    @Test
    void onlyNeuronsAskedForHaveRowsAndPlacesInTheirOrder() {
        Experiment experiment = SmallExperiment.experiment();
        Network network = experiment.network().network();
        int first = network.population("hidden").firstNeuron();
        int[] asked = {0, first + 1, first + 3, network.neuronCount() - 1};
        Responses some = new HiddenResponses(experiment, network).of(asked, 4, 1, 1, Progress.none());
        assertThat(some.nodes()).containsExactly(1, 2);
    }

    @Test
    void positionsCountOnlyWhereDelaysComeFromThem() {
        assertThat(responses(SmallExperiment.experiment(), 4, 1).isSpatial()).isTrue();
        assertThat(responses(SmallExperiment.experiment("network.delays", "none"), 4, 1)
                        .isSpatial())
                .isFalse();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Experiment experiment = SmallExperiment.experiment();
        assertThatThrownBy(() -> responses(experiment, 1, 1)).hasMessageContaining("at least the 2 classes");
        Network other = SmallExperiment.network("network.populations.hidden.size", "5");
        assertThatThrownBy(() -> new HiddenResponses(experiment, other))
                .hasMessageContaining("hidden of 5 lif")
                .hasMessageContaining("hidden of 4 lif");
    }
}
