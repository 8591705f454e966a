package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.hardware.chip.Source;
import io.github.lightcone.hardware.cost.Energy;
import io.github.lightcone.hardware.cost.RunCost;
import io.github.lightcone.hardware.emulate.Convergence;
import io.github.lightcone.hardware.place.Traffic;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.hardware.rule.Rule;
import io.github.lightcone.hardware.rule.Violation;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.network.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of a prototype as fields of a JSON object; what is unknown is null. */
final class PrototypeJson {

    private static final int MOST_OF_A_RULE = 20;

    private PrototypeJson() {}

    /**
     * Returns the fields.
     *
     * @param quantisation those of the quantisation
     */
    static Map<String, Object> fields(PrototypeResult result, Map<String, Object> quantisation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("chip", result.profile().name());
        fields.put("title", result.profile().title());
        fields.put("kind", result.profile().kind());
        fields.put("fits", result.fits());
        fields.put("verdict", result.verdict());
        fields.put("trained", results(result.before()));
        fields.put("quantised", results(result.after()));
        fields.put("tuned", result.tuned().isPresent() ? results(result.afterTuning()) : null);
        fields.put("tuning", result.tuned().map(PrototypeJson::tuning).orElse(null));
        fields.put("quantisation", quantisation);
        fields.put("rulesTrained", rules(result.rulesBefore()));
        fields.put("rulesQuantised", rules(result.rulesAfter()));
        fields.put("rulesNotChecked", notChecked(result.rulesAfter()));
        fields.put("violationsTrained", violations(result.rulesBefore()));
        fields.put("violationsQuantised", violations(result.rulesAfter()));
        fields.put("weights", weights(result).map(PrototypeJson::whole).orElse(null));
        fields.put("delays", delays(result).map(PrototypeJson::whole).orElse(null));
        fields.put("sampleSet", result.sampleSet());
        fields.put("examples", result.sample());
        fields.put("correctTrained", result.sampleBefore());
        fields.put("spikes", comparison(result.exact()));
        List<Object> emulations = new ArrayList<>();
        for (PrototypeResult.Emulation emulation : result.emulated()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", emulation.name());
            one.put("correct", emulation.correct());
            one.put("saturations", emulation.saturations());
            one.put("standing", emulation.standing());
            one.put("spikes", comparison(emulation.compared()));
            emulations.add(one);
        }
        fields.put("emulations", emulations);
        fields.put("cost", cost(result));
        fields.put("placement", placement(result));
        fields.put("devices", result.devices().map(PrototypeJson::devices).orElse(null));
        fields.put(
                "convergence",
                result.convergence().map(PrototypeJson::convergence).orElse(null));
        return fields;
    }

