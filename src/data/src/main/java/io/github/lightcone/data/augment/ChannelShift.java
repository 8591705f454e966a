package io.github.lightcone.data.augment;

import io.github.lightcone.event.SpikeTrains;
import java.util.random.RandomGenerator;

/**
 * Moves all spikes of an example by the same number of channels, each number between two being equally likely: in
 * a cochlea, a voice of another pitch. The published code for the Heidelberg digits draws a real number from
 * [-40, 40) and cuts off its decimals, which makes no shift twice as likely as any other.
 *
 * <p>T. Nowotny, J. P. Turner, J. C. Knight, Loss shaping enhances exact gradient learning with Eventprop in spiking
 * neural networks, Neuromorphic Computing and Engineering 5 (2025).
 *
 * @param channels number of channels
 * @param down most channels towards 0, at least 0 and below {@code channels}
 * @param up most channels away from 0, at least 0 and below {@code channels}
 * @param edge what becomes of spikes that leave the channels
 */
public record ChannelShift(int channels, int down, int up, Edge edge) implements Augmentation {

    /** What becomes of spikes that leave the channels. */
    public enum Edge {
        /** They are left out, and counted. */
        DROP,
        /** They come in again at the other end. */
        WRAP
    }

    /** Checks the numbers. */
    public ChannelShift {
        if (down < 0 || up < 0 || down >= channels || up >= channels) {
            throw new IllegalArgumentException("shift from -" + down + " to " + up + " of " + channels
                    + " channels, both must be at least 0 and below the number of channels");
        }
    }

    /** Returns a shift by at most a number of channels either way; spikes that leave are left out. */
    public static ChannelShift within(int channels, int most) {
        return new ChannelShift(channels, most, most, Edge.DROP);
    }

    @Override
    public SpikeTrains apply(SpikeTrains spikes, RandomGenerator random, AugmentationCounts counts) {
        int shift = random.nextInt(down + up + 1) - down;
        SpikeTrains.Builder shifted = SpikeTrains.builder();
        for (int k = 0; k < spikes.size(); k++) {
            int channel = spikes.neuron(k) + shift;
            if (edge == Edge.WRAP) {
                channel = Math.floorMod(channel, channels);
            }
            if (channel >= 0 && channel < channels) {
                shifted.add(channel, spikes.time(k));
            } else {
                counts.countOffChannels();
            }
        }
        return shifted.build();
    }
}
