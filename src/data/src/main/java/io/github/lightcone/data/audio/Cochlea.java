package io.github.lightcone.data.audio;

import io.github.lightcone.event.SpikeTrains;

/**
 * Turns sound into spikes: a bank of {@linkplain GammatoneFilter gammatone filters}, and behind each a hair
 * cell (rectification, compression, low-pass filter) that drives a leaky integrate-and-fire neuron. Channel 0
 * is the lowest frequency. The same sound gives the same bits everywhere; safe for use by several threads.
 */
public final class Cochlea {

    private static final double MS = 1000;

    private final CochleaSettings settings;
    private final double[] frequencies;

    /** Makes a cochlea. */
    public Cochlea(CochleaSettings settings) {
        this.settings = settings;
        frequencies = ErbScale.frequencies(settings.channels(), settings.lowest(), settings.highest());
    }

    /** Returns the number of channels. */
    public int channels() {
        return frequencies.length;
    }

    /** Returns the centre frequency of a channel, Hz. */
    public double frequency(int channel) {
        return frequencies[channel];
    }

    /**
     * Returns the spikes of a sound, from 0 to its duration, ms. Linear in the number of samples times
     * channels.
     *
     * @throws IllegalArgumentException if the rate of the sound is below twice the highest centre frequency
     */
    public SpikeTrains encode(Sound sound) {
        if (sound.rate() < 2 * settings.highest()) {
            throw new IllegalArgumentException("rate = " + sound.rate() + " Hz, must be at least "
                    + 2 * settings.highest() + " for a highest centre frequency of " + settings.highest() + " Hz");
        }
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int channel = 0; channel < frequencies.length; channel++) {
            encode(sound, channel, spikes);
        }
        return spikes.build();
    }

    private void encode(Sound sound, int channel, SpikeTrains.Builder spikes) {
        GammatoneFilter filter = GammatoneFilter.at(frequencies[channel], sound.rate());
        HairCell hairCell = new HairCell(settings.exponent(), settings.cutoff(), sound.rate());
        AuditoryNerve nerve = new AuditoryNerve(settings.tauMem(), settings.refractory(), MS / sound.rate());
        for (int k = 0; k < sound.size(); k++) {
            double current = settings.gain() * hairCell.next(filter.next(sound.sample(k)));
            nerve.next(current, k, time -> spikes.add(channel, time));
        }
    }
}
