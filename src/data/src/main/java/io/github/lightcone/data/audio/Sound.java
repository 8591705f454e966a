package io.github.lightcone.data.audio;

/** Sound on one channel, sampled evenly. Immutable. */
public final class Sound {

    private final double rate;
    private final double[] samples;

    /**
     * Makes a sound.
     *
     * @param rate samples a second, above 0
     * @param samples finite values, full scale being -1 to 1; copied
     * @throws IllegalArgumentException naming the sample that is not finite
     */
    public Sound(double rate, double[] samples) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate = " + rate + " Hz, must be finite and above 0");
        }
        for (int k = 0; k < samples.length; k++) {
            if (!Double.isFinite(samples[k])) {
                throw new IllegalArgumentException("sample " + k + " = " + samples[k] + ", must be finite");
            }
        }
        this.rate = rate;
        this.samples = samples.clone();
    }

    /** Returns the number of samples a second. */
    public double rate() {
        return rate;
    }

    /** Returns the number of samples. */
    public int size() {
        return samples.length;
    }

    /** Returns a sample; full scale is -1 to 1. */
    public double sample(int k) {
        return samples[k];
    }

    /** Returns the duration, ms. */
    public double duration() {
        return samples.length * 1000 / rate;
    }

    /** Returns the same sound with all samples multiplied by a finite factor. */
    public Sound scaled(double factor) {
        double[] scaled = samples.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= factor;
        }
        return new Sound(rate, scaled);
    }

    /** Returns the root of the mean of the squares of the samples; 0 without samples. */
    public double level() {
        double sum = 0;
        for (double sample : samples) {
            sum += sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }

    /**
     * Returns the same sound scaled to a {@link #level}; silence stays as it is.
     *
     * @param newLevel finite and above 0
     */
    public Sound atLevel(double newLevel) {
        if (!(newLevel > 0 && newLevel < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("level = " + newLevel + ", must be finite and above 0");
        }
        double level = level();
        return level > 0 ? scaled(newLevel / level) : this;
    }
}
