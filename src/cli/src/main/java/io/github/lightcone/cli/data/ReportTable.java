package io.github.lightcone.cli.data;

import io.github.lightcone.data.catalogue.DataReport;
import io.github.lightcone.data.catalogue.PartSummary;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Prints what is in a copy of a data set. */
final class ReportTable {

    private ReportTable() {}

    static void print(DataReport report, PrintWriter out) {
        for (String note : report.notes()) {
            out.println(note);
        }
        for (Map.Entry<String, PartSummary> part : report.parts().entrySet()) {
            out.println(part.getKey());
            print(part.getValue(), out);
        }
        out.flush();
    }

    private static void print(PartSummary part, PrintWriter out) {
        line(out, "channels", "%,d, %,d of them with events", part.channels(), part.activeChannels());
        line(out, "classes", "%,d", part.classes());
        line(out, "examples", "%,d", part.examples());
        line(out, "events", "%,d", part.events());
        line(
                out,
                "per example",
                "%.1f events on average, %,d to %,d",
                part.meanEvents(),
                part.fewestEvents(),
                part.mostEvents());
        line(out, "last event", "%.3f ms", part.lastTime());
        if (part.groups() > 1) {
            line(out, "groups", "%,d", part.groups());
        }
        StringJoiner counts = new StringJoiner("  ");
        int[] classCounts = part.classCounts();
        for (int label = 0; label < classCounts.length; label++) {
            counts.add(part.classNames().get(label) + ": " + classCounts[label]);
        }
        line(out, "of class", "%s", counts);
    }

    private static void line(PrintWriter out, String what, String format, Object... values) {
        out.printf("  %-12s %s%n", what, String.format(Locale.ROOT, format, values));
    }
}
