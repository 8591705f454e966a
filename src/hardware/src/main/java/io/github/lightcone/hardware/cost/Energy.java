package io.github.lightcone.hardware.cost;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.chip.Quantity;
import java.util.Optional;

/**
 * A range of energies.
 *
 * @param least pJ
 * @param most pJ; infinite if published figures give no upper end
 */
public record Energy(double least, double most) {

    /**
     * Returns the energy of what was counted; empty if the profile knows none for a synaptic operation. Updates whose
     * energy is unknown make the upper end infinite.
     */
    public static Optional<Energy> of(RunCost cost, ChipProfile profile) {
        Optional<Figure> operation = profile.figure(Quantity.SYNAPTIC_ENERGY);
        if (operation.isEmpty()) {
            return Optional.empty();
        }
        Optional<Figure> update = profile.figure(Quantity.UPDATE_ENERGY);
        double least = times(cost.synapticOperations(), operation.get().least())
                + times(cost.updates(), update.map(Figure::least).orElse(0.0));
        double most = times(cost.synapticOperations(), operation.get().most())
                + times(cost.updates(), update.map(Figure::most).orElse(Double.POSITIVE_INFINITY));
        return Optional.of(new Energy(least, most));
    }

    private static double times(long count, double each) {
        return count == 0 ? 0 : count * each;
    }
}
