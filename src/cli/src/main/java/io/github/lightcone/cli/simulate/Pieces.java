package io.github.lightcone.cli.simulate;

import io.github.lightcone.simulation.Simulation;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Takes a run to its end in pieces that take about a quarter to half a second each, so that it can be told
 * how far it is. The first piece is a slice of time, the next ones grow or shrink by 2; the result does not
 * depend on them. Pauses cost so little of such pieces, and there are so few in a short run, that they do
 * not matter.
 */
final class Pieces {

    private static final long SHORT_NANOS = 250_000_000;
    private static final long LONG_NANOS = 500_000_000;

    private Pieces() {}

    /**
     * Runs on.
     *
     * @param until end of the run, ms
     * @param clock nanoseconds from any origin
     * @param progress is told after each piece the fraction that is done, from 0 to 1
     */
    static void run(Simulation run, double until, LongSupplier clock, DoubleConsumer progress) {
        double begin = run.now();
        double slice = run.statistics().sliceWidth();
        double piece = slice;
        while (run.now() < until) {
            long start = clock.getAsLong();
            double next = Math.max(run.now() + piece, Math.nextUp(run.now()));
            run.runTo(Math.min(next, until));
            progress.accept((run.now() - begin) / (until - begin));
            long took = clock.getAsLong() - start;
            if (took < SHORT_NANOS) {
                piece *= 2;
            } else if (took > LONG_NANOS) {
                piece = Math.max(slice, piece / 2);
            }
        }
    }
}
