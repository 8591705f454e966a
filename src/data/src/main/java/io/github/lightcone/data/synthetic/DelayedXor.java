package io.github.lightcone.data.synthetic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.List;

/**
 * The exclusive or of two symbols that are a delay apart. A symbol is a pulse: each channel of group 0 or of group
 * 1 spikes once, around the time of the pulse. The class is 1 if the two pulses are of different groups. To tell,
 * a network has to keep the first symbol until the second comes; no weighted sum of spike counts separates the
 * classes.
 *
 * <p>Memory tasks of this kind go back to J. L. Elman, Finding structure in time, Cognitive Science 14 (1990),
 * where XOR is presented over time; the protocol here, with pulses over groups of channels, is our own.
 */
public final class DelayedXor {

    private static final int GROUPS = 2;
    private static final int COMBINATIONS = 4;

    private DelayedXor() {}

    /**
     * Generates examples. The symbols of example i are the bits of {@code i % 4}, the higher one first, so that
     * all four combinations are there equally often. Channels 0 to {@code channels - 1} are group 0, the same
     * number after them is group 1. The jitters of example i, first pulse first and in the order of the channels,
     * come from stream i of the seed; times are at least 0.
     *
     * @param size number of examples, at least 1
     * @param seed any number
     */
    public static EventDataset generate(DelayedXorSettings settings, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + ", must be at least 1");
        }
        EventDataset.Builder data = EventDataset.builder(GROUPS * settings.channels(), List.of("same", "different"));
        for (int i = 0; i < size; i++) {
            int first = i % COMBINATIONS / 2;
            int second = i % 2;
            SeededRandom random = new SeededRandom(seed, i);
            SpikeTrains.Builder spikes = SpikeTrains.builder();
            addPulse(settings, first, settings.first(), random, spikes);
            addPulse(settings, second, settings.first() + settings.delay(), random, spikes);
            data.add(spikes.build(), first ^ second);
        }
        return data.build();
    }

    private static void addPulse(
            DelayedXorSettings settings, int group, double time, SeededRandom random, SpikeTrains.Builder spikes) {
        for (int c = 0; c < settings.channels(); c++) {
            double jittered = time + settings.jitter() * random.nextGaussian();
            spikes.add(group * settings.channels() + c, Math.max(jittered, 0));
        }
    }
}
