package io.github.lightcone.data.synthetic;

/**
 * Parameters of {@link DelayedXor} data.
 *
 * @param channels number of channels of each of the two groups, at least 1
 * @param first time of the first pulse, ms, at least 0
 * @param delay time from the first pulse to the second, ms, above 0
 * @param jitter standard deviation of the time of each spike of a pulse, ms, at least 0
 */
public record DelayedXorSettings(int channels, double first, double delay, double jitter) {

    private static final int MOST = 1 << 16;

    /** Checks the parameters. */
    public DelayedXorSettings {
        if (channels < 1 || channels > MOST) {
            throw new IllegalArgumentException("channels = " + channels + ", must be from 1 to " + MOST);
        }
        boolean finite = first < Double.POSITIVE_INFINITY
                && delay < Double.POSITIVE_INFINITY
                && jitter < Double.POSITIVE_INFINITY;
        if (!(first >= 0 && delay > 0 && jitter >= 0 && finite)) {
            throw new IllegalArgumentException("first = " + first + " ms, delay = " + delay + " ms, jitter = " + jitter
                    + " ms, must be finite and at least 0, the delay above 0");
        }
    }

    /** Returns the parameters to start from: 10 channels a group, pulses at 10 and 60 ms, jitter 1 ms. */
    public static DelayedXorSettings defaults() {
        return new DelayedXorSettings(10, 10, 50, 1);
    }

    /** Returns these settings with another delay, ms. */
    public DelayedXorSettings withDelay(double ms) {
        return new DelayedXorSettings(channels, first, ms, jitter);
    }

    /** Returns these settings with another jitter, ms. */
    public DelayedXorSettings withJitter(double ms) {
        return new DelayedXorSettings(channels, first, delay, ms);
    }
}
