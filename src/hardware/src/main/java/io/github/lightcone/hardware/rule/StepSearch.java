package io.github.lightcone.hardware.rule;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Quantity;
import java.util.Arrays;

/** Looks for a length of step with which a chip has all delays of a network. */
final class StepSearch {

    private StepSearch() {}

    /**
     * Returns the longest step of which all delays are whole multiples in the range of the chip, and which is no longer
     * than its longest step.
     *
     * @param delay total delays, ms
     * @return ms; NaN if the chip's delays are unknown or there are none; where no step has all of them, one that is as
     *     short as the longest delay allows
     */
    static double step(double[] delay, ChipProfile profile) {
        double most = profile.most(Quantity.DELAY_STEPS);
        double longest = Grid.largest(delay);
        if (!(most > 0) || longest == 0) {
            return Double.NaN;
        }
        double shortest = Arrays.stream(delay).filter(one -> one > 0).min().orElse(longest);
        double even = Grid.scale(delay, longest / most);
        if (Double.isNaN(even)) {
            return longest / most;
        }
        // Parts of it divide the delays as well: as many as the shortest delay and the longest step ask for.
        double parts = Math.max(1, atLeast(profile.least(Quantity.DELAY_STEPS) * even / shortest));
        if (profile.knows(Quantity.STEP)) {
            parts = Math.max(parts, atLeast(even / profile.most(Quantity.STEP)));
        }
        return even / Math.min(parts, Math.floor(most * even / longest * (1 + Grid.TOLERANCE)));
    }

    private static double atLeast(double parts) {
        return Math.ceil(parts * (1 - Grid.TOLERANCE));
    }
}
