package io.github.lightcone.data.synthetic;

/** The two families of series that smooth random functions are made of; each falls off with an exponent alpha. */
public enum Spectrum {

    /**
     * Terms k = 1, 2 ... 1000 with amplitude {@code k^-alpha} and frequency k, as in the paper of Zenke and Vogels
     * (2021).
     */
    PAPER,

    /**
     * Terms i = 1, 2 ... n - 1 with amplitude {@code 1 / ((i + 1)^alpha + 1)} and frequency i, n being {@code
     * 0.001^(-1 / alpha)} rounded up and at most 1000, as in the public code fzenke/randman, whose term of frequency
     * 0 is 0 unless an offset is asked for.
     */
    PUBLIC_CODE;

    private static final int MOST_TERMS = 1000;
    private static final double PRECISION = 1e-3;

    /** Returns the number of terms; their frequencies are 1, 2 ... */
    int terms(double alpha) {
        return this == PAPER
                ? MOST_TERMS
                : (int) Math.min(Math.ceil(StrictMath.pow(PRECISION, -1 / alpha)), MOST_TERMS) - 1;
    }

    /** Returns the amplitude of the term of a frequency. */
    double amplitude(int frequency, double alpha) {
        return this == PAPER ? StrictMath.pow(frequency, -alpha) : 1 / (StrictMath.pow(frequency + 1, alpha) + 1);
    }
}
