package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.cost.Energy;
import io.github.lightcone.hardware.cost.RunCost;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.hardware.rule.Rule;
import io.github.lightcone.learning.training.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of a prototype as fields of a JSON object; what is unknown is null. */
final class PrototypeJson {

    private PrototypeJson() {}

    /**
     * Returns the fields.
     *
     * @param quantisation those of the quantisation
     */
    static Map<String, Object> fields(PrototypeResult result, Map<String, Object> quantisation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("chip", result.profile().name());
        fields.put("fits", result.fits());
        fields.put("verdict", result.verdict());
        fields.put("trained", results(result.before()));
        fields.put("quantised", results(result.after()));
        fields.put("tuned", result.tuned().isPresent() ? results(result.afterTuning()) : null);
        fields.put("tuning", result.tuned().map(PrototypeJson::tuning).orElse(null));
        fields.put("quantisation", quantisation);
        fields.put("rulesTrained", rules(result.rulesBefore()));
        fields.put("rulesQuantised", rules(result.rulesAfter()));
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
            one.put("spikes", comparison(emulation.compared()));
            emulations.add(one);
        }
        fields.put("emulations", emulations);
        fields.put("cost", cost(result));
        fields.put("placement", placement(result));
        fields.put("devices", result.devices().map(PrototypeJson::devices).orElse(null));
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
        fields.put("wireLength", result.traffic().get().wireLength());
        fields.put("tileLength", result.traffic().get().tileLength());
        fields.put("crossings", result.traffic().get().crossings());
        fields.put("packets", result.traffic().get().packets());
        fields.put("hops", result.traffic().get().hops());
        fields.put("links", result.traffic().get().links());
        fields.put("busiest", result.traffic().get().busiest());
        return fields;
    }

    private static Map<String, Object> devices(PrototypeResult.DeviceSpread devices) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("set", devices.set());
        fields.put("relative", devices.relative());
        fields.put("accuracies", devices.accuracies());
        return fields;
    }
}
