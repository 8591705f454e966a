package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import org.junit.jupiter.api.Test;

class ClassInformationTest {

    private static final double ROUNDING = 1e-14;

    @Test
    void aNeuronThatTellsTheClass() {
        ClassInformation information =
                ClassInformation.of(new int[][] {{5, 5, 0, 0}, {1, 1, 1, 1}, {3, 2, 3, 2}}, new int[] {-1, -1, 7, 7});
        assertThat(information.classEntropy()).isCloseTo(1, within(ROUNDING));
        assertThat(information.plugIn(0)).isCloseTo(1, within(ROUNDING));
        assertThat(information.plugIn(1)).isZero();
        assertThat(information.plugIn(2)).isCloseTo(0, within(ROUNDING));
        // 2 pairs, 2 counts, 2 classes: surplus -1; 2, 1, 2: 0; 4, 2, 2: 1.
        double unit = 1 / (2 * 4 * Math.log(2));
        assertThat(information.corrected(0)).isCloseTo(1 + unit, within(ROUNDING));
        assertThat(information.corrected(1)).isCloseTo(0, within(ROUNDING));
        assertThat(information.corrected(2)).isCloseTo(-unit, within(ROUNDING));
    }

    /** The sum of the definition over a table of pairs, on random counts. */
    @Test
    void theDefinition() {
        SeededRandom random = new SeededRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            int trials = 1 + random.nextInt(60);
            int[] count = new int[trials];
            int[] classes = new int[trials];
            double[][] share = new double[5][4];
            for (int t = 0; t < trials; t++) {
                classes[t] = random.nextInt(4);
                count[t] = random.nextInt(2 + classes[t] / 2);
                share[count[t]][classes[t]] += 1.0 / trials;
            }
            double expected = 0;
            for (double[] row : share) {
                for (int c = 0; c < 4; c++) {
                    double ofCount = row[0] + row[1] + row[2] + row[3];
                    double ofClass = 0;
                    for (double[] other : share) {
                        ofClass += other[c];
                    }
                    expected += row[c] > 0 ? row[c] * Math.log(row[c] / ofCount / ofClass) / Math.log(2) : 0;
                }
            }
            assertThat(ClassInformation.of(new int[][] {count}, classes).plugIn(0))
                    .as("trial %d", trial)
                    .isCloseTo(expected, within(1e-13));
        }
    }

    /**
     * Independent counts of many trials: the plug-in mean is (m_k - 1)(m_c - 1) / (2 N ln 2) to first order, the corrected
     * one 0. Its standard error over 400 neurons is about 0.0006 bits.
     */
    @Test
    void theCorrectionTakesAwayTheBias() {
        SeededRandom random = new SeededRandom(4);
        int[][] counts = new int[400][200];
        int[] classes = new int[200];
        for (int t = 0; t < 200; t++) {
            classes[t] = random.nextInt(3);
            for (int[] row : counts) {
                row[t] = random.nextInt(4);
            }
        }
        ClassInformation information = ClassInformation.of(counts, classes);
        double plugIn = 0;
        for (int n = 0; n < 400; n++) {
            plugIn += information.plugIn(n) / 400;
        }
        assertThat(plugIn).isCloseTo(6 / (400 * Math.log(2)), within(0.003));
        assertThat(information.correctedSummary().mean()).isCloseTo(0, within(0.003));
    }

    @Test
    void withoutTrialsThereIsNoInformation() {
        ClassInformation information = ClassInformation.of(new int[2][0], new int[0]);
        assertThat(information.plugIn(0)).isNaN();
        assertThat(information.corrected(1)).isNaN();
        assertThat(information.correctedSummary().mean()).isNaN();
        assertThatThrownBy(() -> ClassInformation.of(new int[2][1], new int[2]))
                .hasMessage("row 0 has 1 counts, must have 2 as there are classes of trials");
    }
}
