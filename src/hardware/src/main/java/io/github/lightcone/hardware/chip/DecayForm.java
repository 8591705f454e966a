package io.github.lightcone.hardware.chip;

import java.util.Locale;

/** How the decay of voltage and current over a step is given, which decides what time constants there are. */
public enum DecayForm {
    /** Any time constant. */
    FREE,
    /** A shift by k places: the factor is 1 - 2^-k, k from 1 to 2^bits - 1. */
    SHIFT,
    /** A fraction of some bits: the factor is 1 - m / 2^bits, m from 1 to 2^bits - 1. */
    FRACTION;

    /** Returns the name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the time constant of this form that is nearest by its decay per step.
     *
     * @param tau time constant, ms
     * @param step ms
     * @param bits of the shift or fraction
     */
    public double nearest(double tau, double step, int bits) {
        if (this == FREE) {
            return tau;
        }
        double held = Math.min(greatest(bits), Math.max(1, whole(tau, step, bits)));
        double lost = this == SHIFT ? Math.scalb(1.0, (int) -held) : held / (1L << bits);
        return -step / Math.log1p(-lost);
    }

    /**
     * Returns whether a time constant is within the range of this form; otherwise the nearest is an end of the range.
     *
     * @param tau time constant, ms
     * @param step ms
     * @param bits of the shift or fraction
     */
    public boolean reaches(double tau, double step, int bits) {
        if (this == FREE) {
            return true;
        }
        double whole = whole(tau, step, bits);
        return whole >= 1 && whole <= greatest(bits);
    }

    private static double greatest(int bits) {
        return (double) (1L << bits) - 1;
    }

    /** Returns the shift or the fraction of 2^bits that comes nearest, in range or not. */
    private double whole(double tau, double step, int bits) {
        double lost = -Math.expm1(-step / tau);
        if (this == FRACTION) {
            return Math.rint(lost * (1L << bits));
        }
        double places = Math.floor(-Math.log(lost) / Math.log(2));
        double here = Math.scalb(1.0, (int) -places);
        return here - lost <= lost - 0.5 * here ? places : places + 1;
    }
}
