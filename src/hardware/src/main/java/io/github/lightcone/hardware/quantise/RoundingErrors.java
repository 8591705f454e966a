package io.github.lightcone.hardware.quantise;

/** How far numbers were moved. Not safe for use by several threads. */
public final class RoundingErrors {

    private int count;
    private int changed;
    private int clipped;
    private int zeroed;
    private double largest;
    private double squares;

    RoundingErrors() {}

    void add(double before, double after, boolean wasClipped) {
        double error = Math.abs(after - before);
        count++;
        changed += error > 0 ? 1 : 0;
        clipped += wasClipped ? 1 : 0;
        zeroed += before != 0 && after == 0 ? 1 : 0;
        largest = Math.max(largest, error);
        squares += error * error;
    }

    /** Returns how many numbers there are. */
    public int count() {
        return count;
    }

    /** Returns how many are others now. */
    public int changed() {
        return changed;
    }

    /** Returns how many were outside the range and went to its end. */
    public int clipped() {
        return clipped;
    }

    /** Returns how many became zero. */
    public int zeroed() {
        return zeroed;
    }

    /** Returns the largest change. */
    public double largest() {
        return largest;
    }

    /** Returns the root of the mean square of the changes; 0 if there are no numbers. */
    public double rms() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}
