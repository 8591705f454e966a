package io.github.lightcone.data.augment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import java.util.random.RandomGenerator;

/**
 * Blends two examples of a class into a new one: both are moved so that their centres of mass, the means of channel
 * and of time, meet in the middle, and then each spike of either is kept with probability 1/2. The move along the
 * channels is cut down to a whole number of them. Spikes that leave the channels or come before time 0 are left out,
 * and counted; an example without spikes moves nothing.
 *
 * <p>T. Nowotny, J. P. Turner, J. C. Knight, Loss shaping enhances exact gradient learning with Eventprop in spiking
 * neural networks, Neuromorphic Computing and Engineering 5 (2025), and the code with it, tnowotny/genn_eventprop;
 * there the move in time is a whole number of ms as well, and an example can be blended with itself.
 *
 * @param channels number of channels
 */
public record ClassBlend(int channels) {

    private static final double KEPT = 0.5;

    /** Checks the number. */
    public ClassBlend {
        if (channels < 1) {
            throw new IllegalArgumentException("channels = " + channels + ", must be at least 1");
        }
    }

    /**
     * Returns a blend of two examples.
     *
     * @param random one number for each spike of the first and then of the second
     * @param counts takes the spikes that are lost. Modified.
     */
    public SpikeTrains blend(SpikeTrains one, SpikeTrains other, RandomGenerator random, AugmentationCounts counts) {
        boolean aligned = one.size() > 0 && other.size() > 0;
        double channelsApart = aligned ? meanChannel(other) - meanChannel(one) : 0;
        double timeApart = aligned ? meanTime(other) - meanTime(one) : 0;
        SpikeTrains.Builder blended = SpikeTrains.builder();
        add(one, (int) (channelsApart / 2), timeApart / 2, random, counts, blended);
        add(other, (int) (-channelsApart / 2), -timeApart / 2, random, counts, blended);
        return blended.build();
    }

    private static double meanChannel(SpikeTrains spikes) {
        double sum = 0;
        for (int k = 0; k < spikes.size(); k++) {
            sum += spikes.neuron(k);
        }
        return sum / spikes.size();
    }

    private static double meanTime(SpikeTrains spikes) {
        double sum = 0;
        for (int k = 0; k < spikes.size(); k++) {
            sum += spikes.time(k);
        }
        return sum / spikes.size();
    }

    private void add(
            SpikeTrains spikes,
            int channelShift,
            double timeShift,
            RandomGenerator random,
            AugmentationCounts counts,
            SpikeTrains.Builder blended) {
        for (int k = 0; k < spikes.size(); k++) {
            int channel = spikes.neuron(k) + channelShift;
            double time = spikes.time(k) + timeShift;
            if (random.nextDouble() >= KEPT) {
                counts.countDroppedOut();
            } else if (channel < 0 || channel >= channels) {
                counts.countOffChannels();
            } else if (time < 0) {
                counts.countBeforeStart();
            } else {
                blended.add(channel, time);
            }
        }
    }

    /**
     * Returns a data set followed by blends of two different examples of a class. Blend j has a stream of its own
     * for each epoch, which no {@link Augmenter} uses: from it come the first of the two, uniform over all
     * examples, then the second, uniform over the others of its class, then the blend. Its group is that of the two
     * if they share one, and otherwise empty; its take is 0.
     *
     * @param count number of blends, at least 0
     * @param seed any number
     * @param epoch at least 0
     * @param counts takes the spikes that are lost. Modified.
     * @throws IllegalArgumentException naming a class that has a single example
     */
    public static EventDataset append(EventDataset data, int count, long seed, int epoch, AugmentationCounts counts) {
        if (count < 0) {
            throw new IllegalArgumentException("count = " + count + ", must be at least 0");
        }
        BlendPairs pairs = new BlendPairs(data);
        ClassBlend blend = new ClassBlend(data.channels());
        EventDataset.Builder more = EventDataset.builder(data.channels(), data.classNames());
        for (int i = 0; i < data.size(); i++) {
            more.add(data.input(i), data.label(i), data.group(i), data.take(i));
        }
        for (int j = 0; j < count; j++) {
            BlendPairs.Pair pair = pairs.draw(seed, epoch, j);
            String one = data.group(pair.one());
            more.add(
                    blend.blend(data.input(pair.one()), data.input(pair.other()), pair.random(), counts),
                    data.label(pair.one()),
                    one.equals(data.group(pair.other())) ? one : "",
                    0);
        }
        return more.build();
    }
}
