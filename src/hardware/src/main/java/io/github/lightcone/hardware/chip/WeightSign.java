package io.github.lightcone.hardware.chip;

import java.util.Locale;

/** How a chip holds the sign of a weight. */
public enum WeightSign {
    /** One of the bits is the sign: b bits hold -(2^(b-1) - 1) to 2^(b-1) - 1. */
    SIGNED,
    /** The bits are the size, and the sign is held beside them: -(2^b - 1) to 2^b - 1. */
    SEPARATE,
    /** There are no negative weights: 0 to 2^b - 1. */
    UNSIGNED;

    /** Returns the greatest whole number that a weight of some bits can be. */
    public long greatest(int bits) {
        return (1L << (this == SIGNED ? bits - 1 : bits)) - 1;
    }

    /** Returns the name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
