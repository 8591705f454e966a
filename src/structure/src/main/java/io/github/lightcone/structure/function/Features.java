package io.github.lightcone.structure.function;

import io.github.lightcone.space.Positions;

/** Checks of a table of features: one row per neuron, one column per feature. */
final class Features {

    private Features() {}

    /** Returns the number of columns, 0 without rows; throws unless all rows have as many, all finite. */
    static int columns(double[][] features) {
        for (int n = 0; n < features.length; n++) {
            if (features[n].length != features[0].length) {
                throw new IllegalArgumentException("row " + n + " has " + features[n].length + " features, must have "
                        + features[0].length + " as row 0");
            }
            for (int f = 0; f < features[n].length; f++) {
                if (!Double.isFinite(features[n][f])) {
                    throw new IllegalArgumentException(
                            "feature " + f + " of neuron " + n + " = " + features[n][f] + ", must be finite");
                }
            }
        }
        return features.length > 0 ? features[0].length : 0;
    }

    /** Throws unless there is a position per row. */
    static void checkFits(double[][] features, Positions positions) {
        if (positions.size() != features.length) {
            throw new IllegalArgumentException(
                    positions.size() + " positions, must be " + features.length + " as the rows of features");
        }
    }

    /** Returns the coordinates, a row per point, mm. */
    static double[][] rows(Positions positions) {
        double[][] rows = new double[positions.size()][positions.dimensions()];
        for (int n = 0; n < rows.length; n++) {
            for (int axis = 0; axis < rows[n].length; axis++) {
                rows[n][axis] = positions.coordinate(n, axis);
            }
        }
        return rows;
    }

    /** Returns whether all values are the same; also without any. */
    static boolean isConstant(double... values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Returns a column. */
    static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = rows[n][column];
        }
        return values;
    }

    /** Returns the Euclidean distance of two rows. */
    static double distance(double[] a, double[] b) {
        double square = 0;
        for (int f = 0; f < a.length; f++) {
            square += (a[f] - b[f]) * (a[f] - b[f]);
        }
        return Math.sqrt(square);
    }
}
