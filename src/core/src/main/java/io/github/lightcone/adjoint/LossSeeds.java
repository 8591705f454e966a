package io.github.lightcone.adjoint;

import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * How a loss depends on what a run produced: its derivative with respect to the time of each spike and
 * to each readout. This is all the adjoint needs to know of a loss.
 */
public final class LossSeeds {

    private double[] spikeTime = new double[64];
    private double[] readout = new double[0];
    private int spikes;

    /** Makes seeds of a loss that depends on nothing; {@link #reset} fits them to a tape. */
    public LossSeeds() {}

    /** Sets all derivatives to 0, one for each spike and readout of a tape. */
    public LossSeeds reset(Tape tape) {
        spikes = tape.spikeCount();
        if (spikes > spikeTime.length) {
            spikeTime = new double[Math.max(spikes, 2 * spikeTime.length)];
        } else {
            Arrays.fill(spikeTime, 0, spikes, 0);
        }
        if (readout.length == tape.readouts().count()) {
            Arrays.fill(readout, 0);
        } else {
            readout = new double[tape.readouts().count()];
        }
        return this;
    }

    /** Adds to the derivative with respect to the time of a spike, 1/ms. */
    public void addSpikeTime(int spike, double derivative) {
        spikeTime[checkSpike(spike)] += derivative;
    }

    /** Adds to the derivative with respect to a readout. */
    public void addReadout(int index, double derivative) {
        readout[index] += derivative;
    }

    /** Returns the derivative with respect to the time of a spike. */
    public double spikeTime(int spike) {
        return spikeTime[checkSpike(spike)];
    }

    /** Returns the derivative with respect to a readout. */
    public double readout(int index) {
        return readout[index];
    }

    /** Returns the number of spikes the seeds were made for. */
    public int spikeCount() {
        return spikes;
    }

    private int checkSpike(int spike) {
        if (spike >= spikes) {
            throw new IndexOutOfBoundsException("spike " + spike + " of " + spikes);
        }
        return spike;
    }
}
