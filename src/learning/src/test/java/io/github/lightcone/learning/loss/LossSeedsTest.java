package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seeds of a loss are the derivatives of its value, and no adjoint is needed to see that. Each output has an input of its own: moving that input's only spike moves the
 * output's first spike by as much, and scaling its weight scales the readout of a leaky integrator.
 */
class LossSeedsTest {

    private static final int OUTPUTS = 4;
    private static final double END = 60;

    static Stream<Arguments> spikeLosses() {
        return Stream.of(
                losses("first spike", Lif.of(20, 5), out -> new FirstSpikeCrossEntropy(out, 0.5, 6.4, 0.003)),
                losses("first spike, flat", Lif.of(20, 5), out -> new FirstSpikeCrossEntropy(out, 8, 20, 0.5)),
                losses("relative", Lif.of(20, 5), out -> new RelativeFirstSpike(out, 2, false)),
                losses("relative, clipped", Lif.of(20, 5), out -> new RelativeFirstSpike(out, 2, true)),
                losses("squared error", Lif.of(20, 5), out -> new FirstSpikeSquaredError(out, 5, 20)));
    }

    static Stream<Arguments> voltageLosses() {
        NeuronModel integrator = LeakyIntegrator.of(20, 5);
        return Stream.of(
                losses("weighted", integrator, out -> VoltageCrossEntropy.weighted(out, 60, 0.2)),
                losses("integrated", integrator, out -> VoltageCrossEntropy.integrated(out, 1 / END)),
                losses("maximum", integrator, out -> VoltageCrossEntropy.maximum(out, 3)));
    }

    private static Arguments losses(String name, NeuronModel outputs, Function<Population, Loss> loss) {
        return Arguments.of(Named.of(name, loss), outputs);
    }

    private static Network network(NeuronModel outputs) {
        Random random = new Random(3);
        return Network.inDimensions(1)
                .population("input", new SpikeSource(), OUTPUTS)
                .population("output", outputs, OUTPUTS)
                .connect(
                        "input",
                        "output",
                        ConnectionRules.oneToOne(),
                        Distribution.uniform(9, 12),
                        Delays.constant(1),
                        random)
                .build();
    }

    private static double[] startTimes() {
        return new double[] {4, 4.5, 3.5, 7};
    }

    private static SpikeTrains input(double[] times) {
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int channel = 0; channel < times.length; channel++) {
            spikes.add(channel, times[channel]);
        }
        return spikes.build();
    }

    private static double value(Loss loss, Network network, double[] times, int label) {
        Simulator simulator = new Simulator(CompiledNetwork.of(network), loss.readouts());
        return loss.value(simulator.run(input(times), END), label, new double[OUTPUTS]);
    }

    /** Error of central differences with step h: h^2/6 times the third derivative, here up to 10. */
    @ParameterizedTest
    @MethodSource("spikeLosses")
    void seedsAreDerivativesWithRespectToSpikeTimes(Function<Population, Loss> maker, NeuronModel outputs) {
        Network network = network(outputs);
        Loss loss = maker.apply(network.population("output"));
        Simulator simulator = new Simulator(CompiledNetwork.of(network), loss.readouts());
        double step = 1e-4;
        for (int label = 0; label < OUTPUTS; label++) {
            Tape tape = simulator.run(input(startTimes()), END);
            double[] workspace = new double[OUTPUTS];
            loss.value(tape, label, workspace);
            LossSeeds seeds = new LossSeeds().reset(tape);
            loss.seed(tape, label, workspace, seeds);
            for (int c = 0; c < OUTPUTS; c++) {
                double[] later = startTimes();
                later[c] += step;
                double[] earlier = startTimes();
                earlier[c] -= step;
                double expected =
                        (value(loss, network, later, label) - value(loss, network, earlier, label)) / (2 * step);
                assertThat(seeds.spikeTime(tape.firstSpike(OUTPUTS + c)))
                        .as("label %d, output %d", label, c)
                        .isCloseTo(expected, within(1e-7));
            }
        }
    }

    /** Readouts are proportional to the weight, so dL/dw w = seed times readout. */
    @ParameterizedTest
    @MethodSource("voltageLosses")
    void seedsAreDerivativesWithRespectToReadouts(Function<Population, Loss> maker, NeuronModel outputs) {
        Network network = network(outputs);
        Loss loss = maker.apply(network.population("output"));
        Simulator simulator = new Simulator(CompiledNetwork.of(network), loss.readouts());
        double step = 1e-4;
        for (int label = 0; label < OUTPUTS; label++) {
            Tape tape = simulator.run(input(startTimes()), END);
            double[] workspace = new double[OUTPUTS];
            loss.value(tape, label, workspace);
            LossSeeds seeds = new LossSeeds().reset(tape);
            loss.seed(tape, label, workspace, seeds);
            for (int c = 0; c < OUTPUTS; c++) {
                double more = value(loss, scaled(network, c, 1 + step), startTimes(), label);
                double less = value(loss, scaled(network, c, 1 - step), startTimes(), label);
                assertThat(seeds.readout(c) * tape.readout(c))
                        .as("label %d, output %d", label, c)
                        .isCloseTo((more - less) / (2 * step), within(1e-6));
            }
        }
    }

    private static Network scaled(Network network, int synapse, double factor) {
        Parameters parameters = network.parameters();
        parameters.weight()[synapse] *= factor;
        return network.with(parameters);
    }
}
