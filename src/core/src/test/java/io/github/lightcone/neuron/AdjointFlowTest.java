package io.github.lightcone.neuron;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Precise;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;

/**
 * The backward flow, its drive, and the functionals of the time constants, as one linear system of
 * differential equations solved by a matrix exponential with 60 digits.
 */
class AdjointFlowTest {

    /** Rows and columns: lamV, lamI, q, p, m, and the drive that grows backwards. */
    private static final int V = 0;

    private static final int I = 1;
    private static final int Q = 2;
    private static final int P = 3;
    private static final int M = 4;
    private static final int DRIVE = 5;

    @Test
    void homogeneousFlowSolvesTheLinearSystem() {
        SplittableRandom random = new SplittableRandom(5);
        Agreement agreement = Agreement.of("AdjointFlow, matrix exponential", 1e-15, 0);
        for (int k = 0; k < 120; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 1));
            double c = a * FlowTest.ratio(random, k);
            double x = Math.pow(10, random.nextDouble(-5, 1)) / Math.min(a, c);
            double[] y = random.doubles(6, -1, 1).toArray();
            y[DRIVE] = 0;
            double[] expected = Precise.propagate(system(a, c, 0), y, x);
            // Errors count relative to what the terms add up to without signs.
            double[] all = new double[] {1, 1, 1, 1, 1, 0};
            double[] size = Precise.propagate(absolute(system(a, c, 0)), all, x);
            String what = "a " + a + " c " + c + " x " + x;
            agreement.compare(() -> what + " lamV", AdjointFlow.voltage(a, y[V], x), expected[V], size[V]);
            agreement.compare(() -> what + " lamI", AdjointFlow.current(a, c, y[V], y[I], x), expected[I], size[I]);
            agreement.compare(() -> what + " q", AdjointFlow.tauMemOfVoltage(a, y[V], y[Q], x), expected[Q], size[Q]);
            agreement.compare(
                    () -> what + " p", AdjointFlow.tauMemOfCurrent(a, c, y[V], y[Q], y[P], x), expected[P], size[P]);
            agreement.compare(
                    () -> what + " m", AdjointFlow.tauSynOfCurrent(a, c, y[V], y[I], y[M], x), expected[M], size[M]);
        }
        agreement.check();
    }

    @Test
    void particularSolutionSolvesTheDrivenSystem() {
        SplittableRandom random = new SplittableRandom(6);
        Agreement agreement = Agreement.of("AdjointFlow, particular solution", 1e-14, 0);
        for (int k = 0; k < 60; k++) {
            double a = Math.pow(10, random.nextDouble(-1, 1));
            double c = a * Math.pow(10, random.nextDouble(-1, 1));
            double r = k % 3 == 0 ? 0 : Math.pow(10, random.nextDouble(-2, 0.5));
            double x = random.nextDouble(0.1, 3) / Math.max(Math.max(a, c), r);
            double g = random.nextDouble(-1, 1);
            double lamV = AdjointFlow.driveVoltage(a, g, r);
            double lamI = AdjointFlow.driveCurrent(c, lamV, r);
            double q = AdjointFlow.driveTauMemOfVoltage(a, lamV, r);
            double p = AdjointFlow.driveTauMemOfCurrent(a, c, lamV + q, r);
            double m = lamI / (r + c);
            // Going back by x multiplies the drive, and a particular solution with it, by e^{r x}.
            double[] expected = Precise.propagate(system(a, c, r), new double[] {lamV, lamI, q, p, m, g}, x);
            double grown = Math.exp(r * x);
            String what = "a " + a + " c " + c + " r " + r + " x " + x;
            agreement.compare(() -> what + " lamV", lamV * grown, expected[V]);
            agreement.compare(() -> what + " lamI", lamI * grown, expected[I]);
            agreement.compare(() -> what + " q", q * grown, expected[Q]);
            agreement.compare(() -> what + " p", p * grown, expected[P], Math.abs(lamV));
            agreement.compare(() -> what + " m", m * grown, expected[M]);
        }
        agreement.check();
    }

    private static Dfp[][] system(double a, double c, double r) {
        Dfp[][] matrix = new Dfp[6][6];
        for (Dfp[] row : matrix) {
            Arrays.fill(row, Precise.FIELD.getZero());
        }
        matrix[V][V] = Precise.of(-a);
        matrix[V][DRIVE] = Precise.of(-a);
        matrix[I][I] = Precise.of(-c);
        matrix[I][V] = Precise.of(c);
        matrix[Q][Q] = Precise.of(-a);
        matrix[Q][V] = Precise.of(-a);
        matrix[P][P] = Precise.of(-c);
        matrix[P][Q] = Precise.of(a);
        matrix[P][V] = Precise.of(a);
        matrix[M][M] = Precise.of(-c);
        matrix[M][I] = Precise.of(1);
        matrix[DRIVE][DRIVE] = Precise.of(r);
        return matrix;
    }

    private static Dfp[][] absolute(Dfp[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                if (i != j) {
                    matrix[i][j] = matrix[i][j].abs();
                }
            }
        }
        return matrix;
    }
}
