package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reports one line per epoch with the time that is left. On a terminal the line of the epoch in progress is
 * rewritten as batches end; elsewhere the first epoch, if it takes long, has lines in between, after 10, 20,
 * 40 ... seconds.
 */
final class Progress implements TrainingListener {

    private static final long REDRAW_NANOS = 200_000_000;
    private static final long FIRST_LINE_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final int epochs;
    private final int before;
    private final LongSupplier clock;
    private final long start;
    private long lastDrawn;
    private long nextLine;

    /**
     * Makes a report.
     *
     * @param terminal whether lines can be rewritten
     * @param epochs number of epochs the run is to have
     * @param before epochs that were done before this start
     * @param clock nanoseconds from any origin
     */
    Progress(PrintWriter out, boolean terminal, int epochs, int before, LongSupplier clock) {
        this.before = before;
        this.out = out;
        this.terminal = terminal;
        this.epochs = epochs;
        this.clock = clock;
        start = clock.getAsLong();
        lastDrawn = start;
        nextLine = FIRST_LINE_NANOS;
    }

    /** Returns the seconds since the start. */
    double seconds() {
        return (clock.getAsLong() - start) * 1e-9;
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        long now = clock.getAsLong();
        if (!isDue(epoch, now)) {
            return;
        }
        double done = epoch - 1 + (double) batch / batches;
        String line = String.format(
                Locale.ROOT, "epoch %d/%d  batch %d/%d  %s left", epoch, epochs, batch, batches, left(done));
        out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
        out.flush();
    }

    private boolean isDue(int epoch, long now) {
        if (terminal && now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            return true;
        }
        if (!terminal && epoch == before + 1 && now - start >= nextLine) {
            nextLine = 2 * (now - start);
            return true;
        }
        return false;
    }

    @Override
    public void epochEnded(EpochRecord epoch) {
        Evaluation training = epoch.training();
        Optional<Evaluation> validation = epoch.validation();
        out.print(terminal ? "\r" : "");
        out.printf(
                Locale.ROOT,
                "epoch %d/%d  loss %.4f  training %.2f %%%s  spikes %.2f  silent %d  silent-correct %d%s  %s left%s%n",
                epoch.epoch(),
                epochs,
                training.loss(),
                100 * training.accuracy(),
                validation
                        .map(result -> String.format(Locale.ROOT, "  validation %.2f %%", 100 * result.accuracy()))
                        .orElse(""),
                training.hiddenSpikes(),
                training.silentHidden(),
                training.silentCorrect(),
                strategies(epoch) + density(epoch),
                left(epoch.epoch()),
                terminal ? "\u001b[K" : "");
        out.flush();
    }

    private static String strategies(EpochRecord epoch) {
        StringBuilder text = new StringBuilder();
        append(text, "lifted", epoch.lifted());
        append(text, "revived", epoch.revived());
        append(text, "regularised", epoch.regularised());
        append(text, "vanished", epoch.vanished());
        append(text, "clamped", epoch.clamped());
        append(text, "clipped", epoch.clipped());
        return text.toString();
    }

    private static String density(EpochRecord epoch) {
        double density = epoch.connections().density();
        return density == 1 ? "" : String.format(Locale.ROOT, "  density %.4f", density);
    }

    private static void append(StringBuilder text, String name, long count) {
        if (count > 0) {
            text.append("  ").append(name).append(' ').append(count);
        }
    }

    private String left(double epochsDone) {
        return Durations.text(seconds() / (epochsDone - before) * (epochs - epochsDone));
    }
}
