package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds on the voltage just before a spike, which surrogates use. */
class SpikeVoltageTest {

    /** One arrival at 1 ms through a delay of 2: V(t) = w a E(a, c, t - 3), so dV/dw and dV/dd are known. */
    @ParameterizedTest(name = "tauSyn {0} ms, time constants {1}")
    @CsvSource({"5, false", "5, true", "10, false", "10, true"})
    void weightAndDelayOfOneNeuron(double tauSyn, boolean timeConstants) {
        double w = 9;
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, tauSyn).withRefractory(100))
                .synapse(0, 1, w, 2)
                .trial(30, 1);
        Simulator simulator = trial.simulator();
        Tape tape = simulator.run(trial.input(), trial.end());
        assertThat(tape.spikeCount()).isEqualTo(2);
        double derivative = -0.7;
        LossSeeds seeds = new LossSeeds().reset(tape);
        seeds.addSpikeVoltage(1, 0.3);
        seeds.addSpikeVoltage(1, derivative - 0.3);
        assertThat(seeds.spikeVoltage(1)).isCloseTo(derivative, within(1e-15));
        Gradients gradients = new Gradients(trial.network());
        Adjoint adjoint = new Adjoint(simulator, timeConstants);
        adjoint.run(tape, seeds, gradients);

        double x = tape.time(1) - 3;
        double perWeight = 0.1 * Exponential.convolution(0.1, 1 / tauSyn, x);
        assertThat(gradients.weight()[0]).isCloseTo(derivative * perWeight, within(1e-15));
        // V(t) moves with the arrival as it moves with time: by its slope.
        double slope = tape.drive(1) / 10;
        assertThat(gradients.delay()[0]).isCloseTo(-derivative * slope, within(1e-15));
        assertThat(adjoint.spikeGradient(0)).isCloseTo(-derivative * slope, within(1e-15));
        assertThat(gradients.vThreshold()[1]).isZero();
        assertThat(adjoint.spikeGradient(1)).isZero();
    }

    /**
     * V just before a spike is the threshold, so that dV/dp at a fixed time is -V' dt/dp: seeds on times say the
     * same as seeds on voltages, but for the threshold, which the time depends on, too.
     */
    @ParameterizedTest(name = "seed {0}, shared time constants {1}, with time constants {2}")
    @CsvSource({
        "741, false, true",
        "742, false, false",
        "743, true, true",
        "744, true, false",
        "745, true, false",
        "746, true, false"
    })
    void saysWhatTheTimeOfTheSpikeSays(long seed, boolean shared, boolean timeConstants) {
        Trial trial = shared ? RandomNetworks.withShared(seed, 2, 10, 4) : RandomNetworks.trial(seed, 2);
        Simulator simulator = trial.simulator();
        Tape tape = simulator.run(trial.input(), trial.end());
        LossSeeds ofTime = seeds(trial, tape, seed);
        LossSeeds ofVoltage = seeds(trial, tape, seed);
        double[] direct = new double[trial.network().neuronCount()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < tape.spikeCount(); k++) {
            int n = tape.neuron(k);
            if (!simulator.compiled().isSource(n)) {
                double derivative = random.nextDouble(-1, 1);
                ofVoltage.addSpikeVoltage(k, derivative);
                ofTime.addSpikeTime(
                        k,
                        -derivative
                                * tape.drive(k)
                                / trial.network().parameters().tauMem()[n]);
                direct[n] += derivative;
            }
        }
        Gradients actual = gradients(trial, simulator, tape, ofVoltage, timeConstants);
        Gradients expected = gradients(trial, simulator, tape, ofTime, timeConstants);
        for (int n = 0; n < direct.length; n++) {
            expected.vThreshold()[n] += direct[n];
        }
        Agreement agreement = Agreement.of("spike voltage, spike time", 1e-12, 1);
        for (ParameterKind kind : ParameterKind.values()) {
            ReadingsAgreeTest.compare(
                    agreement,
                    kind.name(),
                    kind.count(trial.network().parameters()),
                    k -> kind.get(actual, k),
                    k -> kind.get(expected, k));
        }
        agreement.check();
    }

    private static LossSeeds seeds(Trial trial, Tape tape, long seed) {
        LossSeeds seeds = new LossSeeds().reset(tape);
        Loss.spikeTimes(seed).plus(Loss.readouts(seed)).seed(tape, seeds);
        assertThat(seeds.spikeCount()).isGreaterThan(trial.input().size());
        return seeds;
    }

    private static Gradients gradients(
            Trial trial, Simulator simulator, Tape tape, LossSeeds seeds, boolean timeConstants) {
        Gradients gradients = new Gradients(trial.network());
        new Adjoint(simulator, timeConstants).run(tape, seeds, gradients);
        gradients.toPositions(trial.network(), trial.network().parameters());
        return gradients;
    }

    @Test
    void aSpikeOfASourceHasNoVoltage() {
        Trial trial = new SmallNetwork().source().cell(Lif.of(10, 5)).trial(30, 1);
        LossSeeds seeds = new LossSeeds().reset(trial.run());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seeds.addSpikeVoltage(0, 1))
                .withMessage("spike 0 is of neuron 0, a spike source, which has no voltage");
    }

    @ParameterizedTest(name = "{0} spikes before")
    @ValueSource(ints = {1, 200})
    void resetForgetsThem(int before) {
        SmallNetwork network = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(1))
                .synapse(0, 1, 9, 0);
        double[] input = new double[before];
        for (int k = 0; k < before; k++) {
            input[k] = 10 * k;
        }
        Trial longer = network.trial(10 * before, input);
        Trial shorter = network.trial(10, 1);
        LossSeeds seeds = new LossSeeds().reset(longer.run());
        seeds.addSpikeVoltage(1, 4);
        seeds.reset(shorter.run());
        assertThat(seeds.spikeVoltage(1)).isZero();
        seeds.addSpikeVoltage(1, 2);
        assertThat(seeds.spikeVoltage(1)).isEqualTo(2);
    }
}
