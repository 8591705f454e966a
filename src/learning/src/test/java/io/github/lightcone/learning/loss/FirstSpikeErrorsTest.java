package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;
import org.junit.jupiter.api.Test;

/** Losses that are squares of first-spike times. */
class FirstSpikeErrorsTest {

    private final Population outputs = ThreeOutputs.outputs();
    private final double[] workspace = new double[3];
    private final Tape all = ThreeOutputs.run(new double[] {9}, new double[] {3}, new double[] {5});
    private final Tape lastIsSilent = ThreeOutputs.run(new double[] {9}, new double[] {3}, new double[0]);

    private double seed(Loss loss, Tape tape, int label, int output) {
        loss.value(tape, label, workspace);
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, label, workspace, seeds);
        return seeds.spikeTime(tape.firstSpike(outputs.firstNeuron() + output));
    }

    @Test
    void squaredErrorIsThatOfTheFormula() {
        FirstSpikeSquaredError loss = new FirstSpikeSquaredError(outputs, 8, 20);
        double[] error = {
            ThreeOutputs.first(all, 0) - 20, ThreeOutputs.first(all, 1) - 8, ThreeOutputs.first(all, 2) - 20
        };
        double expected = 0.5 * (error[0] * error[0] + error[1] * error[1] + error[2] * error[2]);
        assertThat(loss.value(all, 1, workspace)).isCloseTo(expected, within(1e-12));
        for (int c = 0; c < 3; c++) {
            assertThat(seed(loss, all, 1, c)).isCloseTo(error[c], within(1e-13));
        }
        assertThat(loss.prediction(all)).isEqualTo(1);
        assertThat(loss.prediction(ThreeOutputs.run())).isEqualTo(Loss.NO_CLASS);
    }

    @Test
    void aSilentOutputCountsAsSpikingAtTheEnd() {
        FirstSpikeSquaredError squared = new FirstSpikeSquaredError(outputs, 8, ThreeOutputs.END);
        double of0 = ThreeOutputs.first(lastIsSilent, 0);
        double of1 = ThreeOutputs.first(lastIsSilent, 1);
        double silentAndWrong = 0.5 * (Math.pow(of0 - ThreeOutputs.END, 2) + Math.pow(of1 - 8, 2));
        assertThat(squared.value(lastIsSilent, 1, workspace)).isCloseTo(silentAndWrong, within(1e-11));
        double silentAndCorrect = 0.5
                * (Math.pow(of0 - ThreeOutputs.END, 2)
                        + Math.pow(of1 - ThreeOutputs.END, 2)
                        + Math.pow(ThreeOutputs.END - 8, 2));
        assertThat(squared.value(lastIsSilent, 2, workspace)).isCloseTo(silentAndCorrect, within(1e-11));

        RelativeFirstSpike relative = new RelativeFirstSpike(outputs, 4, false);
        double late = 0.5 * (Math.pow(of0 - ThreeOutputs.END - 4, 2) + Math.pow(of1 - ThreeOutputs.END - 4, 2));
        assertThat(relative.value(lastIsSilent, 2, workspace)).isCloseTo(late, within(1e-11));
        assertThat(seed(relative, lastIsSilent, 2, 0)).isCloseTo(of0 - ThreeOutputs.END - 4, within(1e-12));
    }

    @Test
    void relativeIsThatOfTheFormula() {
        RelativeFirstSpike loss = new RelativeFirstSpike(outputs, 4, false);
        double of0 = ThreeOutputs.first(all, 0) - ThreeOutputs.first(all, 1) - 4;
        double of2 = ThreeOutputs.first(all, 2) - ThreeOutputs.first(all, 1) - 4;
        assertThat(of0).as("late enough").isPositive();
        assertThat(of2).as("too early").isNegative();
        assertThat(loss.value(all, 1, workspace)).isCloseTo(0.5 * (of0 * of0 + of2 * of2), within(1e-12));
        assertThat(seed(loss, all, 1, 0)).isCloseTo(of0, within(1e-13));
        assertThat(seed(loss, all, 1, 2)).isCloseTo(of2, within(1e-13));
        assertThat(seed(loss, all, 1, 1)).isCloseTo(-of0 - of2, within(1e-13));
    }

    @Test
    void clippedLeavesAloneWhatIsLateEnough() {
        RelativeFirstSpike loss = new RelativeFirstSpike(outputs, 4, true);
        double of2 = ThreeOutputs.first(all, 2) - ThreeOutputs.first(all, 1) - 4;
        assertThat(loss.value(all, 1, workspace)).isCloseTo(0.5 * of2 * of2, within(1e-12));
        assertThat(seed(loss, all, 1, 0)).isZero();
        assertThat(seed(loss, all, 1, 1)).isCloseTo(-of2, within(1e-13));
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstSpikeSquaredError(outputs, 8, 8))
                .withMessage("tWrong = 8.0, must be finite and above tCorrect = 8.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstSpikeSquaredError(outputs, -1, 8))
                .withMessage("tCorrect = -1.0, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstSpikeSquaredError(ThreeOutputs.integrators(), 1, 8))
                .withMessageContaining("'voltage' is a leaky_integrator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelativeFirstSpike(outputs, 0, false))
                .withMessage("gap = 0.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelativeFirstSpike(ThreeOutputs.integrators(), 1, true))
                .withMessageContaining("'voltage' is a leaky_integrator");
    }
}
