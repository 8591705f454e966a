package io.github.lightcone.data.synthetic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a tone comes from, by the time between its arrivals at two ears. The fibres of an ear are locked to the
 * phase of the tone: each spikes once a period, with jitter, or not at all. The ear that is nearer leads by {@code
 * largestDelay sin(azimuth)}; the class is the range of azimuths.
 *
 * <p>G. F. Kuhn, Model for the interaural time differences in the azimuthal plane, Journal of the Acoustical
 * Society of America 62 (1977), for the law of the sine; L. A. Jeffress, A place theory of sound localization,
 * Journal of Comparative and Physiological Psychology 41 (1948), for how delays can tell.
 */
public final class InterauralDelays {

    private static final int EARS = 2;
    /** The earliest spikes are this many standard deviations after 0. */
    private static final double MARGIN = 6;

    private static final double LEFTMOST = -90;
    private static final double RANGE = 180;

    private InterauralDelays() {}

    /**
     * Generates examples. Example i belongs to class {@code i % classes}; its azimuth is uniform in the range of
     * the class, from the left (-90 degrees) to the right. Channels 0 to {@code fibres - 1} are the left ear, the
     * same number after them the right one. The tone starts at a phase uniform in a period, so that the spikes of
     * one ear say nothing.
     *
     * <p>Stream i of the seed gives example i: azimuth, phase, then for each ear and fibre and period whether there
     * is a spike and its jitter. Times are at least 0.
     *
     * @param size number of examples, at least 1
     * @param seed any number
     */
    public static EventDataset generate(InterauralSettings settings, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + ", must be at least 1");
        }
        int classes = settings.classes();
        EventDataset.Builder data = EventDataset.builder(EARS * settings.fibres(), classNames(classes));
        for (int i = 0; i < size; i++) {
            SeededRandom random = new SeededRandom(seed, i);
            double azimuth = LEFTMOST + RANGE * (i % classes + random.nextDouble()) / classes;
            data.add(spikes(settings, delay(settings, azimuth), random), i % classes);
        }
        return data.build();
    }

    private static List<String> classNames(int classes) {
        double width = RANGE / classes;
        return IntStream.range(0, classes)
                .mapToObj(c -> (LEFTMOST + c * width) + " to " + (LEFTMOST + (c + 1) * width) + " degrees")
                .toList();
    }

    /**
     * Returns by how much the right ear leads, ms, before scaling; negative where the left one does.
     *
     * @param azimuth degrees, -90 (left) to 90 (right)
     */
    public static double delay(InterauralSettings settings, double azimuth) {
        return settings.largestDelay() * StrictMath.sin(StrictMath.toRadians(azimuth));
    }

    /**
     * Returns the class of a delay.
     *
     * @param delay by how much the right ear leads, ms, before scaling
     */
    public static int classOf(InterauralSettings settings, double delay) {
        double sine = Math.min(Math.max(delay / settings.largestDelay(), -1), 1);
        double azimuth = StrictMath.toDegrees(StrictMath.asin(sine));
        int range = (int) ((azimuth - LEFTMOST) / RANGE * settings.classes());
        return Math.min(range, settings.classes() - 1);
    }

    private static SpikeTrains spikes(InterauralSettings settings, double delay, SeededRandom random) {
        double start =
                settings.largestDelay() / 2 + MARGIN * settings.jitter() + settings.period() * random.nextDouble();
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int ear = 0; ear < EARS; ear++) {
            double arrival = start + (ear == 0 ? delay : -delay) / 2;
            for (int fibre = 0; fibre < settings.fibres(); fibre++) {
                addFibre(settings, ear * settings.fibres() + fibre, arrival, random, spikes);
            }
        }
        return spikes.build();
    }

    private static void addFibre(
            InterauralSettings settings, int channel, double arrival, SeededRandom random, SpikeTrains.Builder spikes) {
        for (int cycle = 0; cycle < settings.cycles(); cycle++) {
            boolean there = random.nextDouble() < settings.reliability();
            double jitter = settings.jitter() * random.nextGaussian();
            if (there) {
                double time = arrival + cycle * settings.period() + jitter;
                spikes.add(channel, Math.max(time, 0) * settings.timeScale());
            }
        }
    }
}
