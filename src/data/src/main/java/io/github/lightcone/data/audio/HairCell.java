package io.github.lightcone.data.audio;

/**
 * From the motion of the membrane to the current of a nerve: half-wave rectification, compression by a power
 * law and a low-pass filter of first order, which takes the fine structure from high channels and leaves it to
 * low ones.
 *
 * <p>T. Dau, D. Püschel, A. Kohlrausch, A quantitative model of the effective signal processing in the auditory
 * system I, Journal of the Acoustical Society of America 99 (1996), for rectification and the low-pass filter
 * of 1 kHz; B. Fontaine, D. F. M. Goodman, V. Benichoux, R. Brette, Brian Hears, Frontiers in Neuroinformatics 5
 * (2011), for the exponent of a third.
 */
final class HairCell {

    private final double exponent;
    private final double decay;
    private double output;

    /**
     * Makes a hair cell at rest.
     *
     * @param exponent of the compression, above 0 and at most 1
     * @param cutoff frequency of the low-pass filter, Hz
     * @param rate samples a second
     */
    HairCell(double exponent, double cutoff, double rate) {
        this.exponent = exponent;
        decay = StrictMath.exp(-2 * Math.PI * cutoff / rate);
    }

    /** Takes the next sample of the motion and returns the current at its time. */
    double next(double motion) {
        double rectified = motion > 0 ? StrictMath.pow(motion, exponent) : 0;
        output = decay * output + (1 - decay) * rectified;
        return output;
    }
}
