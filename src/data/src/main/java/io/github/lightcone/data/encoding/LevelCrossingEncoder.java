package io.github.lightcone.data.encoding;

import io.github.lightcone.event.SpikeTrains;

/**
 * Encodes a sampled signal as the times at which it has moved by a threshold since the last such time
 * (send-on-delta). The levels are those of the first sample plus whole multiples of the threshold; between
 * two samples the signal is taken to be linear. Rising by a threshold is an ON crossing, falling by one an OFF
 * crossing. A signal that touches the level of its last crossing again crosses nothing, so noise smaller than
 * the threshold is silent.
 *
 * <p>The scheme is that of S. F. Müller-Cleve et al., Braille letter reading: a benchmark for
 * spatio-temporal pattern recognition on neuromorphic hardware, Frontiers in Neuroscience 16 (2022). See also
 * M. Miskowicz, Send-on-delta concept: an event-based data reporting strategy, Sensors 6 (2006).
 *
 * @param threshold distance of two levels, in the unit of the signal, above 0
 */
public record LevelCrossingEncoder(double threshold) {

    /** Most crossings between two samples: more come from a threshold in another unit than the signal. */
    private static final double MOST_CROSSINGS = 1e6;

    /** Largest spacing of floating-point numbers around a sample, in thresholds. */
    private static final double FINEST = 1e-3;

    /** Takes crossings in the order of time. */
    @FunctionalInterface
    public interface Crossings {

        /**
         * Takes a crossing.
         *
         * @param sample number of the last sample before it
         * @param fraction part of the time to the next sample, above 0 and at most 1
         * @param rising whether it is ON
         */
        void add(int sample, double fraction, boolean rising);
    }

    /** Checks the threshold. */
    public LevelCrossingEncoder {
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("threshold = " + threshold + ", must be finite and above 0");
        }
    }

    /**
     * Encodes signals sampled at the same times. The crossings of signal c are spikes of channels 2 c (ON) and
     * 2 c + 1 (OFF).
     *
     * @param signals one array of finite samples each
     * @param samplePeriod time between two samples, ms, above 0; the first is at 0
     * @throws IllegalArgumentException naming the signal and sample that is not finite
     */
    public SpikeTrains encode(double[][] signals, double samplePeriod) {
        if (!(samplePeriod > 0 && samplePeriod < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sample period = " + samplePeriod + " ms, must be finite and above 0");
        }
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int c = 0; c < signals.length; c++) {
            int on = 2 * c;
            try {
                encode(
                        signals[c],
                        (sample, fraction, rising) ->
                                spikes.add(rising ? on : on + 1, sample * samplePeriod + fraction * samplePeriod));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("signal " + c + ", " + e.getMessage(), e);
            }
        }
        return spikes.build();
    }

    /**
     * Encodes one signal. Linear in the number of samples and crossings.
     *
     * @param samples finite values; none are no crossings
     * @throws IllegalArgumentException naming the sample that is not finite, or too large to tell two levels
     *     apart, or a million thresholds from the one before
     */
    public void encode(double[] samples, Crossings crossings) {
        for (int k = 0; k < samples.length; k++) {
            check(samples, k);
        }
        long level = 0;
        for (int k = 1; k < samples.length; k++) {
            level = encodeStep(samples, k, level, crossings);
        }
    }

    private void check(double[] samples, int k) {
        double sample = samples[k];
        if (!Double.isFinite(sample)) {
            throw new IllegalArgumentException("sample " + k + " = " + sample + ", must be finite");
        }
        if (Math.ulp(sample) > FINEST * threshold) {
            throw new IllegalArgumentException(
                    "sample " + k + " = " + sample + ", must be small enough to tell levels " + threshold + " apart");
        }
        double step = k == 0 ? 0 : Math.abs(sample - samples[k - 1]) / threshold;
        if (step > MOST_CROSSINGS) {
            throw new IllegalArgumentException("sample " + k + " = " + sample + " is " + step
                    + " thresholds from the one before, must be at most " + MOST_CROSSINGS);
        }
    }

    /** Adds the crossings between a sample and the one before; returns the level of the last crossing. */
    private long encodeStep(double[] samples, int k, long before, Crossings crossings) {
        double first = samples[0];
        long level = before;
        while (samples[k] >= first + (level + 1) * threshold) {
            level++;
            crossings.add(k - 1, fraction(samples, k, first + level * threshold), true);
        }
        while (samples[k] <= first + (level - 1) * threshold) {
            level--;
            crossings.add(k - 1, fraction(samples, k, first + level * threshold), false);
        }
        return level;
    }

    private static double fraction(double[] samples, int k, double value) {
        double fraction = (value - samples[k - 1]) / (samples[k] - samples[k - 1]);
        return Math.min(Math.max(fraction, Double.MIN_NORMAL), 1);
    }
}