    private static Map<String, Object> results(Map<String, Optional<Evaluation>> results) {
        Map<String, Object> fields = new LinkedHashMap<>();
        results.forEach((set, found) -> fields.put(
                set,
                found.map(evaluation -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("examples", evaluation.examples());
                            one.put("accuracy", evaluation.accuracy());
                            one.put("low", evaluation.accuracyInterval().low());
                            one.put("high", evaluation.accuracyInterval().high());
                            one.put("loss", evaluation.loss());
                            one.put("hiddenSpikes", evaluation.hiddenSpikes());
                            one.put("silentHidden", evaluation.silentHidden());
                            return one;
                        })
                        .orElse(null)));
        return fields;
    }

    private static Map<String, Object> tuning(Tuning.Result tuned) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epochs", tuned.epochs());
        fields.put("epoch", tuned.epoch());
        fields.put("rate", tuned.rate());
        fields.put("weightsChanged", tuned.changed());
        fields.put("clips", tuned.clips());
        return fields;
    }

    private static Map<String, Object> rules(CheckReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            fields.put(rule.label(), report.skipped().containsKey(rule) ? null : Long.valueOf(report.count(rule)));
        }
        return fields;
    }

    private static Map<String, Object> notChecked(CheckReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            if (report.skipped().containsKey(rule)) {
                fields.put(rule.label(), report.skipped().get(rule));
            }
        }
        return fields;
    }

    /** Returns the first violations of each rule. */
    private static List<Object> violations(CheckReport report) {
        Map<Rule, Integer> told = new EnumMap<>(Rule.class);
        List<Object> violations = new ArrayList<>();
        for (Violation violation : report.violations()) {
            if (told.merge(violation.rule(), 1, Integer::sum) <= MOST_OF_A_RULE) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("rule", violation.rule().label());
                one.put("place", violation.place());
                one.put("value", violation.value());
                one.put("limit", violation.limit());
                violations.add(one);
            }
        }
        return violations;
    }

    /** Returns the weights in whole numbers of their scales; empty if the chip's weights are unknown. */
    private static Optional<WholeNumbers> weights(PrototypeResult result) {
        double[] scale = result.quantised().scale();
        return WholeNumbers.of(
                divided(result.trained().parameters().weight(), scale),
                divided(result.quantised().network().parameters().weight(), scale));
    }

    /** Returns the total delays in steps; empty if there are no steps. */
    private static Optional<WholeNumbers> delays(PrototypeResult result) {
        double[] step = new double[result.trained().synapseCount()];
        Arrays.fill(step, result.quantised().step());
        return WholeNumbers.of(
                divided(FixedDelays.totals(result.trained()), step),
                divided(FixedDelays.totals(result.quantised().network()), step));
    }

    private static double[] divided(double[] numbers, double[] by) {
        double[] quotients = new double[numbers.length];
        Arrays.setAll(quotients, k -> numbers[k] / by[k]);
        return quotients;
    }

    private static Map<String, Object> whole(WholeNumbers numbers) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", numbers.from());
        fields.put("to", numbers.to());
        fields.put("before", numbers.before());
        fields.put("after", numbers.after());
        return fields;
    }

    private static Map<String, Object> comparison(Comparison.Result compared) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pairs", compared.pairs());
        fields.put("meanShift", compared.meanShift());
        fields.put("medianShift", compared.medianShift());
        fields.put("largestShift", compared.largestShift());
        fields.put("changedCounts", compared.changedCounts());
        fields.put("becameActive", compared.gained());
        fields.put("fellSilent", compared.lost());
        fields.put("silentBefore", compared.silentBefore());
        fields.put("silentAfter", compared.silentAfter());
        fields.put("spikesBefore", compared.spikesBefore());
        fields.put("spikesAfter", compared.spikesAfter());
        return fields;
    }

    private static Map<String, Object> cost(PrototypeResult result) {
        RunCost cost = result.cost();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runs", cost.runs());
        fields.put("spikes", cost.spikes());
        fields.put("synapticOperations", cost.synapticOperations());
        fields.put("operationsOfNeurons", cost.operationsOf());
        fields.put("updates", cost.updates());
        fields.put("pendingMean", cost.pendingMean());
        fields.put("pendingPeak", cost.pendingPeak());
        fields.put("memoryBits", cost.memoryBits());
        fields.put("leastEnergy", result.energy().map(Energy::least).orElse(null));
        fields.put("mostEnergy", result.energy().map(Energy::most).orElse(null));
        List<Object> figures = new ArrayList<>();
        for (Quantity quantity : new Quantity[] {Quantity.SYNAPTIC_ENERGY, Quantity.UPDATE_ENERGY}) {
            result.profile()
                    .figure(quantity)
                    .ifPresent(figure -> figures.add(energyFigure(result.profile(), quantity, figure)));
        }
        fields.put("energyFigures", figures);
        return fields;
    }

    private static Map<String, Object> energyFigure(ChipProfile profile, Quantity quantity, Figure figure) {
        Source source = profile.sources().get(figure.source());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("of", quantity.label());
        fields.put("picojoules", figure.text());
        fields.put("note", figure.note());
        fields.put("source", source.what());
        fields.put("link", source.link());
        fields.put("date", source.date());
        return fields;
    }

    private static Map<String, Object> placement(PrototypeResult result) {
        if (result.placement().isEmpty() || result.traffic().isEmpty()) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("columns", result.placement().get().columns());
        fields.put("rows", result.placement().get().rows());
        fields.put("tile", result.placement().get().tile());
        List<Object> populations = new ArrayList<>();
        for (Population population : result.trained().populations()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", population.name());
            one.put("neurons", population.size());
            populations.add(one);
        }
        fields.put("populations", populations);
        fields.put("wireLength", result.traffic().get().wireLength());
        fields.put("tileLength", result.traffic().get().tileLength());
        fields.put("crossings", result.traffic().get().crossings());
        fields.put("packets", result.traffic().get().packets());
        fields.put("hops", result.traffic().get().hops());
        fields.put("links", result.traffic().get().links());
        fields.put("busiest", result.traffic().get().busiest());
        List<Object> loads = new ArrayList<>();
        for (Traffic.Load load : result.traffic().get().loads()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("from", load.from());
            one.put("to", load.to());
            one.put("packets", load.packets());
            loads.add(one);
        }
        fields.put("loads", loads);
        return fields;
    }

    private static Map<String, Object> devices(PrototypeResult.DeviceSpread devices) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("set", devices.set());
        fields.put("thresholds", devices.spread().threshold());
        fields.put("timeConstants", devices.spread().timeConstants());
        fields.put("weights", devices.spread().weights());
        fields.put("delays", devices.spread().delay());
        fields.put("lognormal", devices.spread().lognormal());
        fields.put("held", devices.held());
        fields.put("accuracies", devices.accuracies());
        return fields;
    }

    private static Map<String, Object> convergence(Convergence convergence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("examples", convergence.runs());
        fields.put("window", convergence.window());
        List<Object> points = new ArrayList<>();
        for (Convergence.Point point : convergence.points()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("step", point.step());
            one.put("spikes", point.exact());
            one.put("missing", point.missing());
            one.put("extra", point.extra());
            one.put("meanShift", point.meanShift());
            one.put("medianShift", point.medianShift());
            points.add(one);
        }
        fields.put("points", points);
        return fields;
    }
}
