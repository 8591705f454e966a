package io.github.lightcone.hardware.emulate;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How numbers are held in fixed point.
 *
 * @param stateBits of voltage and current, the sign included, 2 to 48
 * @param fractionBits of these, those below one unit of weight, 0 to 16
 * @param decayBits of the factors by which they decay, from 1; with those of the state at most 62, so that a product
 *     does not leave 64 bits
 */
public record FixedPoint(int stateBits, int fractionBits, int decayBits) {

    private static final int MOST_STATE_BITS = 48;
    private static final int MOST_FRACTION_BITS = 16;
    private static final int PRODUCT_BITS = 62;

    /** Decay bits that are usual where the chip asks for no more. */
    private static final int USUAL_DECAY_BITS = 12;

    /** Bits of what the slowest neuron loses in a step, so that it is right to a few percent. */
    private static final int LOSS_BITS = 5;

    /** Checks the bits. */
    public FixedPoint {
        ParameterCheck.require(
                stateBits >= 2 && stateBits <= MOST_STATE_BITS, "stateBits", stateBits, "from 2 to " + MOST_STATE_BITS);
        ParameterCheck.require(
                fractionBits >= 0 && fractionBits <= MOST_FRACTION_BITS,
                "fractionBits",
                fractionBits,
                "from 0 to " + MOST_FRACTION_BITS);
        ParameterCheck.require(
                decayBits >= 1 && decayBits <= PRODUCT_BITS - stateBits,
                "decayBits",
                decayBits,
                "from 1 to " + (PRODUCT_BITS - stateBits));
    }

    /**
     * Returns the form with 12 bits of decay, or as many more as the chip has or the longest time constant needs, as far
     * as there is room.
     *
     * @param knownDecayBits those of the chip; 0 if they are unknown
     * @param longest time constant, in steps
     */
    public static FixedPoint of(int stateBits, int fractionBits, int knownDecayBits, double longest) {
        int needed = LOSS_BITS + Math.max(0, Math.getExponent(longest));
        int decayBits = Math.max(Math.max(USUAL_DECAY_BITS, knownDecayBits), needed);
        return new FixedPoint(stateBits, fractionBits, Math.min(PRODUCT_BITS - stateBits, decayBits));
    }
}
