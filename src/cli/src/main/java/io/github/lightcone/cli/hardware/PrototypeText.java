package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.cost.Energy;
import io.github.lightcone.hardware.emulate.Convergence;
import io.github.lightcone.hardware.mismatch.Spread;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.RoundingErrors;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.hardware.rule.Rule;
import io.github.lightcone.learning.training.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The report of a prototype as text and as Markdown: sections of rows, the first row of each being its heads. */
final class PrototypeText {

    /** A table with a title; every row has as many cells as the first. */
    private record Section(String title, List<List<String>> rows) {}

    private final PrototypeResult result;
    private final List<Section> sections = new ArrayList<>();

    PrototypeText(PrototypeResult result) {
        this.result = result;
        addAccuracy();
        result.tuned().ifPresent(this::addTuning);
        addBehaviour();
        addQuantisation();
        addRules();
        addCost();
        addPlacement();
        result.devices().ifPresent(this::addDevices);
        result.convergence().ifPresent(this::addConvergence);
    }

    /** Returns it as text. */
    String plain() {
        StringBuilder text = new StringBuilder(head()).append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            int[] width = new int[section.rows().get(0).size()];
            for (List<String> row : section.rows()) {
                for (int c = 0; c < width.length; c++) {
                    width[c] = Math.max(width[c], row.get(c).length());
                }
            }
            for (List<String> row : section.rows()) {
                StringBuilder line = new StringBuilder(" ");
                for (int c = 0; c < width.length; c++) {
                    line.append(String.format(Locale.ROOT, " %-" + Math.max(1, width[c]) + "s ", row.get(c)));
                }
                text.append(line.toString().stripTrailing()).append('\n');
            }
        }
        return text.append('\n').append(result.verdict()).append('\n').toString();
    }

    /** Returns it as Markdown. */
    String markdown() {
        StringBuilder text =
                new StringBuilder("# ").append(head()).append("\n\n**").append(result.verdict());
        text.append("**\n");
        for (Section section : sections) {
            text.append("\n## ").append(section.title()).append("\n\n");
            for (int r = 0; r < section.rows().size(); r++) {
                text.append("| ")
                        .append(String.join(" | ", section.rows().get(r)))
                        .append(" |\n");
                if (r == 0) {
                    text.append("|---".repeat(section.rows().get(0).size())).append("|\n");
                }
            }
        }
        return text.toString();
    }

    private String head() {
        return "Prototype on " + result.profile().title() + " ("
                + result.profile().name() + ")";
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : Figure.text(value);
    }

    private void addAccuracy() {
        List<List<String>> rows = new ArrayList<>();
        addTo(rows, "", "trained", "quantised", "tuned");
        result.before()
                .forEach((set, before) -> addTo(
                        rows,
                        set + " %, 95 % interval",
                        accuracy(before),
                        accuracy(result.after().get(set)),
                        accuracy(result.afterTuning().getOrDefault(set, Optional.empty()))));
        addTo(
                rows,
                "first " + result.sample() + " of the " + result.sampleSet() + " data, %",
                percent(result.sampleBefore(), result.sample()),
                "-",
                "-");
        for (PrototypeResult.Emulation emulation : result.emulated()) {
            String correct = percent(emulation.correct(), result.sample());
            addTo(
                    rows,
                    "the same, in steps, " + emulation.name() + ", %",
                    "-",
                    result.tuned().isPresent() ? "-" : correct,
                    correct);
        }
        sections.add(new Section("Accuracy", rows));
    }

    /** Adds a row; without its last cell if nothing was tuned. */
    private void addTo(List<List<String>> rows, String name, String trained, String quantised, String tuned) {
        rows.add(result.tuned().isPresent() ? row(name, trained, quantised, tuned) : row(name, trained, quantised));
    }

    private void addTuning(Tuning.Result tuned) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("epochs", Integer.toString(tuned.epochs())));
        rows.add(row("epoch taken, 0 for none", Integer.toString(tuned.epoch())));
        rows.add(row("rate", Double.isNaN(tuned.rate()) ? "a tenth of those of the run" : number(tuned.rate())));
        rows.add(row("weights that are others than before it", Integer.toString(tuned.changed())));
        rows.add(row("stops at the end of a range", Long.toString(tuned.clips())));
        sections.add(new Section("Tuning", rows));
    }

    private static String accuracy(Optional<Evaluation> found) {
        return found.map(evaluation -> String.format(
                        Locale.ROOT,
                        "%.2f (%.1f to %.1f)",
                        100 * evaluation.accuracy(),
                        100 * evaluation.accuracyInterval().low(),
                        100 * evaluation.accuracyInterval().high()))
                .orElse("runs away");
    }

    private static String percent(long part, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", 100.0 * part / all);
    }

    private void addBehaviour() {
        List<String> heads = new ArrayList<>(List.of("", "trained to " + result.onChip()));
        List<Comparison.Result> columns = new ArrayList<>(List.of(result.exact()));
        for (PrototypeResult.Emulation emulation : result.emulated()) {
            heads.add(result.onChip() + " to steps, " + emulation.name());
            columns.add(emulation.compared());
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(heads);
        addRow(rows, "shift of first spikes, mean, ms", columns, of -> number(of.meanShift()));
        addRow(rows, "median, ms", columns, of -> number(of.medianShift()));
        addRow(rows, "largest, ms", columns, of -> number(of.largestShift()));
        addRow(rows, "other spike counts, %", columns, of -> percent(of.changedCounts(), of.pairs()));
        addRow(rows, "became active, %", columns, of -> percent(of.gained(), of.pairs()));
        addRow(rows, "fell silent, %", columns, of -> percent(of.lost(), of.pairs()));
        addRow(rows, "neurons silent throughout", columns, of -> of.silentBefore() + " to " + of.silentAfter());
        addRow(rows, "spikes", columns, of -> of.spikesBefore() + " to " + of.spikesAfter());
        sections.add(new Section("Spikes (" + result.sample() + " examples)", rows));
    }

    private static void addRow(
            List<List<String>> rows,
            String name,
            List<Comparison.Result> columns,
            Function<Comparison.Result, String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        columns.forEach(column -> row.add(cell.apply(column)));
        rows.add(row);
    }

    private void addQuantisation() {
        QuantisedNetwork quantised = result.quantised();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", "count", "changed", "clipped", "to zero", "largest error", "rms error"));
        addErrors(rows, "weights", quantised.errors().weights());
        addErrors(rows, "delays, ms", quantised.errors().delays());
        addErrors(rows, "time constants, relative", quantised.errors().timeConstants());
        addErrors(rows, "thresholds", quantised.errors().thresholds());
        addErrors(rows, "voltages", quantised.errors().voltages());
        String step = Double.isNaN(quantised.step()) ? "no steps" : "steps of " + number(quantised.step()) + " ms";
        int withoutUnit = quantised.errors().withoutUnit();
        sections.add(new Section(
                "Quantisation (" + step + ", conduction at " + number(quantised.conductionSpeed()) + " mm/ms"
                        + (withoutUnit > 0 ? ", " + withoutUnit + " neurons without a unit" : "") + ")",
                rows));
    }

    private static void addErrors(List<List<String>> rows, String name, RoundingErrors errors) {
        if (errors.count() == 0) {
            rows.add(row(name, "0", "-", "-", "-", "-", "-"));
            return;
        }
        rows.add(row(
                name,
                Integer.toString(errors.count()),
                Integer.toString(errors.changed()),
                Integer.toString(errors.clipped()),
                Integer.toString(errors.zeroed()),
                String.format(Locale.ROOT, "%.3e", errors.largest()),
                String.format(Locale.ROOT, "%.3e", errors.rms())));
    }

    private void addRules() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("rule", "trained", result.onChip()));
        for (Rule rule : Rule.values()) {
            rows.add(row(rule.label(), state(result.rulesBefore(), rule), state(result.rulesAfter(), rule)));
        }
        sections.add(new Section("Rules", rows));
    }

    private static String state(CheckReport report, Rule rule) {
        if (report.skipped().containsKey(rule)) {
            return "not checked: " + report.skipped().get(rule);
        }
        return report.count(rule) == 0 ? "fits" : report.count(rule) + " violated";
    }

    private void addCost() {
        List<List<String>> rows = new ArrayList<>();
        double runs = Math.max(1, result.cost().runs());
        rows.add(row("per example", ""));
        rows.add(row("spikes, sources included", number(result.cost().spikes() / runs)));
        rows.add(row("synaptic operations", number(result.cost().synapticOperations() / runs)));
        rows.add(row("most at one neuron", busiest(runs)));
        rows.add(row("updates of neurons", number(result.cost().updates() / runs)));
        rows.add(row("arrivals under way, mean", number(result.cost().pendingMean())));
        rows.add(row("arrivals under way, most", Long.toString(result.cost().pendingPeak())));
        rows.add(row("memory traffic, bytes", number(result.cost().memoryBits() / 8.0 / runs)));
        rows.add(row(
                "energy of operations and updates",
                result.energy().map(energy -> energy(energy, runs)).orElse("unknown: none is published")));
        sections.add(new Section("Cost", rows));
    }

    private String busiest(double runs) {
        long[] operations = result.cost().operationsOf();
        int busiest = 0;
        for (int n = 1; n < operations.length; n++) {
            busiest = operations[n] > operations[busiest] ? n : busiest;
        }
        return number(operations[busiest] / runs) + " at "
                + result.cost().network().describeNeuron(busiest);
    }

    private static String energy(Energy energy, double runs) {
        String least = joules(energy.least() / runs);
        return Double.isInfinite(energy.most()) ? least + " or more" : least + " to " + joules(energy.most() / runs);
    }

    private static String joules(double picojoules) {
        if (picojoules < 1e3) {
            return String.format(Locale.ROOT, "%.3g pJ", picojoules);
        }
        return picojoules < 1e6
                ? String.format(Locale.ROOT, "%.3g nJ", 1e-3 * picojoules)
                : String.format(Locale.ROOT, "%.4g uJ", 1e-6 * picojoules);
    }

    private void addPlacement() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "tiles",
                result.placement()
                        .map(placement ->
                                placement.used() + " used of " + placement.columns() + " x " + placement.rows())
                        .orElse("unknown: neuronsPerCore is not known")));
        result.traffic().ifPresent(traffic -> {
            double runs = Math.max(1, result.cost().runs());
            rows.add(row("wire length by positions, mm", number(traffic.wireLength())));
            rows.add(row("wire length in tiles", Long.toString(traffic.tileLength())));
            rows.add(row("synapses between tiles", Long.toString(traffic.crossings())));
            rows.add(row("packets between tiles per example", number(traffic.packets() / runs)));
            rows.add(row("hops per example", number(traffic.hops() / runs)));
            rows.add(row(
                    "packets on the busiest of " + traffic.links() + " links, per example",
                    number(traffic.busiest() / runs)));
        });
        sections.add(new Section("Placement", rows));
    }

    private void addDevices(PrototypeResult.DeviceSpread devices) {
        double[] sorted = devices.accuracies().stream()
                .mapToDouble(Double::doubleValue)
                .filter(accuracy -> !Double.isNaN(accuracy))
                .sorted()
                .toArray();
        List<List<String>> rows = new ArrayList<>();
        Spread spread = devices.spread();
        String factors = spread.lognormal() ? "logarithmic deviation of " : "relative deviation of ";
        rows.add(row(factors + "thresholds", number(spread.threshold())));
        rows.add(row(factors + "time constants", number(spread.timeConstants())));
        rows.add(row(factors + "weights", number(spread.weights())));
        rows.add(row("deviation of delays, ms", number(spread.delay())));
        rows.add(row("numbers held at the end of their range", Long.toString(devices.held())));
        rows.add(row("devices", Integer.toString(devices.accuracies().size())));
        rows.add(row("of these ran away", Integer.toString(devices.accuracies().size() - sorted.length)));
        if (sorted.length > 0) {
            double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
            double squares = Arrays.stream(sorted)
                    .map(accuracy -> (accuracy - mean) * (accuracy - mean))
                    .sum();
            double deviation = sorted.length == 1 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
            rows.add(row(devices.set() + " %, mean", String.format(Locale.ROOT, "%.2f", 100 * mean)));
            rows.add(row(
                    "standard deviation",
                    Double.isNaN(deviation) ? "-" : String.format(Locale.ROOT, "%.2f", 100 * deviation)));
            rows.add(row("least", String.format(Locale.ROOT, "%.2f", 100 * sorted[0])));
            rows.add(row("median", String.format(Locale.ROOT, "%.2f", 100 * sorted[sorted.length / 2])));
            rows.add(row("most", String.format(Locale.ROOT, "%.2f", 100 * sorted[sorted.length - 1])));
        }
        sections.add(new Section("Mismatch", rows));
    }

    private void addConvergence(Convergence convergence) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("step, ms", "mean shift, ms", "median shift, ms", "missing, %", "extra, %"));
        for (Convergence.Point point : convergence.points()) {
            rows.add(row(
                    number(point.step()),
                    number(point.meanShift()),
                    number(point.medianShift()),
                    percent(point.missing(), point.exact()),
                    percent(point.extra(), point.exact())));
        }
        sections.add(new Section(
                "Convergence of steps to the exact engine (trained network, " + convergence.runs()
                        + " examples, spikes up to " + number(convergence.window()) + " ms apart are the same)",
                rows));
    }
}
