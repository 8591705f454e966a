package io.github.lightcone.data.image;

import io.github.lightcone.event.SpikeTrains;

/**
 * Encodes the brightness p of a pixel, 0 to 255, as the time of one spike, {@code (1 - p / 255) duration}:
 * white at 0, grey later. Pixels that are not brighter than the threshold are silent.
 *
 * @param threshold the brightest pixel that is silent, 0 to 254
 * @param duration time of a pixel of brightness 0 if it spiked, ms
 */
public record PixelLatency(int threshold, double duration) {

    /** Checks threshold and duration. */
    public PixelLatency {
        if (threshold < 0 || threshold > 254) {
            throw new IllegalArgumentException("threshold " + threshold + ", must be from 0 to 254");
        }
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("duration " + duration + " ms, must be finite and above 0");
        }
    }

    /** Returns the encoding with silent pixels 0 and 1 over 20 ms. */
    public static PixelLatency standard() {
        return new PixelLatency(1, 20);
    }

    /** Returns the time of the spike of a pixel, ms. */
    public double time(int brightness) {
        return (1 - brightness / 255.0) * duration;
    }

    /** Encodes pixels {@code from} to {@code from + count - 1} of unsigned bytes; channel 0 is the first of them. */
    SpikeTrains encode(byte[] pixels, int from, int count) {
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int channel = 0; channel < count; channel++) {
            int brightness = pixels[from + channel] & 255;
            if (brightness > threshold) {
                spikes.add(channel, time(brightness));
            }
        }
        return spikes.build();
    }
}
