package io.github.lightcone.report.run;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.report.run.ChipPrototype.Accuracy;
import io.github.lightcone.report.run.ChipPrototype.Bins;
import io.github.lightcone.report.run.ChipPrototype.Cost;
import io.github.lightcone.report.run.ChipPrototype.Devices;
import io.github.lightcone.report.run.ChipPrototype.Emulation;
import io.github.lightcone.report.run.ChipPrototype.EnergyFigure;
import io.github.lightcone.report.run.ChipPrototype.FloorPlan;
import io.github.lightcone.report.run.ChipPrototype.Load;
import io.github.lightcone.report.run.ChipPrototype.RuleCount;
import io.github.lightcone.report.run.ChipPrototype.Settings;
import io.github.lightcone.report.run.ChipPrototype.Spikes;
import io.github.lightcone.report.run.ChipPrototype.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads what {@code prototype} wrote. */
final class ChipPrototypeReader {

    private static final double BITS_OF_BYTE = 8;

    /** Fields about numbers that were rounded. */
    private static final List<String> ROUNDED = List.of("weights", "delays", "timeConstants", "thresholds", "voltages");

    private ChipPrototypeReader() {}

    static ChipPrototype read(JsonObject fields) throws FormatException {
        int examples = fields.integer("examples", 0, Integer.MAX_VALUE);
        List<Emulation> emulations = new ArrayList<>();
        for (JsonObject one : fields.objects("emulations")) {
            emulations.add(new Emulation(
                    one.string("name"), one.integer("correct", 0, examples), spikes(one.object("spikes"))));
        }
        return new ChipPrototype(
                fields.string("chip"),
                fields.string("title"),
                fields.string("kind"),
                fields.integer("epoch", 0, Integer.MAX_VALUE),
                fields.truth("fits"),
                fields.string("verdict"),
                !fields.isNull("tuned"),
                settings(fields.object("quantisation")),
                accuracies(fields),
                examples,
                fields.string("sampleSet"),
                fields.integer("correctTrained", 0, examples),
                spikes(fields.object("spikes")),
                emulations,
                rules(fields),
                violations(fields.objects("violationsTrained")),
                violations(fields.objects("violationsQuantised")),
                bins(fields, "weights"),
                bins(fields, "delays"),
                cost(fields.object("cost")),
                fields.isNull("placement") ? Optional.empty() : Optional.of(floorPlan(fields.object("placement"))),
                fields.isNull("devices") ? Optional.empty() : Optional.of(devices(fields.object("devices"))),
                fields.isNull("convergence")
                        ? Optional.empty()
                        : Optional.of(StepConvergence.read(fields.object("convergence"))));
    }

