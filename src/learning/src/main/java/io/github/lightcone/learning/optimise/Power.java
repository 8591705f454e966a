package io.github.lightcone.learning.optimise;

/**
 * Whole powers by repeated squaring, x^13 = x x^4 x^8: the same bits everywhere and no garbage, which {@link
 * StrictMath#pow} leaves. The relative error is about exponent roundings at most.
 */
final class Power {

    private Power() {}

    /**
     * Returns a power.
     *
     * @param exponent at least 0
     */
    static double of(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
