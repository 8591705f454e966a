package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neurons without input, whose spike times are a logarithm. */
class BiasDrivenTest {

    @ParameterizedTest(name = "tauSyn {0} ms")
    @ValueSource(doubles = {0.01, 5, 10, 1_000})
    void intervalIsClosedForm(double tauSyn) {
        Lif model = new Lif(10, tauSyn, 1.1, -0.2, 1.7, 0.8, 0.4);
        Tape tape = new SmallNetwork().source().cell(model).trial(150).run();
        double first = 10 * Math.log((1.7 - 0.4) / (1.7 - 1.1));
        double interval = 0.8 + 10 * Math.log((1.7 + 0.2) / (1.7 - 1.1));
        assertThat(tape.spikeCount()).isEqualTo(1 + (int) ((150 - first) / interval));
        for (int k = 0; k < tape.spikeCount(); k++) {
            // A sum of k intervals, each of up to some thousand slices that round.
            assertThat(tape.time(k)).isCloseTo(first + k * interval, within(1e-12 * (1 + k)));
            assertThat(tape.drive(k)).isCloseTo(1.7 - 1.1, within(1e-15));
        }
    }

    @Test
    void everyNeuronHasItsOwnParameters() {
        double[] tauMem = {5, 10, 20, 40};
        double[] bias = {1.01, 1.5, 0.99, 7};
        double[] threshold = {1, 1.2, 1, 2};
        double[] reset = {0, 0.5, 0, -3};
        double[] refractory = {0, 1, 2, 0.1};
        double[] initial = {0.9, -1, 0.99, 0};
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cells", Lif.of(10, 5), 4)
                .override("cells", NeuronParameter.TAU_MEM, tauMem)
                .override("cells", NeuronParameter.BIAS, bias)
                .override("cells", NeuronParameter.V_THRESHOLD, threshold)
                .override("cells", NeuronParameter.V_RESET, reset)
                .override("cells", NeuronParameter.REFRACTORY, refractory)
                .override("cells", NeuronParameter.V_INITIAL, initial)
                .build();
        Tape tape = new Trial(network, List.of(), SpikeTrains.none(), 200).run();
        for (int n = 0; n < 4; n++) {
            double first = tauMem[n] * Math.log((bias[n] - initial[n]) / (bias[n] - threshold[n]));
            double interval = refractory[n] + tauMem[n] * Math.log((bias[n] - reset[n]) / (bias[n] - threshold[n]));
            int expected = bias[n] > threshold[n] ? 1 + (int) ((200 - first) / interval) : 0;
            assertThat(tape.spikeCountOf(1 + n)).isEqualTo(expected);
            if (expected > 0) {
                assertThat(tape.time(tape.firstSpike(1 + n))).isCloseTo(first, within(1e-12));
                assertThat(tape.time(tape.lastSpike(1 + n)))
                        .isCloseTo(first + (expected - 1) * interval, within(1e-11));
            }
        }
    }

    /** A drive that approaches the threshold from below never reaches it, however long it takes. */
    @ParameterizedTest(name = "bias {0}")
    @ValueSource(doubles = {1, 1 - 1e-15, 1 - 1e-9, 0.5})
    void driveUpToTheThresholdIsSilent(double bias) {
        Lif model = Lif.of(10, 5).withBias(bias);
        assertThat(new SmallNetwork().source().cell(model).trial(5_000).run().spikeCount())
                .isZero();
    }

    /** The closer the bias is to the threshold, the later and the less certain is the spike. */
    @ParameterizedTest(name = "bias 1 + {0}")
    @ValueSource(doubles = {1e-12, 1e-9, 1e-6, 1e-3})
    void driveJustAboveTheThresholdSpikesLate(double above) {
        Lif model = Lif.of(10, 5).withBias(1 + above);
        Tape tape = new SmallNetwork().source().cell(model).trial(400).run();
        double expected = 10 * Math.log((1 + above) / ((1 + above) - 1));
        // V is off by rounding, and its slope is above / 10.
        assertThat(tape.time(0)).isCloseTo(expected, within(10 * 4e-16 / above + 1e-12));
    }
}
