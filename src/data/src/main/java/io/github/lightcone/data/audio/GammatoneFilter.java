package io.github.lightcone.data.audio;

/**
 * A gammatone filter of fourth order, {@code g(t) = c t^3 exp(-2 pi b t) cos(2 pi f t)} for t at least 0: the
 * impulse response is this function at the times of the samples. The factor c makes the gain 1 at f, up to the
 * part of the spectrum around -f.
 *
 * <p>With the complex pole {@code p = exp(2 pi (i f - b) / rate)} the sampled function is the real part of
 * {@code c k^3 p^k}, whose transform is {@code c p z^-1 (1 + 4 p z^-1 + p^2 z^-2) / (1 - p z^-1)^4}: four equal
 * one-pole filters and a weighted sum of three of their outputs.
 *
 * <p>J. Holdsworth, I. Nimmo-Smith, R. Patterson, P. Rice, Implementing a gammatone filter bank, annex C of the
 * SVOS final report (1988); M. Slaney, An efficient implementation of the Patterson-Holdsworth auditory filter
 * bank, Apple Technical Report 35 (1993). Not safe for use by several threads.
 */
public final class GammatoneFilter {

    /** Bandwidth b of a filter of fourth order in equivalent rectangular bandwidths (Holdsworth et al.). */
    public static final double BANDWIDTH_PER_ERB = 1.019;

    private static final int ORDER = 4;

    private final double poleReal;
    private final double poleImaginary;
    private final double gain;
    /** Outputs of the one-pole filters, real and imaginary in turn. */
    private final double[] stage = new double[2 * ORDER];
    /** The last two outputs of the last one-pole filter, the newer first. */
    private final double[] last = new double[4];

    /**
     * Makes a filter at rest.
     *
     * @param frequency centre frequency f, Hz, above 0 and at most half the rate
     * @param bandwidth b, Hz, above 0
     * @param rate samples a second
     */
    public GammatoneFilter(double frequency, double bandwidth, double rate) {
        if (!(frequency > 0 && frequency <= rate / 2)) {
            throw new IllegalArgumentException("centre frequency = " + frequency
                    + " Hz, must be above 0 and at most half the rate of " + rate + " Hz");
        }
        if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bandwidth = " + bandwidth + " Hz, must be finite and above 0");
        }
        double decay = StrictMath.exp(-2 * Math.PI * bandwidth / rate);
        double angle = 2 * Math.PI * frequency / rate;
        poleReal = decay * StrictMath.cos(angle);
        poleImaginary = decay * StrictMath.sin(angle);
        double atCentre = (1 - decay) * (1 - decay) * (1 - decay) * (1 - decay);
        gain = 2 * atCentre / (decay * (1 + 4 * decay + decay * decay));
    }

    /** Returns the filter of a centre frequency with the bandwidth of an ear. */
    public static GammatoneFilter at(double frequency, double rate) {
        return new GammatoneFilter(frequency, BANDWIDTH_PER_ERB * ErbScale.bandwidth(frequency), rate);
    }

    /** Returns the factor c of the impulse response with time in samples. */
    double gain() {
        return gain;
    }

    /** Takes the next sample and returns the output at its time. */
    public double next(double sample) {
        double real = sample;
        double imaginary = 0;
        double beforeReal = stage[2 * ORDER - 2];
        double beforeImaginary = stage[2 * ORDER - 1];
        for (int s = 0; s < ORDER; s++) {
            double nextReal = real + poleReal * stage[2 * s] - poleImaginary * stage[2 * s + 1];
            double nextImaginary = imaginary + poleReal * stage[2 * s + 1] + poleImaginary * stage[2 * s];
            stage[2 * s] = nextReal;
            stage[2 * s + 1] = nextImaginary;
            real = nextReal;
            imaginary = nextImaginary;
        }
        double output = sum(beforeReal, beforeImaginary);
        last[2] = last[0];
        last[3] = last[1];
        last[0] = beforeReal;
        last[1] = beforeImaginary;
        return output;
    }

    /** Returns the real part of p (x + 4 p y + p^2 z), x being the newest and y and z the ones before. */
    private double sum(double newestReal, double newestImaginary) {
        double innerReal = 4 * last[0] + poleReal * last[2] - poleImaginary * last[3];
        double innerImaginary = 4 * last[1] + poleReal * last[3] + poleImaginary * last[2];
        double outerReal = newestReal + poleReal * innerReal - poleImaginary * innerImaginary;
        double outerImaginary = newestImaginary + poleReal * innerImaginary + poleImaginary * innerReal;
        return gain * (poleReal * outerReal - poleImaginary * outerImaginary);
    }
}
