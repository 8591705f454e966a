package io.github.lightcone.structure.function;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Ridge regression of one training set, for any number of targets and strengths of the penalty.
 *
 * <p>Minimises {@code |y - X b|^2 + lambda |b|^2}, X being features standardised with mean and deviation of the training
 * set, y targets less their mean there (Hoerl and Kennard, Technometrics 12:55, 1970). With eigenvectors V and values s
 * of X'X, predictions are {@code X_test V diag(1 / (s + lambda)) V'X'y}; where features outnumber neurons, with those U
 * of XX', {@code X_test X'U diag(1 / (s + lambda)) U'y}: the same by the dual form. Takes time in proportion to the cube
 * of the smaller number.
 */
final class RidgeFit {

    private final int[] train;
    private final int[] test;
    private final double[] eigenvalue;
    private final double[][] readout;
    private final double[][] basis;

    /** Prepares the regression: decomposes, keeps (train + test) x min(features, train) numbers. */
    RidgeFit(double[][] features, int[] train, int[] test) {
        this.train = train;
        this.test = test;
        RealMatrix known = new Array2DRowRealMatrix(rows(features, train), false);
        RealMatrix asked = new Array2DRowRealMatrix(rows(features, test), false);
        standardise(known, asked);
        boolean dual = isDual(known.getColumnDimension(), train.length);
        RealMatrix transposed = known.transpose();
        EigenDecomposition eigen =
                new EigenDecomposition(dual ? known.multiply(transposed) : transposed.multiply(known));
        eigenvalue = eigen.getRealEigenvalues();
        RealMatrix vectors = eigen.getV();
        readout = (dual ? asked.multiply(transposed) : asked).multiply(vectors).getData();
        basis = (dual ? vectors.transpose() : vectors.transpose().multiply(transposed)).getData();
    }

    static boolean isDual(int features, int neurons) {
        return features > neurons;
    }

    private static double[][] rows(double[][] features, int[] neurons) {
        double[][] rows = new double[neurons.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = features[neurons[i]].clone();
        }
        return rows;
    }

    private static void standardise(RealMatrix known, RealMatrix asked) {
        for (int f = 0; f < known.getColumnDimension(); f++) {
            double[] values = known.getColumn(f);
            double mean = StatUtils.mean(values);
            double deviation = Features.isConstant(values) ? 0 : Math.sqrt(StatUtils.populationVariance(values));
            for (RealMatrix matrix : new RealMatrix[] {known, asked}) {
                for (int i = 0; i < matrix.getRowDimension(); i++) {
                    matrix.setEntry(i, f, deviation > 0 ? (matrix.getEntry(i, f) - mean) / deviation : 0);
                }
            }
        }
    }

    /**
     * Adds the squared errors at the test neurons.
     *
     * @param target one row per neuron of the whole table, one column per dimension
     * @param lambdas penalties, above 0
     * @param squares one row per penalty, one column per dimension. Modified.
     */
    void addSquaredErrors(double[][] target, double[] lambdas, double[][] squares) {
        for (int axis = 0; axis < squares[0].length; axis++) {
            double mean = 0;
            for (int neuron : train) {
                mean += target[neuron][axis] / train.length;
            }
            double[] component = components(target, axis, mean);
            for (int l = 0; l < lambdas.length; l++) {
                squares[l][axis] += squaredError(target, axis, mean, component, lambdas[l]);
            }
        }
    }

    private double[] components(double[][] target, int axis, double mean) {
        double[] component = new double[eigenvalue.length];
        for (int r = 0; r < component.length; r++) {
            for (int i = 0; i < train.length; i++) {
                component[r] += basis[r][i] * (target[train[i]][axis] - mean);
            }
        }
        return component;
    }

    private double squaredError(double[][] target, int axis, double mean, double[] component, double lambda) {
        double[] scaled = new double[component.length];
        for (int r = 0; r < scaled.length; r++) {
            scaled[r] = component[r] / (Math.max(0, eigenvalue[r]) + lambda);
        }
        double square = 0;
        for (int i = 0; i < test.length; i++) {
            double error = target[test[i]][axis] - mean;
            for (int r = 0; r < scaled.length; r++) {
                error -= readout[i][r] * scaled[r];
            }
            square += error * error;
        }
        return square;
    }
}
