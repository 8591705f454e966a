package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.console.ProgressLine;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import io.github.lightcone.structure.analysis.MeasureGroup;
import java.io.PrintWriter;

/** Shows which group of measures is worked on, and how far it is, to whoever watches. */
final class AnalysisWatch implements AnalysisProgress, AutoCloseable {

    private final boolean terminal;
    private final PrintWriter out;
    private MeasureGroup shown;
    private ProgressLine line;

    /**
     * Starts to watch.
     *
     * @param terminal whether somebody does
     */
    AnalysisWatch(boolean terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public void done(MeasureGroup group, double fraction) {
        if (!terminal) {
            return;
        }
        if (group != shown) {
            close();
            shown = group;
            line = new ProgressLine(group.key(), out, System::nanoTime);
        }
        line.done(fraction);
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
    }
}
