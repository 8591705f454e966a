package io.github.lightcone.structure.function;

import org.apache.commons.math3.stat.StatUtils;

/** How features are put on one scale before neurons are compared by Euclidean distance. */
public enum Normalisation {

    /** As they are. */
    NONE {
        @Override
        double[][] apply(double[][] features) {
            return copy(features);
        }
    },

    /**
     * Every feature less its mean over neurons, over its standard deviation (divided by the number of neurons). A
     * feature that is the same for all neurons becomes 0.
     */
    STANDARDISED {
        @Override
        double[][] apply(double[][] features) {
            double[][] scaled = copy(features);
            int columns = Features.columns(features);
            for (int f = 0; f < columns; f++) {
                double[] values = Features.column(features, f);
                double mean = StatUtils.mean(values);
                double deviation = Features.isConstant(values) ? 0 : Math.sqrt(StatUtils.populationVariance(values));
                for (double[] row : scaled) {
                    row[f] = deviation > 0 ? (row[f] - mean) / deviation : 0;
                }
            }
            return scaled;
        }
    },

    /**
     * Every neuron's features less their mean, at unit Euclidean length: the squared distance of two neurons is 2 (1 -
     * r), r being Pearson's correlation of their features.
     */
    CORRELATION {
        @Override
        double[][] apply(double[][] features) {
            double[][] scaled = copy(features);
            for (int n = 0; n < scaled.length; n++) {
                if (Features.isConstant(features[n])) {
                    throw new IllegalArgumentException("all features of neuron " + n
                            + " are the same, which has no correlation; leave it out or pass STANDARDISED");
                }
                double mean = StatUtils.mean(scaled[n]);
                double square = 0;
                for (int f = 0; f < scaled[n].length; f++) {
                    scaled[n][f] -= mean;
                    square += scaled[n][f] * scaled[n][f];
                }
                for (int f = 0; f < scaled[n].length; f++) {
                    scaled[n][f] /= Math.sqrt(square);
                }
            }
            return scaled;
        }
    };

    /**
     * Returns the features on one scale, in a table of their own.
     *
     * @param features one row per neuron, one column per feature, checked
     */
    abstract double[][] apply(double[][] features);

    private static double[][] copy(double[][] features) {
        double[][] copy = new double[features.length][];
        for (int n = 0; n < copy.length; n++) {
            copy[n] = features[n].clone();
        }
        return copy;
    }
}
