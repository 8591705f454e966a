package io.github.lightcone.simulation;

import java.util.Arrays;

/** The values of the readouts of a run and, for maxima, where they were reached. */
public final class ReadoutValues {

    private final double[] value;
    private final double[] maximumTime;
    private final double[] kinkSlope;
    private final int[] kinkSpike;
    private final int[] kinkSlot;

    ReadoutValues(int count) {
        value = new double[count];
        maximumTime = new double[count];
        kinkSlope = new double[count];
        kinkSpike = new int[count];
        kinkSlot = new int[count];
    }

    ReadoutValues(ReadoutValues that) {
        value = that.value.clone();
        maximumTime = that.maximumTime.clone();
        kinkSlope = that.kinkSlope.clone();
        kinkSpike = that.kinkSpike.clone();
        kinkSlot = that.kinkSlot.clone();
    }

    void clear() {
        Arrays.fill(value, 0);
        Arrays.fill(maximumTime, Double.NaN);
        Arrays.fill(kinkSlope, 0);
        Arrays.fill(kinkSpike, Tape.NO_SPIKE);
        Arrays.fill(kinkSlot, -1);
    }

    void giveUp() {
        Arrays.fill(value, Double.NaN);
        Arrays.fill(maximumTime, Double.NaN);
        Arrays.fill(kinkSpike, Tape.NO_SPIKE);
    }

    void save(StateWriter out) {
        out.put(value, 0, value.length);
        out.put(maximumTime, 0, value.length);
        out.put(kinkSlope, 0, value.length);
        out.put(kinkSpike, 0, value.length);
        out.put(kinkSlot, 0, value.length);
    }

    void load(StateReader in) {
        in.get(value, 0, value.length);
        in.get(maximumTime, 0, value.length);
        in.get(kinkSlope, 0, value.length);
        in.get(kinkSpike, 0, value.length);
        in.get(kinkSlot, 0, value.length);
    }

    void addIntegral(int readout, double part) {
        value[readout] += part;
    }

    /** Takes a local maximum if it is above what is known. */
    void offerMaximum(int readout, double voltage, double time) {
        if (Double.isNaN(maximumTime[readout]) || voltage > value[readout]) {
            setMaximum(readout, voltage, time);
        }
    }

    /** Sets a maximum that is no kink. */
    void setMaximum(int readout, double voltage, double time) {
        value[readout] = voltage;
        maximumTime[readout] = time;
        kinkSpike[readout] = Tape.NO_SPIKE;
        kinkSlot[readout] = -1;
        kinkSlope[readout] = 0;
    }

    /** Takes a local maximum on an arrival, where V turns from rising to falling. */
    void offerKink(int readout, double voltage, double time, int spike, int slot, double slopeBefore) {
        if (voltage >= value[readout]) {
            value[readout] = voltage;
            maximumTime[readout] = time;
            kinkSpike[readout] = spike;
            kinkSlot[readout] = slot;
            kinkSlope[readout] = slopeBefore;
        }
    }

    /** Returns the number of readouts. */
    public int count() {
        return value.length;
    }

    /** Returns a readout. */
    public double value(int readout) {
        return value[readout];
    }

    /** Returns when a maximum was reached, ms; NaN for an integral. */
    public double maximumTime(int readout) {
        return maximumTime[readout];
    }

    /** Returns the spike whose arrival made the maximum a kink, or {@link Tape#NO_SPIKE}. */
    public int kinkSpike(int readout) {
        return kinkSpike[readout];
    }

    /** Returns the slot through which that spike arrived. */
    public int kinkSlot(int readout) {
        return kinkSlot[readout];
    }

    /** Returns V' just before that arrival, 1/ms. */
    public double kinkSlope(int readout) {
        return kinkSlope[readout];
    }
}
