package io.github.lightcone.cli.console;

import java.io.PrintWriter;
import java.util.function.ObjDoubleConsumer;

/** Shows how far work in several parts is to whoever watches; one line after the other for one part after the other. */
public final class PartsWatch implements ObjDoubleConsumer<String>, AutoCloseable {

    private final boolean terminal;
    private final PrintWriter out;
    private String part = "";
    private ProgressLine line;

    /**
     * Starts to watch.
     *
     * @param terminal whether somebody does
     */
    public PartsWatch(boolean terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public void accept(String what, double fraction) {
        if (!terminal) {
            return;
        }
        if (line == null || !what.equals(part)) {
            close();
            part = what;
            line = new ProgressLine(what, out, System::nanoTime);
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
