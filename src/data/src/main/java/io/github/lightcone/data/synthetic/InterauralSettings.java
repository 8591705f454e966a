package io.github.lightcone.data.synthetic;

/**
 * Parameters of {@link InterauralDelays} data. Times are those of the head; all are multiplied by {@code
 * timeScale} at the end.
 *
 * @param fibres number of fibres of each ear, at least 1
 * @param classes number of equal ranges of azimuth from -90 to 90 degrees, at least 2
 * @param largestDelay interaural time difference of a sound at 90 degrees, ms, above 0; 0.7 for a human head
 * @param period of the tone, ms, above twice the largest delay: otherwise two directions give the same spikes
 * @param cycles number of periods, at least 1
 * @param jitter standard deviation of the time of each spike, ms, at least 0
 * @param reliability probability that a fibre spikes in a period, above 0 and at most 1
 * @param timeScale factor of all times, above 0: how much slower the network is than a head
 */
public record InterauralSettings(
        int fibres,
        int classes,
        double largestDelay,
        double period,
        int cycles,
        double jitter,
        double reliability,
        double timeScale) {

    private static final int MOST = 1 << 16;

    /** Checks the parameters. */
    public InterauralSettings {
        requireFrom("fibres", fibres, 1);
        requireFrom("classes", classes, 2);
        requireFrom("cycles", cycles, 1);
        requireAboveZero("largestDelay", largestDelay);
        requireAboveZero("period", period);
        requireAboveZero("timeScale", timeScale);
        if (!(period > 2 * largestDelay)) {
            throw new IllegalArgumentException("period = " + period + " ms, must be above twice the largest delay of "
                    + largestDelay + " ms: otherwise two directions give the same spikes");
        }
        if (!(jitter >= 0 && jitter < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("jitter = " + jitter + " ms, must be finite and at least 0");
        }
        if (!(reliability > 0 && reliability <= 1)) {
            throw new IllegalArgumentException("reliability = " + reliability + ", must be above 0 and at most 1");
        }
    }

    private static void requireFrom(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + " = " + value + ", must be from " + least + " to " + MOST);
        }
    }

    private static void requireAboveZero(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " = " + value + ", must be finite and above 0");
        }
    }

    /**
     * Returns the parameters to start from: 10 fibres an ear, 6 classes of 30 degrees, 0.7 ms, a tone of 500 Hz over
     * 10 periods, jitter 0.05 ms, every period with a spike, 10 times slower than a head.
     */
    public static InterauralSettings defaults() {
        return new InterauralSettings(10, 6, 0.7, 2, 10, 0.05, 1, 10);
    }

    /** Returns these settings with another jitter, ms, and reliability. */
    public InterauralSettings withNoise(double newJitter, double newReliability) {
        return new InterauralSettings(
                fibres, classes, largestDelay, period, cycles, newJitter, newReliability, timeScale);
    }

    /** Returns these settings with another number of classes. */
    public InterauralSettings withClasses(int count) {
        return new InterauralSettings(fibres, count, largestDelay, period, cycles, jitter, reliability, timeScale);
    }
}
