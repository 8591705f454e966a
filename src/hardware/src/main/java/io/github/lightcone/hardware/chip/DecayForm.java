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
        double lost = -Math.expm1(-step / tau);
        double most = (1L << bits) - 1;
        double nearest;
        if (this == SHIFT) {
            double places = Math.min(most, Math.max(1, Math.floor(-Math.log(lost) / Math.log(2))));
            double here = Math.scalb(1.0, (int) -places);
            double next = Math.scalb(1.0, (int) -Math.min(most, places + 1));
            nearest = Math.abs(here - lost) <= Math.abs(next - lost) ? here : next;
        } else {
            nearest = Math.min(most, Math.max(1, Math.rint(lost * (1L << bits)))) / (1L << bits);
        }
        return -step / Math.log1p(-nearest);
    }
}
