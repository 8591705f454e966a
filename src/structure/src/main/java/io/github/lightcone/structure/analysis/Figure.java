package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.Band;
import io.github.lightcone.structure.measure.Estimate;
import io.github.lightcone.structure.measure.Measure;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure of a report.
 *
 * @param name what it is
 * @param value the figure, NaN where it is undefined or was left out
 * @param conventions direction, weights, self-loops and the like
 * @param note why there is none, or what was sampled; empty if there is nothing to say
 * @param spread how it varies over restarts
 * @param nullTest how it compares with null models
 */
public record Figure(
        String name,
        double value,
        String conventions,
        String note,
        Optional<Spread> spread,
        Optional<NullTest> nullTest) {

    /** Returns a figure with nothing beside it. */
    public static Figure of(String name, double value, String conventions) {
        String note = Double.isNaN(value) ? "undefined for this graph" : "";
        return new Figure(name, value, conventions, note, Optional.empty(), Optional.empty());
    }

    static Figure of(Measure measure) {
        return of(measure.name(), measure.value(), measure.conventions());
    }

    /** A figure that may come from a sample of nodes. */
    static Figure of(String name, Estimate estimate, String conventions) {
        Figure figure = of(name, estimate.value(), conventions);
        return estimate.isExact()
                ? figure
                : figure.withNote(String.format(
                        Locale.ROOT,
                        "from %d of %d nodes, standard error %.2g",
                        estimate.sampled(),
                        estimate.nodes(),
                        estimate.standardError()));
    }

    /** A figure from random draws: its quantiles are the ends of its spread. */
    static Figure of(String name, Band band, int draws, String conventions) {
        return of(name, band.value(), conventions)
                .withNote(String.format(
                        Locale.ROOT, "95 %% of %d pairs of null graphs: %.4g to %.4g", draws, band.low(), band.high()));
    }

    /** A figure that there is none of. */
    static Figure missing(String name, String reason) {
        return new Figure(name, Double.NaN, "", reason, Optional.empty(), Optional.empty());
    }

    Figure withNote(String newNote) {
        String joined = note.isEmpty() || newNote.isEmpty() ? note + newNote : note + "; " + newNote;
        return new Figure(name, value, conventions, joined, spread, nullTest);
    }

    Figure withSpread(Spread newSpread) {
        return new Figure(name, value, conventions, note, Optional.of(newSpread), nullTest);
    }

    Figure withNullTest(NullTest test) {
        return new Figure(name, value, conventions, note, spread, Optional.of(test));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.6g", name, value)
                + (conventions.isEmpty() ? "" : " (" + conventions + ")")
                + (note.isEmpty() ? "" : "; " + note)
                + spread.map(s -> "; " + s).orElse("")
                + nullTest.map(test -> "; " + test).orElse("");
    }
}
