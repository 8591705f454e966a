package io.github.lightcone.hardware.quantise;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;

/**
 * How long a step is, and how fast conduction.
 *
 * @param step ms; NaN if nothing asks for one
 * @param speed conduction speed, mm/ms
 */
record StepChoice(double step, double speed) {

    /** Steps in the shortest time constant where no delay decides. */
    private static final double STEPS_IN_TIME_CONSTANT = 10;

    /** Halvings after which a speed is as good as numbers allow. */
    private static final int HALVINGS = 60;

    static StepChoice of(Network network, ChipProfile profile, QuantiserSettings settings) {
        double speed = network.conductionSpeed();
        double longest = longest(network, speed);
        double most = profile.most(Quantity.DELAY_STEPS);
        double step = settings.step();
        if (Double.isNaN(step)) {
            step = chosen(network, profile, longest, most);
        }
        double room = most * step;
        if (settings.fitSpeed() && longest > room) {
            requireShortenable(network, profile, room);
            speed = fitting(network, speed, room);
        }
        return new StepChoice(step, speed);
    }

    /** Only delays that follow from positions get shorter with the speed. */
    private static void requireShortenable(Network network, ChipProfile profile, double room) {
        if (!(room > 0)) {
            throw new IllegalArgumentException("conduction cannot be sped up to fit: " + profile.name()
                    + " has no delays, and those that follow from positions are never 0");
        }
        double own = longest(network, Double.POSITIVE_INFINITY);
        if (own > room) {
            throw new IllegalArgumentException("conduction cannot be sped up to fit: a delay of " + own
                    + " ms does not follow from positions, " + profile.name() + " has room for " + room + " ms");
        }
    }

    private static double chosen(Network network, ChipProfile profile, double longest, double most) {
        double step;
        if (most > 0 && longest > 0) {
            step = longest / most;
            // With this quotient the longest delay must not come out as one step too many.
            step = longest / step > most ? Math.nextUp(step) : step;
        } else if (profile.knows(Quantity.DELAY_STEPS) || profile.limitsTimeConstants()) {
            step = shortestTimeConstant(network) / STEPS_IN_TIME_CONSTANT;
        } else {
            return Double.NaN;
        }
        if (profile.knows(Quantity.STEP)) {
            step = Math.min(profile.most(Quantity.STEP), Math.max(profile.least(Quantity.STEP), step));
        }
        return step;
    }

    private static double longest(Network network, double speed) {
        double longest = 0;
        for (double delay : FixedDelays.totals(network, speed)) {
            longest = Math.max(longest, delay);
        }
        return longest;
    }

    private static double fitting(Network network, double speed, double room) {
        double tooSlow = speed;
        double fast = 2 * speed;
        while (longest(network, fast) > room) {
            tooSlow = fast;
            fast *= 2;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (tooSlow + fast);
            if (longest(network, middle) > room) {
                tooSlow = middle;
            } else {
                fast = middle;
            }
        }
        return fast;
    }

    private static double shortestTimeConstant(Network network) {
        Parameters parameters = network.parameters();
        double shortest = Double.POSITIVE_INFINITY;
        for (Projection projection : network.projections()) {
            for (int n = projection.target().firstNeuron();
                    n < projection.target().endNeuron();
                    n++) {
                shortest = Math.min(
                        shortest, Math.min(parameters.tauMem()[n], parameters.tauSyn()[n]));
            }
        }
        return Double.isInfinite(shortest) ? 1 : shortest;
    }
}
