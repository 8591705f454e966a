package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FirstSpikeCrossEntropyTest {

    private static final double END = 40;

    private final Network network = Network.inDimensions(1)
            .population("input", new SpikeSource(), 3)
            .population("output", Lif.of(20, 5), 3)
            .connect(
                    "input",
                    "output",
                    ConnectionRules.oneToOne(),
                    Distribution.constant(10),
                    Delays.none(),
                    new SplittableRandom(1))
            .build();
    private final FirstSpikeCrossEntropy loss =
            new FirstSpikeCrossEntropy(network.population("output"), 0.5, 6.4, 0.003);
    private final double[] workspace = new double[3];

    private Tape run(int... channels) {
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int k = 0; k < channels.length; k++) {
            input.add(channels[k], 1 + 0.25 * k);
        }
        return new Simulator(CompiledNetwork.of(network)).run(input.build(), END);
    }

    @Test
    void theFirstOutputToSpikeIsThePrediction() {
        assertThat(loss.prediction(run(2, 0, 1))).isEqualTo(2);
        assertThat(loss.prediction(run(1))).isEqualTo(1);
    }

    @Test
    void noSpikeNoPrediction() {
        assertThat(loss.prediction(run())).isEqualTo(Loss.NO_CLASS);
    }

    @Test
    void valueIsThatOfTheFormula() {
        Tape tape = run(2, 0, 1);
        double[] t = new double[3];
        for (int c = 0; c < 3; c++) {
            t[c] = tape.time(tape.firstSpike(3 + c));
        }
        double sum = Math.exp(-t[0] / 0.5) + Math.exp(-t[1] / 0.5) + Math.exp(-t[2] / 0.5);
        double expected = -Math.log(Math.exp(-t[1] / 0.5) / sum) + 0.003 * (Math.exp(t[1] / 6.4) - 1);
        assertThat(loss.value(tape, 1, workspace)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aSilentOutputCountsAsSpikingAtTheEndAndGetsNoSeed() {
        Tape tape = run(0);
        double first = tape.time(tape.firstSpike(3));
        double value = loss.value(tape, 1, workspace);
        double expected = (END - first) / 0.5 + 0.003 * Math.expm1(END / 6.4);
        // log(1 + 2 e^{-(END - first)/tau0}) is below 1e-30
        assertThat(value).isCloseTo(expected, within(1e-10));
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, 1, workspace, seeds);
        assertThat(seeds.spikeTime(tape.firstSpike(3))).isCloseTo(-1 / 0.5, within(1e-12));
        assertThat(seeds.spikeTime(tape.firstSpike(0))).as("the input").isZero();
    }

    @Test
    void needsSpikingOutputs() {
        Network integrators = Network.inDimensions(1)
                .population("output", LeakyIntegrator.of(20, 5), 2)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstSpikeCrossEntropy(integrators.population("output"), 1, 1, 0))
                .withMessageContaining("leaky_integrator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstSpikeCrossEntropy(network.population("output"), 0, 1, 0))
                .withMessageContaining("tau0 = 0.0");
    }
}
