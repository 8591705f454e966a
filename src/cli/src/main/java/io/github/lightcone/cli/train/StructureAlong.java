package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.PartsWatch;
import io.github.lightcone.experiment.StructurePlan;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures the structure of a network along its training, where the experiment asks for it. */
final class StructureAlong {

    /** What the line of an epoch tells, as far as it was measured; the names are those of the figures. */
    private static final List<Map.Entry<MeasureGroup, String>> TOLD = List.of(
            Map.entry(MeasureGroup.COMMUNITIES, "modularity"),
            Map.entry(MeasureGroup.CLUSTERING, "weighted clustering"),
            Map.entry(MeasureGroup.PATHS, "weighted global efficiency"),
            Map.entry(MeasureGroup.WIRING, "wiring cost"));

    private final Optional<StructurePlan> plan;
    private StructureTable table = new StructureTable();

    StructureAlong(Optional<StructurePlan> plan) {
        this.plan = plan;
    }

    /**
     * Takes over what a run has measured. An epoch that was measured for being the last is forgotten, unless the plan
     * asks for it in any case: it may not be the last any more.
     *
     * @throws IOException if the table is missing or damaged
     */
    void restore(Path run) throws IOException {
        if (plan.isEmpty()) {
            return;
        }
        Path file = run.resolve(RunFiles.STRUCTURE);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "is missing: the run cannot be resumed");
        }
        table = StructureTable.read(file, plan.get()::asksFor);
    }

    /**
     * Measures the network as it is, unless this epoch is measured already or nobody asked for it.
     *
     * @param last whether the training ends here
     * @param err receives progress, and one line
     */
    void epochEnded(Trainer trainer, boolean last, PrintWriter err, boolean terminal) {
        int epoch = trainer.epochsDone();
        if (plan.isEmpty() || table.has(epoch) || !(last || plan.get().asksFor(epoch))) {
            return;
        }
        StructureReport report;
        try (PartsWatch watch = new PartsWatch(terminal, err)) {
            report = plan.get().measure(trainer.network(), epoch, (group, done) -> watch.accept(group.key(), done));
        }
        String of = String.join(",", plan.get().populations());
        try {
            table.add(epoch, of, report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        err.println(line(epoch, of, report));
        err.flush();
    }

    private static String line(int epoch, String of, StructureReport report) {
        StringBuilder line = new StringBuilder("structure after epoch " + epoch);
        if (!of.isEmpty()) {
            line.append(" of ").append(of);
        }
        for (Map.Entry<MeasureGroup, String> told : TOLD) {
            for (FigureGroup group : report.groups()) {
                if (group.group() == told.getKey()) {
                    append(line, told.getValue(), group);
                }
            }
        }
        return line.toString();
    }

    private static void append(StringBuilder line, String name, FigureGroup group) {
        for (Figure figure : group.figures()) {
            if (figure.name().equals(name)) {
                line.append(String.format(Locale.ROOT, "  %s %.5g", name, figure.value()));
            }
        }
    }

    /** Writes the table into the folder of a run, if there is a plan. */
    void write(Path folder) throws IOException {
        if (plan.isPresent()) {
            table.write(folder.resolve(RunFiles.STRUCTURE));
        }
    }
}
