package io.github.lightcone.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results of a prototype, made by hand, as {@code lightcone prototype} writes them. */
public final class SampleChip {

    private static final String SPIKES = """
            {"pairs": 40, "meanShift": 0.25, "medianShift": 0.125, "largestShift": 3.5, "changedCounts": 6,
             "silentBefore": 1, "silentAfter": 2, "spikesBefore": 80, "spikesAfter": 76}""";

    private static final String HEAD = """
            {"chip": "NAME", "title": "NAME", "kind": "digital", "epoch": 2, "fits": true, "verdict": "fits",
             "trained": {"test": {"accuracy": 0.9}}, "quantised": {"test": {"accuracy": 0.85}}, "tuned": null,
             "quantisation": {"rounding": "nearest", "scale": "neuron", "step": 0.5,
              "weights": {"clipped": 0}, "delays": {"clipped": 1}, "timeConstants": {"clipped": 2},
              "thresholds": {"clipped": 0}, "voltages": {"clipped": 3}, "neuronsWithoutUnit": 0},
             "rulesTrained": {"weight": 7, "step": null}, "rulesQuantised": {"weight": 0, "step": null},
             "rulesNotChecked": {"step": "step of it is unknown"},
             "violationsTrained": [{"rule": "weight", "place": "synapse 3", "value": 0.123, "limit": "whole"}],
             "violationsQuantised": [], "sampleSet": "test", "examples": 10, "correctTrained": 9,
             "spikes": SPIKES, "emulations": [{"name": "floating point", "correct": 8, "spikes": SPIKES}],
            """;

    private static final String FULL = """
             "weights": {"from": -3.5, "to": 3.5, "before": [0, 1, 2, 0, 1, 3, 2, 1, 4, 5, 1, 0, 2, 2], "after": [1, 2, 3, 4, 7, 3, 4]},
             "delays": {"from": -0.5, "to": 3.5, "before": [2, 9, 8, 5], "after": [3, 8, 9, 4]},
             "cost": {"spikes": 300, "synapticOperations": 900, "updates": 4000, "pendingMean": 2.5, "pendingPeak": 9,
              "memoryBits": 80000, "leastEnergy": 15000, "mostEnergy": null,
              "energyFigures": [{"of": "synapticEnergy", "picojoules": "23.6 or more", "note": "", "source": "A paper",
               "link": "https://example.org", "date": "2020"}]},
             "placement": {"columns": 2, "rows": 2, "tile": [0, 0, 1, 1, 1, 2, 3, 3, 3],
              "populations": [{"name": "input", "neurons": 2}, {"name": "<hidden>", "neurons": 5}, {"name": "output", "neurons": 2}],
              "packets": 120, "hops": 150, "busiest": 60, "crossings": 14,
              "loads": [{"from": 0, "to": 1, "packets": 60}, {"from": 1, "to": 0, "packets": 8},
               {"from": 1, "to": 3, "packets": 40}, {"from": 2, "to": 3, "packets": 42}]},
             "devices": {"set": "test", "thresholds": 0.1, "timeConstants": 0.1, "weights": 0.2, "delays": 0.5, "lognormal": true,
              "accuracies": [0.8, 0.82, 0.82, 0.7, null, 0.88]},
             "convergence": {"examples": 3, "window": 5, "points": [
              {"step": 5, "spikes": 100, "missing": 20, "extra": 31, "meanShift": 1.6, "medianShift": 1.1},
              {"step": 0.5, "spikes": 100, "missing": 5, "extra": 8, "meanShift": 0.5, "medianShift": 0.3},
              {"step": 0.05, "spikes": 100, "missing": 1, "extra": 0, "meanShift": 0.06, "medianShift": 0.03},
              {"step": 0.005, "spikes": 100, "missing": 0, "extra": 0, "meanShift": 0.006, "medianShift": 0.003}]}}
            """;

    private static final String BARE = """
             "weights": null, "delays": null,
             "cost": {"spikes": 0, "synapticOperations": 0, "updates": 0, "pendingMean": 0, "pendingPeak": 0,
              "memoryBits": 0, "leastEnergy": null, "mostEnergy": null, "energyFigures": []},
             "placement": null, "devices": null, "convergence": null}
            """;

    private SampleChip() {}

    /** Returns results with everything in them. */
    public static ChipPrototype read(Path folder) throws IOException {
        return read(folder, "sample-chip", FULL);
    }

    /** Returns results on a chip of which little is known, with the name {@code <b>}. */
    public static ChipPrototype withoutMore(Path folder) throws IOException {
        return read(folder, "<b>", BARE);
    }

    private static ChipPrototype read(Path folder, String name, String rest) throws IOException {
        String text = HEAD.replace("NAME", name).replace("SPIKES", SPIKES) + rest;
        return ChipPrototype.read(Files.writeString(folder.resolve("chip.json"), text));
    }
}
