package io.github.lightcone.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that tells how far work has come: percent, time it took and time that is left. There
 * is none in the first second, and none after {@link #close}.
 */
public final class ProgressLine implements AutoCloseable {

    private static final long FIRST_NANOS = 1_000_000_000;
    private static final long REDRAW_NANOS = 200_000_000;

    private final String label;
    private final PrintWriter out;
    private final LongSupplier clock;
    private final long start;
    private long nextDrawn = FIRST_NANOS;
    private boolean drawn;

    /**
     * Starts work.
     *
     * @param out a terminal that can rewrite a line
     * @param clock nanoseconds from any origin
     */
    public ProgressLine(String label, PrintWriter out, LongSupplier clock) {
        this.label = label;
        this.out = out;
        this.clock = clock;
        start = clock.getAsLong();
    }

    /** Shows, unless it did a moment ago, how far the work has come: from 0 to 1. */
    public void done(double fraction) {
        long elapsed = clock.getAsLong() - start;
        if (elapsed < nextDrawn || !(fraction > 0)) {
            return;
        }
        nextDrawn = elapsed + REDRAW_NANOS;
        drawn = true;
        double seconds = elapsed * 1e-9;
        out.printf(
                Locale.ROOT,
                "\r%-11s %.1f %%  %s elapsed  %s left\u001b[K",
                label,
                100 * fraction,
                Durations.text(seconds),
                Durations.text(seconds / fraction * (1 - fraction)));
        out.flush();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (drawn) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