    private static Settings settings(JsonObject fields) throws FormatException {
        Map<String, Integer> clipped = new LinkedHashMap<>();
        for (String kind : ROUNDED) {
            int count = fields.isNull(kind) ? 0 : fields.object(kind).integer("clipped", 0, Integer.MAX_VALUE);
            if (count > 0) {
                clipped.put(kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT), count);
            }
        }
        return new Settings(fields.string("rounding"), fields.string("scale"), fields.numberOrNaN("step"), clipped);
    }

    private static Map<String, Accuracy> accuracies(JsonObject fields) throws FormatException {
        Map<String, Accuracy> accuracies = new LinkedHashMap<>();
        JsonObject trained = fields.object("trained");
        for (String set : trained.fields()) {
            accuracies.put(
                    set,
                    new Accuracy(
                            accuracy(trained, set),
                            accuracy(fields.object("quantised"), set),
                            fields.isNull("tuned") ? Double.NaN : accuracy(fields.object("tuned"), set)));
        }
        return accuracies;
    }

    private static double accuracy(JsonObject sets, String set) throws FormatException {
        return sets.isNull(set) ? Double.NaN : sets.object(set).number("accuracy");
    }

    private static Spikes spikes(JsonObject fields) throws FormatException {
        return new Spikes(
                fields.number("pairs"),
                fields.numberOrNaN("meanShift"),
                fields.numberOrNaN("medianShift"),
                fields.numberOrNaN("largestShift"),
                fields.number("changedCounts"),
                fields.integer("silentBefore", 0, Integer.MAX_VALUE),
                fields.integer("silentAfter", 0, Integer.MAX_VALUE),
                fields.number("spikesBefore"),
                fields.number("spikesAfter"));
    }

    private static List<RuleCount> rules(JsonObject fields) throws FormatException {
        JsonObject trained = fields.object("rulesTrained");
        JsonObject onChip = fields.object("rulesQuantised");
        JsonObject reasons = fields.object("rulesNotChecked");
        List<RuleCount> rules = new ArrayList<>();
        for (String rule : trained.fields()) {
            rules.add(new RuleCount(
                    rule,
                    trained.isNull(rule) ? -1 : trained.integer(rule, 0, Integer.MAX_VALUE),
                    onChip.isNull(rule) ? -1 : onChip.integer(rule, 0, Integer.MAX_VALUE),
                    reasons.isNull(rule) ? "" : reasons.string(rule)));
        }
        return rules;
    }

    private static List<Violation> violations(List<JsonObject> all) throws FormatException {
        List<Violation> violations = new ArrayList<>();
        for (JsonObject one : all) {
            violations.add(new Violation(
                    one.string("rule"), one.string("place"), one.numberOrNaN("value"), one.string("limit")));
        }
        return violations;
    }

    private static Optional<Bins> bins(JsonObject fields, String name) throws FormatException {
        if (fields.isNull(name)) {
            return Optional.empty();
        }
        JsonObject bins = fields.object(name);
        double from = bins.number("from");
        double to = bins.number("to");
        if (!(from < to)) {
            throw bins.error("to", "must be above from = " + from);
        }
        return Optional.of(new Bins(from, to, counts(bins, "before"), counts(bins, "after")));
    }

    private static double[] counts(JsonObject bins, String name) throws FormatException {
        double[] counts = bins.numbersOrNaN(name);
        if (counts.length == 0 || DoubleStream.of(counts).anyMatch(count -> !(count >= 0))) {
            throw bins.error(name, "must hold counts, at least one");
        }
        return counts;
    }

    private static Cost cost(JsonObject fields) throws FormatException {
        List<EnergyFigure> figures = new ArrayList<>();
        for (JsonObject one : fields.objects("energyFigures")) {
            figures.add(new EnergyFigure(
                    one.string("of"),
                    one.string("picojoules"),
                    one.string("note"),
                    one.string("source") + ", " + one.string("date") + ", " + one.string("link")));
        }
        double least = fields.numberOrNaN("leastEnergy");
        double most = fields.numberOrNaN("mostEnergy");
        return new Cost(
                fields.number("spikes"),
                fields.number("synapticOperations"),
                fields.number("updates"),
                fields.number("pendingMean"),
                fields.number("pendingPeak"),
                fields.number("memoryBits") / BITS_OF_BYTE,
                least,
                Double.isNaN(most) && !Double.isNaN(least) ? Double.POSITIVE_INFINITY : most,
                figures);
    }

    private static FloorPlan floorPlan(JsonObject fields) throws FormatException {
        int columns = fields.integer("columns", 1, Integer.MAX_VALUE);
        int rows = fields.integer("rows", 1, Integer.MAX_VALUE / columns);
        List<String> populations = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (JsonObject population : fields.objects("populations")) {
            populations.add(population.string("name"));
            sizes.add(population.integer("neurons", 0, Integer.MAX_VALUE));
        }
        double[] tiles = fields.numbersOrNaN("tile");
        if (tiles.length != sizes.stream().mapToLong(size -> size).sum()
                || DoubleStream.of(tiles).anyMatch(tile -> !(tile >= 0 && tile < (double) columns * rows))) {
            throw fields.error("tile", "must hold a tile of the grid for each neuron");
        }
        List<Load> loads = new ArrayList<>();
        for (JsonObject load : fields.objects("loads")) {
            loads.add(new Load(
                    load.integer("from", 0, columns * rows - 1),
                    load.integer("to", 0, columns * rows - 1),
                    load.number("packets")));
        }
        return new FloorPlan(
                columns,
                rows,
                DoubleStream.of(tiles).mapToInt(tile -> (int) tile).toArray(),
                populations,
                sizes.stream().mapToInt(size -> size).toArray(),
                fields.number("packets"),
                fields.number("hops"),
                fields.number("busiest"),
                fields.number("crossings"),
                loads);
    }

    private static Devices devices(JsonObject fields) throws FormatException {
        String differences = String.format(
                Locale.ROOT,
                "%s: thresholds %.3g, time constants %.3g, weights %.3g; delays %.3g ms",
                fields.truth("lognormal") ? "deviations of logarithms" : "relative deviations",
                fields.number("thresholds"),
                fields.number("timeConstants"),
                fields.number("weights"),
                fields.number("delays"));
        return new Devices(fields.string("set"), differences, fields.numbersOrNaN("accuracies"));
    }
}
