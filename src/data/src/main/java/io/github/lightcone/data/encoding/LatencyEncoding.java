package io.github.lightcone.data.encoding;

import io.github.lightcone.event.SpikeTrains;
import java.util.OptionalDouble;

/**
 * Encodes each value of [0, 1] as the time of one spike, {@code earliest + value (latest - earliest)}, on
 * a channel of its own. A bias spike at a fixed time, on one more channel, gives a network a reference.
 *
 * @param earliest time of the value 0, ms
 * @param latest time of the value 1, ms
 * @param biasTime time of the bias spike, ms, or empty for none
 */
public record LatencyEncoding(double earliest, double latest, OptionalDouble biasTime) {

    /** Checks the times. */
    public LatencyEncoding {
        boolean ordered = earliest >= 0 && latest > earliest && latest < Double.POSITIVE_INFINITY;
        if (!ordered) {
            throw new IllegalArgumentException("latencies from " + earliest + " to " + latest
                    + " ms, must be finite, at least 0 and in this order");
        }
        if (biasTime.isPresent() && !(biasTime.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("bias spike at " + biasTime.getAsDouble() + " ms, must be at least 0");
        }
    }

    /** Returns an encoding without a bias spike. */
    public static LatencyEncoding between(double earliest, double latest) {
        return new LatencyEncoding(earliest, latest, OptionalDouble.empty());
    }

    /** Returns this encoding with a bias spike, ms. */
    public LatencyEncoding withBias(double time) {
        return new LatencyEncoding(earliest, latest, OptionalDouble.of(time));
    }

    /** Returns the number of channels for a number of values. */
    public int channels(int values) {
        return biasTime.isPresent() ? values + 1 : values;
    }

    /**
     * Encodes the values of one example.
     *
     * @throws IllegalArgumentException if a value is not in [0, 1]
     */
    public SpikeTrains encode(double... values) {
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int channel = 0; channel < values.length; channel++) {
            double value = values[channel];
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("value " + channel + " = " + value + ", must be between 0 and 1");
            }
            spikes.add(channel, earliest + value * (latest - earliest));
        }
        if (biasTime.isPresent()) {
            spikes.add(values.length, biasTime.getAsDouble());
        }
        return spikes.build();
    }
}
