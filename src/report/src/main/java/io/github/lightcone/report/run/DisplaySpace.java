package io.github.lightcone.report.run;

import io.github.lightcone.network.Network;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * The axes that positions are drawn on: those of space for up to three dimensions, the first three principal components
 * of the positions beyond. A component points to where its largest entry is positive.
 *
 * @param shown number of axes, 1 to 3
 * @param axes for each, a unit vector in space
 * @param centre point that is drawn at the origin, mm
 * @param note what is drawn, in words
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DisplaySpace(int shown, double[][] axes, double[] centre, String note) {

    private static final int MOST = 3;

    static DisplaySpace of(Network network) {
        int dimensions = network.dimensions();
        double[] position = network.parameters().position();
        if (dimensions > MOST) {
            return principal(dimensions, position);
        }
        double[][] axes = new double[dimensions][dimensions];
        for (int d = 0; d < dimensions; d++) {
            axes[d][d] = 1;
        }
        String note = dimensions == 1
                ? "Neurons lie on a line: up and down means nothing."
                : dimensions == 2 ? "Space has two dimensions: a plane." : "Space has three dimensions: all are shown.";
        return new DisplaySpace(dimensions, axes, new double[dimensions], note);
    }

    private static DisplaySpace principal(int dimensions, double[] position) {
        int neurons = position.length / dimensions;
        double[] mean = new double[dimensions];
        for (int k = 0; k < position.length; k++) {
            mean[k % dimensions] += position[k] / neurons;
        }
        double[][] covariance = new double[dimensions][dimensions];
        double total = 0;
        for (int n = 0; n < neurons; n++) {
            for (int a = 0; a < dimensions; a++) {
                double x = position[n * dimensions + a] - mean[a];
                for (int b = 0; b < dimensions; b++) {
                    covariance[a][b] += x * (position[n * dimensions + b] - mean[b]) / neurons;
                }
                total += x * x / neurons;
            }
        }
        EigenDecomposition components = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
        double[][] axes = new double[MOST][];
        double kept = 0;
        for (int k = 0; k < MOST; k++) {
            RealVector axis = components.getEigenvector(k);
            int largest = Math.abs(axis.getMaxValue()) >= Math.abs(axis.getMinValue())
                    ? axis.getMaxIndex()
                    : axis.getMinIndex();
            axes[k] = axis.mapMultiply(Math.signum(axis.getEntry(largest)) / axis.getNorm())
                    .toArray();
            kept += components.getRealEigenvalue(k);
        }
        return new DisplaySpace(
                MOST,
                axes,
                mean,
                String.format(
                        Locale.ROOT,
                        "Space has %d dimensions: the first three principal components of the positions are shown, %.0f %%"
                                + " of their variance. Distances on the picture are not the distances spikes travel.",
                        dimensions,
                        total > 0 ? 100 * kept / total : 0));
    }

    /** Returns whether distances on the picture are those that spikes travel. */
    public boolean isExact() {
        return axes[0].length <= MOST;
    }

    /**
     * Returns three coordinates per neuron, 0 on axes that are not there.
     *
     * @param position D coordinates per neuron, mm
     */
    public double[] project(double[] position) {
        int dimensions = centre.length;
        double[] drawn = new double[position.length / dimensions * MOST];
        for (int n = 0; n < position.length / dimensions; n++) {
            for (int a = 0; a < shown; a++) {
                double sum = 0;
                for (int d = 0; d < dimensions; d++) {
                    sum += axes[a][d] * (position[n * dimensions + d] - centre[d]);
                }
                drawn[n * MOST + a] = sum;
            }
        }
        return drawn;
    }
}
