package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SelectivityTest {

    private static final double EXACT = 1e-15;

    @Test
    void figuresByHand() {
        Selectivity figures = Selectivity.of(new double[][] {{0, 6, 0}, {2, 2, 2}, {1, 2, 6}, {0, 0, 0}});
        assertThat(figures.selectivity(0)).isEqualTo(1);
        assertThat(figures.sparseness(0)).isCloseTo(1, within(EXACT));
        assertThat(figures.selectivity(1)).isZero();
        assertThat(figures.sparseness(1)).isZero();
        assertThat(figures.selectivity(2)).isCloseTo((6 - 1.5) / (6 + 1.5), within(EXACT));
        assertThat(figures.sparseness(2)).isCloseTo((1 - 9.0 / (41.0 / 3)) / (1 - 1.0 / 3), within(EXACT));
        assertThat(new int[] {figures.preferredClass(0), figures.preferredClass(1), figures.preferredClass(2)})
                .containsExactly(1, 0, 2);
        assertThat(figures.neuronsOfClass()).containsExactly(1, 1, 1);
        assertThat(figures.selectivitySummary().count()).isEqualTo(3);
        assertThat(figures.selectivitySummary().mean()).isCloseTo((1 + 0 + 0.6) / 3, within(EXACT));
    }

    @Test
    void aSilentNeuronHasNeitherFigureNorClass() {
        Selectivity figures = Selectivity.of(new double[][] {{0, 0}});
        assertThat(figures.selectivity(0)).isNaN();
        assertThat(figures.sparseness(0)).isNaN();
        assertThat(figures.preferredClass(0)).isEqualTo(Selectivity.NO_CLASS);
        assertThat(figures.silent()).isEqualTo(1);
        assertThat(figures.selectivitySummary().mean()).isNaN();
    }

    @Test
    void oneClassHasNoOthers() {
        Selectivity figures = Selectivity.of(new double[][] {{3}});
        assertThat(figures.selectivity(0)).isNaN();
        assertThat(figures.sparseness(0)).isNaN();
        assertThat(figures.preferredClass(0)).isZero();
    }

    @Test
    void scaleDoesNotMatter() {
        for (double scale : new double[] {1e-300, 1, 1e300}) {
            Selectivity figures = Selectivity.of(new double[][] {{scale, 3 * scale, 2 * scale}});
            assertThat(figures.selectivity(0)).isCloseTo(1.0 / 3, within(EXACT));
            assertThat(figures.sparseness(0)).isCloseTo((1 - 12.0 / 14) * 1.5, within(EXACT));
        }
    }

    @Test
    void meansOverTrials() {
        double[][] mean = Selectivity.meanResponses(new double[][] {{1, 2, 3, 5}}, new int[] {0, 1, 0, 1}, 2);
        assertThat(mean[0]).containsExactly(2, 3.5);
        assertThatThrownBy(() -> Selectivity.meanResponses(new double[][] {{1}}, new int[] {2}, 2))
                .hasMessage("class of trial 0 = 2, must be between 0 and 1");
        assertThatThrownBy(() -> Selectivity.meanResponses(new double[][] {{1}}, new int[] {0}, 2))
                .hasMessage("class 1 has no trial, must have one for a mean");
        assertThatThrownBy(() -> Selectivity.meanResponses(new double[][] {{1, 1}}, new int[] {0}, 1))
                .hasMessage("2 trials in every row, must be 1 as there are classes of trials");
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> Selectivity.of(new double[][] {{1, 2}, {1, -2}}))
                .hasMessage(
                        "mean response of neuron 1 to class 1 = -2.0, must be at least 0; pass spike counts or rates");
        assertThatThrownBy(() -> Selectivity.of(new double[][] {{1, 2}, {1}}))
                .hasMessage("row 1 has 1 features, must have 2 as row 0");
        assertThatThrownBy(() -> Selectivity.of(new double[][] {{1, Double.NaN}}))
                .hasMessage("feature 1 of neuron 0 = NaN, must be finite");
    }

    @Test
    void conventionsArePrinted() {
        assertThat(Selectivity.of(new double[][] {{0, 1}, {0, 0}}))
                .hasToString("2 neurons (1 silent), 2 classes: selectivity (max - mean of others) / (max + mean of"
                        + " others) 1.00000, lifetime sparseness (Vinje-Gallant) 1.00000, means over neurons that"
                        + " respond");
    }
}
