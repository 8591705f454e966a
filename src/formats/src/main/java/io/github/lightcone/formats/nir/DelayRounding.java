package io.github.lightcone.formats.nir;

import java.util.Arrays;

/** What becomes of the delays of a projection, ms, when they go into a file. */
public abstract class DelayRounding {

    private DelayRounding() {}

    /** Leaves delays as they are. */
    public static DelayRounding exact() {
        return new DelayRounding() {
            @Override
            double[] apply(double[] delays) {
                return delays.clone();
            }

            @Override
            public String toString() {
                return "exact";
            }
        };
    }

    /**
     * Rounds to the nearest multiple of a step.
     *
     * @param step ms, above 0
     */
    public static DelayRounding toStep(double step) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step of the delays = " + step + ", must be finite and above 0");
        }
        return new DelayRounding() {
            @Override
            double[] apply(double[] delays) {
                return Arrays.stream(delays)
                        .map(delay -> Math.rint(delay / step) * step)
                        .toArray();
            }

            @Override
            public String toString() {
                return "rounded to multiples of " + step + " ms";
            }
        };
    }

    /**
     * Divides the delays of a projection, from the shortest to the longest, into equal intervals, and takes the middle
     * of each for the delays within; leaves them as they are if there are no more different ones than intervals.
     *
     * @param count number of intervals, at least 1
     */
    public static DelayRounding toBuckets(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("number of delay buckets = " + count + ", must be at least 1");
        }
        return new DelayRounding() {
            @Override
            double[] apply(double[] delays) {
                return middles(delays, count);
            }

            @Override
            public String toString() {
                return "put into " + count + " buckets per projection";
            }
        };
    }

    private static double[] middles(double[] delays, int count) {
        if (Arrays.stream(delays).distinct().limit(count + 1L).count() <= count) {
            return delays.clone();
        }
        double shortest = Arrays.stream(delays).min().orElse(0);
        double longest = Arrays.stream(delays).max().orElse(0);
        double width = (longest - shortest) / count;
        return Arrays.stream(delays)
                .map(delay -> shortest + (Math.min(count - 1, Math.floor((delay - shortest) / width)) + 0.5) * width)
                .toArray();
    }

    /** Returns delays in place of those of a projection, ms. */
    abstract double[] apply(double[] delays);
}
