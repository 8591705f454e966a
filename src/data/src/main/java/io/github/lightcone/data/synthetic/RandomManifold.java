package io.github.lightcone.data.synthetic;

import io.github.lightcone.random.SeededRandom;

/**
 * A smooth random manifold: for each channel c the product over dimensions d of {@code sum_k a_k A sin(2 pi (k x_d
 * B + C))}, with frequencies k and amplitudes a_k of the {@link Spectrum} and A, B and C uniform in [0, 1) for each
 * c, d and k.
 */
final class RandomManifold {

    private static final int NUMBERS = 3;

    private final int channels;
    private final int dimension;
    private final int terms;
    private final double[] amplitude;
    /** A, B and C of channel, dimension and term, the term running fastest. */
    private final double[] number;

    /** Draws A, B and C of the first term of channel 0 and dimension 0, of the next term, and so on. */
    RandomManifold(RandmanSettings settings, SeededRandom random) {
        channels = settings.channels();
        dimension = settings.dimension();
        terms = settings.spectrum().terms(settings.alpha());
        amplitude = new double[terms];
        for (int k = 0; k < terms; k++) {
            amplitude[k] = settings.spectrum().amplitude(k + 1, settings.alpha());
        }
        number = new double[channels * dimension * terms * NUMBERS];
        for (int i = 0; i < number.length; i++) {
            number[i] = random.nextDouble();
        }
    }

    /** Returns the coordinates, one a channel, of a point with the given coordinates on the manifold. */
    double[] at(double[] x) {
        double[] y = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            double product = 1;
            for (int d = 0; d < dimension; d++) {
                product *= factor(channel * dimension + d, x[d]);
            }
            y[channel] = product;
        }
        return y;
    }

    private double factor(int function, double x) {
        double sum = 0;
        int at = function * terms * NUMBERS;
        for (int k = 0; k < terms; k++, at += NUMBERS) {
            double phase = (k + 1) * x * number[at + 1] + number[at + 2];
            sum += amplitude[k] * number[at] * StrictMath.sin(2 * Math.PI * phase);
        }
        return sum;
    }
}
