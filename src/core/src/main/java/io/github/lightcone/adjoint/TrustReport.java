package io.github.lightcone.adjoint;

/**
 * How far a gradient can be trusted: how close the run was to a different number or order of spikes,
 * where the loss has a kink or a jump, and how much of the gradient a few spikes carry.
 *
 * @param spikes number of threshold crossings
 * @param silentNeurons number of spiking neurons that never spiked; they have no gradient
 * @param smallestSlope smallest V' at a crossing, 1/ms; infinite without spikes
 * @param flooredSlopes number of crossings whose slope was raised to the floor
 * @param nearestMissedCrossing smallest distance of a local maximum of V from the threshold it did not
 *     reach; NaN if the run did not track margins
 * @param nearTies number of arrivals within the tolerance of a spike of their target
 * @param smallestTie smallest time between an arrival and a spike of its target, ms; infinite without
 * @param tieTolerance the tolerance, ms
 * @param worstShare share of the sum of |lamV| over all crossings that the worst 1 % of them carry (at
 *     least one); 0 without spikes
 */
public record TrustReport(
        int spikes,
        int silentNeurons,
        double smallestSlope,
        int flooredSlopes,
        double nearestMissedCrossing,
        int nearTies,
        double smallestTie,
        double tieTolerance,
        double worstShare) {

    /** Returns the report as a few readable lines. */
    public String describe() {
        return String.join(
                System.lineSeparator(),
                "spikes                    " + spikes,
                "silent neurons            " + silentNeurons,
                "smallest crossing slope   " + smallestSlope + " per ms",
                "floored slopes            " + flooredSlopes,
                "nearest missed crossing   " + nearestMissedCrossing,
                "near-ties                 " + nearTies + " (arrivals within " + tieTolerance
                        + " ms of a spike of their target; smallest " + smallestTie + " ms)",
                "share of worst 1 %        " + worstShare);
    }
}
