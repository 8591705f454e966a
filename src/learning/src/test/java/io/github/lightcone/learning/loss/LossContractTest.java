package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.GradientCheck;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every loss, wherever delays come from: value, seeds and adjoint together give its derivative
 * with respect to every weight, delay, position, neuron parameter, the speed and each input time. One line here
 * is the whole test of a new loss.
 *
 * <p>The oracle are central differences of the value of whole runs, extrapolated to step 0, in steps that leave
 * the number and order of spikes and arrivals as they are; where the steps do not agree among themselves to 3e-8
 * they say nothing, and that may be so for one derivative in twenty.
 */
class LossContractTest {

    /** Largest error, relative or, below 1, absolute: what differences in double precision resolve. */
    private static final double TOLERANCE = 1e-8;

    private record Case(String name, boolean spiking, Function<Population, Loss> loss) {}

    private static List<Case> cases() {
        return List.of(
                new Case("first-spike cross-entropy", true, out -> new FirstSpikeCrossEntropy(out, 3, 12, 0.1)),
                new Case("relative", true, out -> new RelativeFirstSpike(out, 4, false)),
                new Case("relative, clipped", true, out -> new RelativeFirstSpike(out, 1, true)),
                new Case("first-spike squared error", true, out -> new FirstSpikeSquaredError(out, 10, 25)),
                new Case("spike-time squared error", true, out -> new SpikeTimeSquaredError(out, targets())),
                new Case("van Rossum", true, out -> new VanRossumDistance(out, targets(), 8)),
                new Case("spike count", true, out -> new SpikeCountCrossEntropy(out, 20, 0.7)),
                new Case("weighted voltage", false, out -> VoltageCrossEntropy.weighted(out, 30, 0.2)),
                new Case("integrated voltage", false, out -> VoltageCrossEntropy.integrated(out, 0.1)),
                new Case("maximum voltage", false, out -> VoltageCrossEntropy.maximum(out, 2)));
    }

    private static TargetTrains targets() {
        SpikeTrains first =
                SpikeTrains.of(new int[] {0, 0, 1, 2, 2, 2}, new double[] {6.3, 31.7, 22.1, 4.1, 34.6, 39.5});
        SpikeTrains second = SpikeTrains.of(
                new int[] {1, 1, 1, 1, 1, 1, 1, 2}, new double[] {5.9, 12.3, 18.4, 24.1, 29.7, 36.2, 42, 17.6});
        return TargetTrains.of(ContractNetwork.OUTPUTS, List.of(first, second));
    }

    static Stream<Arguments> everyLossWithEveryDelay() {
        return cases().stream()
                .flatMap(each -> Arrays.stream(ContractNetwork.DelayMode.values())
                        .map(mode -> Arguments.of(Named.of(each.name, each), mode)));
    }

    @ParameterizedTest(name = "{0}, delays {1}")
    @MethodSource("everyLossWithEveryDelay")
    void everyDerivativeAgrees(Case each, ContractNetwork.DelayMode mode) {
        Network network = ContractNetwork.build(mode, each.spiking);
        Loss loss = each.loss.apply(network.population("output"));
        Trial trial = new Trial(network, loss.readouts(), ContractNetwork.input(), ContractNetwork.END);
        Tape tape = trial.run();
        assertThat(tape.spikeCount()).isGreaterThan(trial.input().size() + ContractNetwork.HIDDEN);
        if (each.spiking) {
            Population outputs = loss.outputs();
            for (int n = outputs.firstNeuron(); n < outputs.endNeuron(); n++) {
                assertThat(tape.spikeCountOf(n)).as("spikes of %d", n).isGreaterThanOrEqualTo(2);
            }
        }
        check(trial, loss, 1);
    }

    static Stream<Arguments> spikingLosses() {
        return cases().stream().filter(each -> each.spiking).map(each -> Arguments.of(Named.of(each.name, each)));
    }

    /** What stands for the missing spikes of a silent output has no gradient; all the others keep theirs. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("spikingLosses")
    void everyDerivativeAgreesWhereAnOutputIsSilent(Case each) {
        Network network = ContractNetwork.withSilentOutput(ContractNetwork.build(ContractNetwork.DelayMode.FREE, true));
        Loss loss = each.loss.apply(network.population("output"));
        Trial trial = Trial.of(network, ContractNetwork.input(), ContractNetwork.END);
        assertThat(trial.run().spikeCountOf(loss.outputs().firstNeuron())).isZero();
        check(trial, loss, 0);
        check(trial, loss, 1);
    }

    private static void check(Trial trial, Loss loss, int label) {
        io.github.lightcone.fixtures.Loss fixture = ContractNetwork.fixture(loss, label);
        GradientCheck.check(trial, fixture, TOLERANCE);
        checkReadings(trial, fixture);
    }

    /** The pass without time constants, which reads rows at once, against the one with them. */
    private static void checkReadings(Trial trial, io.github.lightcone.fixtures.Loss fixture) {
        Trial.Pass pass = trial.differentiate(fixture);
        Gradients streamed = new Gradients(trial.network());
        new Adjoint(pass.simulator()).run(pass.tape(), pass.seeds(), streamed);
        streamed.toPositions(trial.network(), trial.network().parameters());
        Agreement agreement = Agreement.of("loss, both readings", 1e-11, 1);
        for (ParameterKind kind : ParameterKind.values()) {
            if (kind != ParameterKind.TAU_MEM && kind != ParameterKind.TAU_SYN) {
                for (int k = 0; k < kind.count(trial.network().parameters()); k++) {
                    int index = k;
                    agreement.compare(() -> kind + " " + index, kind.get(streamed, k), kind.get(pass.gradients(), k));
                }
            }
        }
        agreement.check();
    }
}
