package io.github.lightcone.hardware.quantise;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.WeightSign;
import io.github.lightcone.random.SeededRandom;
import java.util.random.RandomGenerator;

/**
 * The weights that synapses of a chip can have: whole numbers in range, each times the scale of its synapse. Stochastic
 * rounding draws the same numbers every time, one for each synapse, so that the same weights become the same.
 */
public final class WeightGrid {

    private static final long WEIGHT_STREAM = 41;

    private final Rounding rounding;
    private final long seed;
    private final double least;
    private final double most;
    private final double[] scale;

    /**
     * Makes a grid.
     *
     * @param settings how to round
     * @param scale of each synapse, NaN if the chip's weights are unknown, which leaves weights as they are; not copied
     */
    public WeightGrid(ChipProfile profile, QuantiserSettings settings, double[] scale) {
        rounding = settings.rounding();
        seed = settings.seed();
        most = profile.greatestWeight();
        least = profile.sign() == WeightSign.UNSIGNED ? 0 : -most;
        this.scale = scale;
    }

    /** Returns the least weight of a synapse. */
    public double least(int synapse) {
        return Double.isNaN(scale[synapse]) ? Double.NEGATIVE_INFINITY : least * scale[synapse];
    }

    /** Returns the largest weight of a synapse. */
    public double most(int synapse) {
        return Double.isNaN(scale[synapse]) ? Double.POSITIVE_INFINITY : most * scale[synapse];
    }

    /**
     * Rounds the weights of all synapses; those outside the range go to its end.
     *
     * @param weight by synapse. Modified.
     */
    public void round(double[] weight) {
        round(weight, new RoundingErrors());
    }

    /** Rounds, and adds what became of the weights to {@code errors}. */
    void round(double[] weight, RoundingErrors errors) {
        RandomGenerator random = new SeededRandom(seed, WEIGHT_STREAM);
        for (int s = 0; s < weight.length; s++) {
            if (!Double.isNaN(scale[s])) {
                double whole = rounding.round(exact(weight[s] / scale[s]), random);
                double held = Math.min(most, Math.max(least, whole));
                double after = held * scale[s];
                errors.add(weight[s], after, held != whole);
                weight[s] = after;
            }
        }
    }

    /** Returns the whole number that a quotient would be without rounding errors of its own, or the quotient. */
    static double exact(double quotient) {
        double whole = Math.rint(quotient);
        return Math.abs(quotient - whole) <= 1e-9 * Math.max(1, Math.abs(whole)) ? whole : quotient;
    }
}
