package io.github.lightcone.hardware.emulate;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How numbers are held in fixed point.
 *
 * @param stateBits of voltage and current, the sign included, 2 to 48
 * @param fractionBits of these, those below one unit of weight, 0 to 16
 * @param decayBits of the factors by which they decay, 1 to 14
 */
public record FixedPoint(int stateBits, int fractionBits, int decayBits) {

    /** Checks the bits; with these a product cannot leave 64 bits. */
    public FixedPoint {
        ParameterCheck.require(stateBits >= 2 && stateBits <= 48, "stateBits", stateBits, "from 2 to 48");
        ParameterCheck.require(fractionBits >= 0 && fractionBits <= 16, "fractionBits", fractionBits, "from 0 to 16");
        ParameterCheck.require(decayBits >= 1 && decayBits <= 14, "decayBits", decayBits, "from 1 to 14");
    }
}
