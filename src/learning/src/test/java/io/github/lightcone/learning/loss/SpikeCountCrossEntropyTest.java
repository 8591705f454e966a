package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;
import org.junit.jupiter.api.Test;

class SpikeCountCrossEntropyTest {

    private final Population outputs = ThreeOutputs.outputs();
    private final double[] workspace = new double[3];
    private final Tape tape = ThreeOutputs.run(new double[] {3, 20}, new double[] {5, 14, 25}, new double[] {8});

    @Test
    void valueIsThatOfTheFormula() {
        SpikeCountCrossEntropy loss = new SpikeCountCrossEntropy(outputs, 15, 0.8);
        double[] power = new double[3];
        for (int c = 0; c < 3; c++) {
            double count = 0;
            for (double t : ThreeOutputs.times(tape, c)) {
                count += 1 - Math.exp(-(ThreeOutputs.END - t) / 15);
            }
            assertThat(loss.smoothCount(tape, c)).isCloseTo(count, within(1e-14));
            power[c] = Math.exp(0.8 * count);
        }
        double expected = -Math.log(power[2] / (power[0] + power[1] + power[2]));
        assertThat(loss.value(tape, 2, workspace)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void forSmallTauItIsTheNumberOfSpikes() {
        SpikeCountCrossEntropy loss = new SpikeCountCrossEntropy(outputs, 0.05, 0.8);
        assertThat(loss.smoothCount(tape, 0)).isEqualTo(2);
        assertThat(loss.value(tape, 0, workspace)).isEqualTo(loss.hardValue(tape, 0, workspace));
        double sum = Math.exp(0.8 * 2) + Math.exp(0.8 * 3) + Math.exp(0.8);
        assertThat(loss.hardValue(tape, 0, workspace)).isCloseTo(Math.log(sum) - 1.6, within(1e-14));
    }

    @Test
    void spikesOfTheCorrectOutputArePushedEarlierAndOthersLater() {
        SpikeCountCrossEntropy loss = new SpikeCountCrossEntropy(outputs, 15, 0.8);
        loss.value(tape, 2, workspace);
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, 2, workspace, seeds);
        assertThat(seeds.spikeTime(tape.lastSpike(5))).isPositive();
        assertThat(seeds.spikeTime(tape.lastSpike(4))).isNegative();
        assertThat(seeds.spikeTime(tape.lastSpike(3))).isNegative();
    }

    @Test
    void theMostSpikesWinAndEarlierOnesAmongEquals() {
        SpikeCountCrossEntropy loss = new SpikeCountCrossEntropy(outputs, 15, 0.8);
        assertThat(loss.prediction(tape)).isEqualTo(1);
        // More late spikes against fewer early ones: the number decides.
        assertThat(loss.prediction(ThreeOutputs.run(new double[] {1}, new double[] {}, new double[] {30, 35})))
                .isEqualTo(2);
        assertThat(loss.prediction(ThreeOutputs.run(new double[] {10}, new double[] {}, new double[] {8})))
                .isEqualTo(2);
        assertThat(loss.prediction(ThreeOutputs.run(new double[] {8}, new double[] {8}, new double[] {9})))
                .isZero();
        assertThat(loss.prediction(ThreeOutputs.run())).isEqualTo(Loss.NO_CLASS);
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeCountCrossEntropy(outputs, 0, 1))
                .withMessage("tau = 0.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeCountCrossEntropy(outputs, 1, -1))
                .withMessage("scale = -1.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeCountCrossEntropy(ThreeOutputs.integrators(), 1, 1))
                .withMessageContaining("'voltage' is a leaky_integrator");
    }
}
