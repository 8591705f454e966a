package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.perceptron.EpochScore;
import java.io.PrintWriter;
import java.util.Locale;

/** Reports one line per epoch of a perceptron with the time that is left; on a terminal the batches as well. */
final class PerceptronProgress {

    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private final int epochs;
    private final int before;
    private final long start = System.nanoTime();
    private long lastDrawn = start;

    /**
     * Makes a report.
     *
     * @param terminal whether lines can be rewritten
     * @param epochs number of epochs the run is to have
     * @param before epochs that were done before this start
     */
    PerceptronProgress(PrintWriter out, boolean terminal, int epochs, int before) {
        this.out = out;
        this.terminal = terminal;
        this.epochs = epochs;
        this.before = before;
    }

    /** Returns the seconds since the start. */
    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    void batchEnded(int epoch, int batch, int batches) {
        long now = System.nanoTime();
        if (terminal && now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            out.printf(
                    "\repoch %d/%d  batch %d/%d  %s left\u001b[K",
                    epoch, epochs, batch, batches, left(epoch - 1 + (double) batch / batches));
            out.flush();
        }
    }

    void epochEnded(EpochScore epoch) {
        out.printf(
                Locale.ROOT,
                "%sepoch %d/%d  loss %.4f  training %.2f %%%s  %s left%s%n",
                terminal ? "\r" : "",
                epoch.epoch(),
                epochs,
                epoch.training().loss(),
                100 * epoch.training().accuracy(),
                epoch.validation()
                        .map(score -> String.format(Locale.ROOT, "  validation %.2f %%", 100 * score.accuracy()))
                        .orElse(""),
                left(epoch.epoch()),
                terminal ? "\u001b[K" : "");
        out.flush();
    }

    private String left(double epochsDone) {
        return Durations.text(seconds() / (epochsDone - before) * (epochs - epochsDone));
    }
}
