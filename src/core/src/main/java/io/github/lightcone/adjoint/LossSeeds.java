package io.github.lightcone.adjoint;

import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * How a loss depends on what a run produced: its derivative with respect to the time of each spike and
 * to each readout. This is all the adjoint needs to know of a loss. A surrogate may also name the voltage
 * just before a spike, see {@link #addSpikeVoltage}.
 */
public final class LossSeeds {

    private static final double[] NO_VOLTAGES = new double[0];

    private double[] spikeTime = new double[64];
    private double[] spikeVoltage = NO_VOLTAGES;
    private boolean voltages;
    private Tape tape;
    private double[] readout = new double[0];
    private int spikes;

    /** Makes seeds of a loss that depends on nothing; {@link #reset} fits them to a tape. */
    public LossSeeds() {}

    /** Sets all derivatives to 0, one for each spike and readout of a tape. */
    public LossSeeds reset(Tape newTape) {
        tape = newTape;
        voltages = false;
        spikes = newTape.spikeCount();
        if (spikes > spikeTime.length) {
            spikeTime = new double[Math.max(spikes, 2 * spikeTime.length)];
        } else {
            Arrays.fill(spikeTime, 0, spikes, 0);
        }
        if (readout.length == newTape.readouts().count()) {
            Arrays.fill(readout, 0);
        } else {
            readout = new double[newTape.readouts().count()];
        }
        return this;
    }

    /** Adds to the derivative with respect to the time of a spike, 1/ms. */
    public void addSpikeTime(int spike, double derivative) {
        spikeTime[checkSpike(spike)] += derivative;
    }

    /**
     * Adds to the derivative with respect to the voltage just before a spike, at the time at which the spike
     * was: {@code lamV} before it gains {@code -derivative / tauMem}.
     *
     * <p>This is for surrogates. That voltage always is the threshold, so no loss depends on it; what the
     * pass then follows back is how the voltage at this fixed time would have been another, as if it could
     * leave the threshold. The threshold itself gets no part of it. Nothing is allocated for seeds that
     * do without.
     *
     * @param spike of a neuron with a threshold
     * @throws IllegalArgumentException if the spike is that of a source, which has no voltage
     */
    public void addSpikeVoltage(int spike, double derivative) {
        if (Double.isNaN(tape.drive(checkSpike(spike)))) {
            throw new IllegalArgumentException("spike " + spike + " is of neuron " + tape.neuron(spike)
                    + ", a spike source, which has no voltage");
        }
        if (!voltages) {
            clearVoltages();
        }
        spikeVoltage[spike] += derivative;
    }

    private void clearVoltages() {
        if (spikes > spikeVoltage.length) {
            spikeVoltage = new double[Math.max(spikes, 2 * spikeVoltage.length)];
        } else {
            Arrays.fill(spikeVoltage, 0, spikes, 0);
        }
        voltages = true;
    }

    /** Adds to the derivative with respect to a readout. */
    public void addReadout(int index, double derivative) {
        readout[index] += derivative;
    }

    /** Returns the derivative with respect to the time of a spike. */
    public double spikeTime(int spike) {
        return spikeTime[checkSpike(spike)];
    }

    /** Returns the derivative with respect to the voltage just before a spike. */
    public double spikeVoltage(int spike) {
        int checked = checkSpike(spike);
        return voltages ? spikeVoltage[checked] : 0;
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
