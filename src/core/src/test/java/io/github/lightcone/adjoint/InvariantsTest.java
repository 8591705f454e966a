package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not matter: where the network lies, how it is turned, in which units it is measured. */
class InvariantsTest {

    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest(name = "seed {0}, {1}-D")
    @CsvSource({"201, 1", "202, 2", "203, 3", "204, 8"})
    void translationChangesNothing(long seed, int dimensions) {
        Trial trial = RandomNetworks.trial(seed, dimensions);
        Parameters moved = trial.network().parameters();
        for (int k = 0; k < moved.position().length; k++) {
            moved.position()[k] += 0.37 * (1 + k % dimensions);
        }
        assertSame(trial, trial.with(moved), seed, 1, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {211, 212, 213})
    void rotationTurnsTheGradientOfPositions(long seed) {
        Trial trial = RandomNetworks.trial(seed, 3);
        Loss loss = loss(seed);
        Parameters turned = trial.network().parameters();
        rotate(turned.position());
        Trial.Pass pass = trial.differentiate(loss);
        Trial.Pass passTurned = trial.with(turned).differentiate(loss);
        double[] expected = pass.gradients().position().clone();
        rotate(expected);
        Agreement agreement = Agreement.of("invariants, rotation", TOLERANCE, 1);
        for (int k = 0; k < expected.length; k++) {
            int index = k;
            agreement.compare(() -> "position " + index, passTurned.gradients().position()[k], expected[k]);
        }
        agreement.check();
    }

    /** Turns points by fixed angles around two axes. */
    private static void rotate(double[] position) {
        for (int k = 0; k < position.length; k += 3) {
            turn(position, k, k + 1, 0.7);
            turn(position, k + 1, k + 2, -1.9);
        }
    }

    private static void turn(double[] position, int first, int second, double angle) {
        double x = position[first];
        double y = position[second];
        position[first] = Math.cos(angle) * x - Math.sin(angle) * y;
        position[second] = Math.sin(angle) * x + Math.cos(angle) * y;
    }

    @ParameterizedTest(name = "seed {0}, {1}-D")
    @CsvSource({"221, 1", "222, 2", "223, 3", "224, 8"})
    void gradientsOfPositionsCannotMoveOrTurnTheWhole(long seed, int dimensions) {
        Trial trial = RandomNetworks.trial(seed, dimensions);
        double[] position = trial.network().parameters().position();
        double[] gradient = trial.differentiate(loss(seed)).gradients().position();
        double size = Arrays.stream(gradient).map(Math::abs).sum();
        assertThat(size).isGreaterThan(1e-3);
        for (int i = 0; i < dimensions; i++) {
            double force = 0;
            for (int k = i; k < gradient.length; k += dimensions) {
                force += gradient[k];
            }
            assertThat(Math.abs(force)).as("axis %d", i).isLessThan(1e-14 * size);
            for (int j = 0; j < i; j++) {
                double torque = 0;
                for (int k = 0; k < gradient.length; k += dimensions) {
                    torque += position[k + i] * gradient[k + j] - position[k + j] * gradient[k + i];
                }
                assertThat(Math.abs(torque)).as("plane %d %d", i, j).isLessThan(1e-14 * size);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}, scale {1}")
    @CsvSource({"231, 2", "232, 1000", "233, 1e-3", "234, 0.37"})
    void lengthsAndSpeedScaleTogether(long seed, double scale) {
        Trial trial = RandomNetworks.trial(seed, 3);
        Parameters scaled = trial.network().parameters();
        for (int k = 0; k < scaled.position().length; k++) {
            scaled.position()[k] *= scale;
        }
        scaled.conductionSpeed(scaled.conductionSpeed() * scale);
        assertSame(trial, trial.with(scaled), seed, scale, 1);
    }

    @ParameterizedTest(name = "seed {0}, scale {1}")
    @CsvSource({"241, 2", "242, 1000", "243, 1e-3", "244, 0.37"})
    void timeMayHaveAnotherUnit(long seed, double scale) {
        Trial trial = RandomNetworks.trial(seed, 2);
        Parameters scaled = trial.network().parameters();
        for (double[] times : new double[][] {scaled.tauMem(), scaled.tauSyn(), scaled.delay(), scaled.refractory()}) {
            for (int k = 0; k < times.length; k++) {
                times[k] *= scale;
            }
        }
        scaled.conductionSpeed(scaled.conductionSpeed() / scale);
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int k = 0; k < trial.input().size(); k++) {
            input.add(trial.input().neuron(k), trial.input().time(k) * scale);
        }
        Trial other =
                new Trial(trial.network().with(scaled), trial.readouts(), input.build(), trial.end() * scale).reading();
        assertSame(trial.reading(), other, seed, 1, scale);
    }

    @ParameterizedTest(name = "seed {0}, scale {1}")
    @CsvSource({"251, 2", "252, 1e4", "253, 1e-4", "254, 0.37"})
    void voltageMayHaveAnotherUnit(long seed, double scale) {
        Trial trial = RandomNetworks.trial(seed, 2).reading();
        Parameters scaled = trial.network().parameters();
        for (double[] voltages :
                new double[][] {scaled.weight(), scaled.bias(), scaled.vThreshold(), scaled.vReset(), scaled.vInitial()
                }) {
            for (int k = 0; k < voltages.length; k++) {
                voltages[k] *= scale;
            }
        }
        Loss loss = Loss.spikeTimes(seed);
        Trial.Pass pass = trial.differentiate(loss);
        Trial.Pass other = trial.with(scaled).differentiate(loss);
        Agreement agreement = Agreement.of("invariants, unit of voltage", TOLERANCE, 1);
        compareSpikes(agreement, pass.tape(), other.tape(), 1);
        for (ParameterKind kind : new ParameterKind[] {
            ParameterKind.WEIGHT, ParameterKind.BIAS, ParameterKind.V_THRESHOLD, ParameterKind.V_RESET
        }) {
            compare(agreement, trial, kind, pass, other, scale);
        }
        for (ParameterKind kind :
                new ParameterKind[] {ParameterKind.DELAY, ParameterKind.TAU_MEM, ParameterKind.TAU_SYN}) {
            compare(agreement, trial, kind, pass, other, 1);
        }
        agreement.check();
    }

    /** A network and its image have the same spikes, and gradients that differ by the units only. */
    private static void assertSame(Trial trial, Trial image, long seed, double length, double time) {
        Loss loss = time == 1 ? loss(seed) : linear();
        Trial.Pass pass = trial.differentiate(loss);
        Trial.Pass other = image.differentiate(loss);
        Agreement agreement = Agreement.of("invariants, units", TOLERANCE, 1);
        compareSpikes(agreement, pass.tape(), other.tape(), time);
        compare(agreement, trial, ParameterKind.POSITION, pass, other, length / time);
        compare(agreement, trial, ParameterKind.CONDUCTION_SPEED, pass, other, length / time / time);
        for (ParameterKind kind : new ParameterKind[] {
            ParameterKind.WEIGHT,
            ParameterKind.BIAS,
            ParameterKind.V_THRESHOLD,
            ParameterKind.V_RESET,
            ParameterKind.V_INITIAL
        }) {
            compare(agreement, trial, kind, pass, other, 1 / time);
        }
        for (ParameterKind kind :
                new ParameterKind[] {ParameterKind.DELAY, ParameterKind.TAU_MEM, ParameterKind.TAU_SYN}) {
            compare(agreement, trial, kind, pass, other, 1);
        }
        agreement.check();
    }

    private static void compareSpikes(Agreement agreement, Tape tape, Tape other, double factor) {
        assertThat(other.spikeCount()).isEqualTo(tape.spikeCount());
        for (int k = 0; k < tape.spikeCount(); k++) {
            int spike = k;
            assertThat(other.neuron(k)).isEqualTo(tape.neuron(k));
            agreement.compare(() -> "spike " + spike, other.time(k) / factor, tape.time(k));
        }
    }

    private static void compare(
            Agreement agreement, Trial trial, ParameterKind kind, Trial.Pass pass, Trial.Pass other, double factor) {
        for (int k = 0; k < kind.count(trial.network().parameters()); k++) {
            int index = k;
            agreement.compare(
                    () -> kind + " " + index, factor * kind.get(other.gradients(), k), kind.get(pass.gradients(), k));
        }
    }

    private static Loss loss(long seed) {
        return Loss.spikeTimes(seed).plus(Loss.readouts(seed));
    }

    /** A loss that takes the unit of time. */
    private static Loss linear() {
        return Loss.spikeTime(30).plus(Loss.spikeTime(40));
    }

    /** Neurons in another order, with everything that belongs to them. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {261, 262, 263})
    void orderOfNeuronsDoesNotMatter(long seed) {
        Trial trial = RandomNetworks.trial(seed, 3).reading();
        Network network = trial.network();
        int neurons = network.neuronCount();
        int[] image = Permutation.withinPopulations(network, seed);
        assertThat(image).isNotEqualTo(IntStream.range(0, neurons).toArray());
        Network permuted = Permutation.of(network, image);
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int k = 0; k < trial.input().size(); k++) {
            input.add(image[trial.input().neuron(k)], trial.input().time(k));
        }
        Trial other = new Trial(permuted, trial.readouts(), input.build(), trial.end());
        Loss loss = Loss.spikeTimes(seed);
        Trial.Pass pass = trial.differentiate(loss);
        Trial.Pass passOther = other.differentiate(loss);
        Agreement agreement = Agreement.of("invariants, permutation", TOLERANCE, 1);
        for (int k = 0; k < pass.tape().spikeCount(); k++) {
            int spike = k;
            assertThat(passOther.tape().neuron(k)).isEqualTo(image[pass.tape().neuron(k)]);
            agreement.compare(
                    () -> "spike " + spike,
                    passOther.tape().time(k),
                    pass.tape().time(k));
        }
        for (ParameterKind kind : new ParameterKind[] {
            ParameterKind.BIAS, ParameterKind.V_THRESHOLD, ParameterKind.TAU_MEM, ParameterKind.TAU_SYN
        }) {
            for (int n = 0; n < neurons; n++) {
                int index = n;
                agreement.compare(
                        () -> kind + " " + index,
                        kind.get(passOther.gradients(), image[n]),
                        kind.get(pass.gradients(), n));
            }
        }
        for (int n = 0; n < 3 * neurons; n++) {
            int index = n;
            agreement.compare(
                    () -> "position " + index,
                    passOther.gradients().position()[3 * image[n / 3] + n % 3],
                    pass.gradients().position()[n]);
        }
        for (int s = 0; s < network.synapseCount(); s++) {
            int synapse = s;
            agreement.compare(
                    () -> "synapse " + synapse,
                    passOther.gradients().weight()[s],
                    pass.gradients().weight()[s]);
        }
        agreement.check();
    }

    /** The gradient of a sum of losses over several inputs is the sum of gradients. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {271, 272})
    void batchIsTheSumOfSingles(long seed) {
        Trial trial = RandomNetworks.trial(seed, 2);
        SpikeTrains fewer = trial.input();
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        Simulator simulator = new Simulator(compiled, trial.readouts());
        Adjoint adjoint = new Adjoint(simulator, true);
        Gradients together = new Gradients(trial.network());
        Gradients sum = new Gradients(trial.network());
        for (double end : new double[] {40, 25, 33}) {
            Trial single = new Trial(trial.network(), trial.readouts(), before(fewer, end), end);
            Tape tape = simulator.run(single.input(), end);
            LossSeeds seeds = new LossSeeds().reset(tape);
            loss(seed).seed(tape, seeds);
            adjoint.run(tape, seeds, together);
            sum.add(single.differentiate(loss(seed)).gradients());
        }
        together.toPositions(trial.network(), compiled.parameters());
        Agreement agreement = Agreement.of("invariants, batch", 1e-12, 1);
        for (ParameterKind kind : ParameterKind.values()) {
            for (int k = 0; k < kind.count(compiled.parameters()); k++) {
                int index = k;
                agreement.compare(() -> kind + " " + index, kind.get(together, k), kind.get(sum, k));
            }
        }
        agreement.check();
    }

    private static SpikeTrains before(SpikeTrains input, double end) {
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < input.size(); k++) {
            if (input.time(k) <= end) {
                builder.add(input.neuron(k), input.time(k));
            }
        }
        return builder.build();
    }
}
