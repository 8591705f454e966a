package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RidgeMappingTest {

    private static final double[] GRID = RidgeMapping.grid();

    @Test
    void linearFeaturesTellThePosition() {
        Positions positions = Tables.square(40, 1);
        double[][] features = new double[40][3];
        for (int n = 0; n < 40; n++) {
            double x = positions.coordinate(n, 0);
            double y = positions.coordinate(n, 1);
            features[n] = new double[] {x + y, 5 * x - 2 * y + 9, -3};
        }
        RidgeMapping mapping = RidgeMapping.of(features, positions, 5, GRID, 19, 3, Progress.none());
        // The smallest penalty, 0.01 on about 32 neurons, leaves a bias of about 1e-3 of the deviation.
        assertThat(mapping.r2()).isBetween(0.99999, 1.0);
        assertThat(mapping.lambdas()).containsOnly(0.01);
        assertThat(mapping.pooled().pGreater()).isEqualTo(0.05);
        assertThat(mapping.ofAxis(1).test().mean()).isLessThan(0.3);
    }

    /** Normal equations solved by LU for every fold, in primal form also where features outnumber neurons. */
    @Test
    void normalEquations() {
        for (int columns : new int[] {1, 4, 25}) {
            double[][] features = Tables.normal(17, columns, columns);
            Positions positions = Tables.square(17, 9);
            for (int neuron = 0; neuron < 17; neuron++) {
                features[neuron][0] += 3 * positions.coordinate(neuron, 0);
            }
            RidgeMapping mapping = RidgeMapping.of(features, positions, 4, GRID, 0, 5, Progress.none());
            Folds folds = Folds.random(17, 4, 5);
            double error = 0;
            for (int f = 0; f < 4; f++) {
                double best = Double.POSITIVE_INFINITY;
                double chosen = 0;
                for (double lambda : GRID) {
                    double inside = 0;
                    for (int g = 0; g < folds.inner(f).count(); g++) {
                        Folds inner = folds.inner(f);
                        inside += squaredError(features, positions, inner.train(g), inner.test(g), lambda);
                    }
                    chosen = inside < best ? lambda : chosen;
                    best = Math.min(best, inside);
                }
                assertThat(mapping.lambdas()[f]).isEqualTo(chosen);
                error += squaredError(features, positions, folds.train(f), folds.test(f), chosen);
            }
            double total = 0;
            for (int axis = 0; axis < 2; axis++) {
                double[] place = Features.column(Features.rows(positions), axis);
                double mean = Arrays.stream(place).average().orElseThrow();
                total += Arrays.stream(place).map(p -> (p - mean) * (p - mean)).sum();
            }
            assertThat(mapping.r2()).as("%d columns", columns).isCloseTo(1 - error / total, within(1e-10));
        }
    }

    private static double squaredError(
            double[][] features, Positions positions, int[] train, int[] test, double lambda) {
        int columns = features[0].length;
        RealMatrix known = new Array2DRowRealMatrix(train.length, columns);
        RealMatrix asked = new Array2DRowRealMatrix(test.length, columns);
        for (int f = 0; f < columns; f++) {
            int column = f;
            double mean = Arrays.stream(train)
                    .mapToDouble(n -> features[n][column])
                    .average()
                    .orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(train)
                    .mapToDouble(n -> (features[n][column] - mean) * (features[n][column] - mean))
                    .average()
                    .orElseThrow());
            for (int i = 0; i < train.length; i++) {
                known.setEntry(i, f, (features[train[i]][f] - mean) / deviation);
            }
            for (int i = 0; i < test.length; i++) {
                asked.setEntry(i, f, (features[test[i]][f] - mean) / deviation);
            }
        }
        double error = 0;
        for (int axis = 0; axis < positions.dimensions(); axis++) {
            double[] target = new double[train.length];
            double mean = 0;
            for (int i = 0; i < train.length; i++) {
                target[i] = positions.coordinate(train[i], axis);
                mean += target[i] / train.length;
            }
            for (int i = 0; i < train.length; i++) {
                target[i] -= mean;
            }
            RealMatrix normal = known.transpose()
                    .multiply(known)
                    .add(MatrixUtils.createRealIdentityMatrix(columns).scalarMultiply(lambda));
            double[] slope = new LUDecomposition(normal)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(known.transpose().operate(target)))
                    .toArray();
            double[] predicted = asked.operate(slope);
            for (int i = 0; i < test.length; i++) {
                double residual = positions.coordinate(test[i], axis) - mean - predicted[i];
                error += residual * residual;
            }
        }
        return error;
    }

    @Test
    void noiseTellsNothing() {
        int below = 0;
        for (int trial = 0; trial < 40; trial++) {
            RidgeMapping mapping = RidgeMapping.of(
                    Tables.normal(20, 4, trial), Tables.square(20, 100 + trial), 4, GRID, 19, trial, Progress.none());
            below += mapping.pooled().pGreater() < 0.251 ? 1 : 0;
        }
        // Uniform p: a quarter of 40, binomial, 4 deviations of 2.7.
        assertThat(below).isBetween(0, 21);
    }

    @Test
    void degenerateInput() {
        Positions line = Positions.of(2, 0, 5, 1, 5, 2, 5, 4, 5, 7, 5, 3, 5);
        RidgeMapping flat = RidgeMapping.of(Tables.normal(6, 2, 1), line, 3, GRID, 2, 1, Progress.none());
        assertThat(flat.r2(1)).isNaN();
        assertThat(flat.r2()).isEqualTo(flat.r2(0));
        RidgeMapping one =
                RidgeMapping.of(Tables.normal(6, 2, 1), Positions.origin(6, 2), 3, GRID, 2, 1, Progress.none());
        assertThat(one.r2()).isNaN();
        assertThat(one.pooled().pGreater()).isNaN();
        RidgeMapping constant = RidgeMapping.of(new double[6][9], line, 6, GRID, 0, 1, Progress.none());
        // Leaving one out, the mean of the others misses by n / (n - 1): R^2 = 1 - (6/5)^2.
        assertThat(constant.r2()).isCloseTo(1 - 1.44, within(1e-14));
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> RidgeMapping.of(new double[3][1], Tables.line(3), 5, GRID, 0, 1, Progress.none()))
                .hasMessage("3 neurons in 5 folds, must be a neuron per fold and two in what is left without a fold");
        assertThatThrownBy(() -> RidgeMapping.of(new double[3][1], Tables.line(3), 2, GRID, 0, 1, Progress.none()))
                .hasMessageContaining("3 neurons in 2 folds");
        assertThatThrownBy(() -> RidgeMapping.of(new double[1][1], Tables.line(1), 2, GRID, 0, 1, Progress.none()))
                .hasMessageContaining("1 neurons in 2 folds");
        assertThatThrownBy(() -> RidgeMapping.of(new double[4][0], Tables.line(4), 2, GRID, 0, 1, Progress.none()))
                .hasMessage("0 features, must be at least 1");
        assertThatThrownBy(() -> RidgeMapping.of(
                        new double[4][1], Tables.line(4), 2, new double[] {1, 0}, 0, 1, Progress.none()))
                .hasMessage("lambda 1 = 0.0, must be above 0 and finite");
        assertThatThrownBy(() ->
                        RidgeMapping.of(new double[4][1], Tables.line(4), 2, new double[0], 0, 1, Progress.none()))
                .hasMessage("no lambda to choose from, must be at least 1");
        assertThatThrownBy(() -> RidgeMapping.of(new double[4][1], Tables.line(4), 1, GRID, 0, 1, Progress.none()))
                .hasMessage("folds = 1, must be at least 2");
    }

    @Test
    void sameSeedSameBits() {
        double[][] features = Tables.normal(15, 20, 2);
        Positions positions = Tables.square(15, 3);
        List<Double> told = new ArrayList<>();
        RidgeMapping first = RidgeMapping.of(features, positions, 3, GRID, 5, 8, told::add);
        RidgeMapping second = RidgeMapping.of(features, positions, 3, GRID, 5, 8, Progress.none());
        assertThat(second.pooled()).isEqualTo(first.pooled());
        assertThat(second).hasToString(first.toString());
        assertThat(RidgeMapping.of(features, positions, 3, GRID, 5, 9, Progress.none())
                        .pooled())
                .isNotEqualTo(first.pooled());
        assertThat(told).isSorted().endsWith(1.0);
        assertThat(first.toString()).startsWith("ridge from 20 standardised features to 15 positions, 3 folds");
    }
}
