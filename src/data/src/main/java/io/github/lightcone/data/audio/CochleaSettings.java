package io.github.lightcone.data.audio;

/**
 * Parameters of a {@link Cochlea}.
 *
 * @param channels number of filters, evenly spaced on the {@link ErbScale}
 * @param lowest centre frequency of channel 0, Hz
 * @param highest centre frequency of the last channel, Hz; a sound needs at least twice that rate
 * @param exponent of the compression in the hair cell, above 0 and at most 1
 * @param cutoff frequency of the low-pass filter of the hair cell, Hz
 * @param gain current, in thresholds, of a compressed motion of 1
 * @param tauMem membrane time constant of the neuron, ms
 * @param refractory refractory time of the neuron, ms, at least 0.01: it bounds the rate
 */
public record CochleaSettings(
        int channels,
        double lowest,
        double highest,
        double exponent,
        double cutoff,
        double gain,
        double tauMem,
        double refractory) {

    private static final int MOST_CHANNELS = 1 << 16;
    private static final double SHORTEST = 0.01;

    /** Checks the parameters. */
    public CochleaSettings {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels = " + channels + ", must be from 1 to " + MOST_CHANNELS);
        }
        requireAboveZero("lowest", lowest, "Hz");
        requireAboveZero("highest", highest, "Hz");
        if (highest < lowest) {
            throw new IllegalArgumentException(
                    "highest = " + highest + " Hz, must be at least the lowest, " + lowest + " Hz");
        }
        if (!(exponent > 0 && exponent <= 1)) {
            throw new IllegalArgumentException("exponent = " + exponent + ", must be above 0 and at most 1");
        }
        requireAboveZero("cutoff", cutoff, "Hz");
        requireAboveZero("gain", gain, "thresholds");
        requireAboveZero("tauMem", tauMem, "ms");
        if (!(refractory >= SHORTEST && refractory < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "refractory = " + refractory + " ms, must be finite and at least " + SHORTEST);
        }
    }

    private static void requireAboveZero(String name, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " = " + value + " " + unit + ", must be finite and above 0");
        }
    }

    /**
     * Returns the parameters to start from, for speech at 8 kHz or more: 64 channels from 50 to 3600 Hz, cube
     * root, 1 kHz, gain 12, 10 ms, 1 ms. Speech at a comfortable level then gives tens of spikes a second and channel.
     */
    public static CochleaSettings defaults() {
        return new CochleaSettings(64, 50, 3600, 1.0 / 3, 1000, 12, 10, 1);
    }

    /** Returns these settings with another number of channels. */
    public CochleaSettings withChannels(int count) {
        return new CochleaSettings(count, lowest, highest, exponent, cutoff, gain, tauMem, refractory);
    }

    /** Returns these settings with other centre frequencies, Hz. */
    public CochleaSettings withFrequencies(double first, double last) {
        return new CochleaSettings(channels, first, last, exponent, cutoff, gain, tauMem, refractory);
    }

    /** Returns these settings with another gain. */
    public CochleaSettings withGain(double thresholds) {
        return new CochleaSettings(channels, lowest, highest, exponent, cutoff, thresholds, tauMem, refractory);
    }
}
