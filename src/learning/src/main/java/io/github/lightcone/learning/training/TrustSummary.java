package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.TrustReport;
import java.util.BitSet;
import java.util.List;

/**
 * How far the gradients of some examples can be trusted: their {@link TrustReport}s taken together. What could go wrong is
 * the nearest of all; what a few spikes carry, the mean.
 *
 * @param examples examples that were run; those in which the network runs away are left out
 * @param spikes threshold crossings in all of them
 * @param silentNeurons neurons with a threshold that spiked in none of them; the gradient does not know how to wake them
 * @param smallestSlope smallest V' at a crossing, 1/ms; infinite without spikes
 * @param flooredSlopes crossings whose slope was raised to the floor: there the gradient is not exact
 * @param nearestMissedCrossing smallest distance of a local maximum of V from the threshold it did not reach; infinite
 *     without
 * @param nearTies arrivals within the tolerance of a report of a spike of their target
 * @param smallestTie smallest time between an arrival and a spike of its target, ms; infinite without
 * @param worstShare mean over examples of the share of the sum of |lamV| that the worst 1 % of crossings carry (at least
 *     one); examples without spikes are left out, 0 if all are
 */
public record TrustSummary(
        int examples,
        long spikes,
        int silentNeurons,
        double smallestSlope,
        long flooredSlopes,
        double nearestMissedCrossing,
        long nearTies,
        double smallestTie,
        double worstShare) {

    /**
     * What one example says.
     *
     * @param report its gradient
     * @param silent neurons with a threshold that did not spike
     */
    record Examined(TrustReport report, BitSet silent) {}

    /** Sums up, in the order of the examples. */
    static TrustSummary of(List<Examined> examples) {
        long spikes = 0;
        BitSet silent = null;
        double slope = Double.POSITIVE_INFINITY;
        long floored = 0;
        double missed = Double.POSITIVE_INFINITY;
        long ties = 0;
        double tie = Double.POSITIVE_INFINITY;
        double shares = 0;
        int shared = 0;
        for (Examined example : examples) {
            TrustReport report = example.report;
            spikes += report.spikes();
            if (silent == null) {
                silent = (BitSet) example.silent.clone();
            } else {
                silent.and(example.silent);
            }
            slope = Math.min(slope, report.smallestSlope());
            floored += report.flooredSlopes();
            missed = Math.min(missed, report.nearestMissedCrossing());
            ties += report.nearTies();
            tie = Math.min(tie, report.smallestTie());
            if (report.spikes() > 0) {
                shares += report.worstShare();
                shared++;
            }
        }
        return new TrustSummary(
                examples.size(),
                spikes,
                silent == null ? 0 : silent.cardinality(),
                slope,
                floored,
                missed,
                ties,
                tie,
                shared == 0 ? 0 : shares / shared);
    }
}
