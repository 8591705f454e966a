package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class MantelTestTest {

    private static final Progress NONE = Progress.none();

    @Test
    void theDefinitionOnRandomMatrices() {
        for (long seed = 0; seed < 10; seed++) {
            int size = 3 + (int) seed;
            double[][] first = symmetric(Tables.normal(size, size, seed));
            double[][] second = symmetric(Tables.normal(size, size, 50 + seed));
            double[] x = new double[size * (size - 1) / 2];
            double[] y = new double[x.length];
            int p = 0;
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    // Ties for the ranks.
                    first[a][b] = Math.rint(first[a][b]);
                    first[b][a] = first[a][b];
                    x[p] = first[a][b];
                    y[p++] = second[a][b];
                }
            }
            MantelTest test = MantelTest.of(first, second, 0, 1, NONE);
            if (Features.isConstant(x)) {
                assertThat(test.pearson().observed()).isNaN();
                continue;
            }
            assertThat(test.pearson().observed()).isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-13));
            assertThat(test.spearman().observed())
                    .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-13));
        }
    }

    private static double[][] symmetric(double[][] matrix) {
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < a; b++) {
                matrix[a][b] = matrix[b][a];
            }
        }
        return matrix;
    }

    @Test
    void featuresThatFallWithDistance() {
        Positions positions = Tables.square(15, 2);
        MantelTest test = MantelTest.ofFeatures(Features.rows(positions), Normalisation.NONE, positions, 99, 4, NONE);
        assertThat(test.pearson().observed()).isCloseTo(-1, within(1e-14));
        assertThat(test.spearman().observed()).isCloseTo(-1, within(1e-14));
        assertThat(test.pearson().pLess()).isEqualTo(0.01);
        assertThat(test.spearman().test().p()).isEqualTo(0.01);
        assertThat(test)
                .isEqualTo(MantelTest.ofFeatures(Features.rows(positions), Normalisation.NONE, positions, 99, 4, NONE));
        assertThat(test.toString())
                .startsWith("Mantel test of 15 neurons, - distance of features (NONE) with distance");
    }

    /** Draws deal rows and columns together: the correlation of a matrix with itself has few values of size 1. */
    @Test
    void theDrawsAreOrdersOfNeurons() {
        double[][] place = Features.rows(Positions.of(1, 0, 1, 3));
        double[][] distance = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                distance[a][b] = Features.distance(place[a], place[b]);
            }
        }
        MantelTest test = MantelTest.of(distance, distance, 6000, 4, NONE);
        // Of 6 orders one keeps all pairs; binomial, 5 deviations of 29 in 6000.
        assertThat(test.pearson().pGreater()).isCloseTo(1.0 / 6, within(5 * 29.0 / 6000));
        assertThat(test.pearson().test().mean()).isCloseTo(0, within(0.05));
    }

    @Test
    void degenerateInput() {
        MantelTest two = MantelTest.of(new double[2][2], new double[2][2], 2, 1, NONE);
        assertThat(two.pearson().observed()).isNaN();
        assertThat(two.spearman().pLess()).isNaN();
        assertThat(MantelTest.of(new double[0][], new double[0][], 1, 1, NONE)
                        .spearman()
                        .observed())
                .isNaN();
        MantelTest point = MantelTest.ofFeatures(
                Tables.normal(4, 2, 1), Normalisation.STANDARDISED, Positions.origin(4, 2), 3, 1, NONE);
        assertThat(point.pearson().observed()).isNaN();
        assertThatThrownBy(() -> MantelTest.of(new double[3][3], new double[2][2], 0, 1, NONE))
                .hasMessage("distance has 2 rows and 2 columns, must have 3 of both");
        assertThatThrownBy(() -> MantelTest.of(new double[][] {{0, 1}, {2, 0}}, new double[2][2], 0, 1, NONE))
                .hasMessage("similarity of 1 and 0 = 2.0, must be 1.0 as that of 0 and 1");
    }
}
