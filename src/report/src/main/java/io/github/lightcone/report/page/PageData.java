package io.github.lightcone.report.page;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.report.run.Activity;
import io.github.lightcone.report.run.DisplaySpace;
import io.github.lightcone.report.run.PositionFrames;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Trial;
import io.github.lightcone.report.run.Wires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the page's script draws from. Numbers have five significant digits: enough for a picture. */
final class PageData {

    /** Synapses that are in the page, the strongest. */
    static final int MOST_WIRES = 20_000;

    /** Coordinates of all epochs that are in the page. */
    static final int MOST_COORDINATES = 600_000;

    static final int MOST_SPIKES = 100_000;

    private static final double DIGITS = 1e4;

    private PageData() {}

    /** Returns JSON in which nothing means anything in HTML. */
    static String json(RunView run) {
        return JsonMapper.shared()
                .writeValueAsString(fields(run))
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static Map<String, Object> fields(RunView run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("populations", populations(run.network()));
        fields.put("classes", run.summary().classes());
        fields.put("modules", run.structure().modules());
        fields.put("space", space(run));
        fields.put("neurons", neurons(run));
        fields.put("wires", wires(run.wires()));
        fields.put("frames", frames(run));
        run.activity().ifPresent(activity -> fields.put("trial", trial(activity)));
        return fields;
    }

    private static List<Map<String, Object>> populations(Network network) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Population population : network.populations()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", population.name());
            fields.put("kind", population.kind().label());
            fields.put("first", population.firstNeuron());
            fields.put("size", population.size());
            all.add(fields);
        }
        return all;
    }

    private static Map<String, Object> space(RunView run) {
        DisplaySpace space = run.space();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shown", space.shown());
        fields.put("exact", space.isExact());
        fields.put("speed", run.network().conductionSpeed());
        fields.put("spatial", run.network().projections().stream().anyMatch(projection -> projection.spatial()));
        return fields;
    }

    private static Map<String, Object> neurons(RunView run) {
        Network network = run.network();
        int neurons = network.neuronCount();
        int[] in = new int[neurons];
        int[] out = new int[neurons];
        for (int k = 0; k < run.wires().size(); k++) {
            out[run.wires().source()[k]]++;
            in[run.wires().target()[k]]++;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", rounded(run.space().project(network.parameters().position())));
        fields.put("module", run.structure().moduleOf());
        fields.put("in", in);
        fields.put("out", out);
        run.activity().ifPresent(activity -> {
            fields.put("rate", rounded(activity.meanSpikes()));
            activity.selectivity().ifPresent(selectivity -> {
                double[] values = new double[neurons];
                int[] preferred = new int[neurons];
                for (int n = 0; n < neurons; n++) {
                    values[n] = selectivity.selectivity(n);
                    preferred[n] = selectivity.preferredClass(n);
                }
                fields.put("selectivity", rounded(values));
                fields.put("preferred", preferred);
            });
        });
        return fields;
    }

    private static Map<String, Object> wires(Wires wires) {
        int[] strongest = wires.strongest(MOST_WIRES);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("all", wires.size());
        fields.put(
                "source", Arrays.stream(strongest).map(k -> wires.source()[k]).toArray());
        fields.put(
                "target", Arrays.stream(strongest).map(k -> wires.target()[k]).toArray());
        fields.put(
                "weight",
                rounded(Arrays.stream(strongest)
                        .mapToDouble(k -> wires.weight()[k])
                        .toArray()));
        fields.put(
                "delay",
                rounded(Arrays.stream(strongest)
                        .mapToDouble(k -> wires.delay()[k])
                        .toArray()));
        return fields;
    }

    private static Map<String, Object> frames(RunView run) {
        PositionFrames frames = run.frames();
        int coordinates = 3 * run.network().neuronCount();
        int most = Math.max(2, MOST_COORDINATES / coordinates);
        int stride = Math.max(1, (frames.size() + most - 1) / most);
        List<Integer> epochs = new ArrayList<>();
        List<Double[]> positions = new ArrayList<>();
        for (int k = 0; k < frames.size(); k++) {
            if (k % stride == 0 || k == frames.size() - 1) {
                epochs.add(frames.epochs()[k]);
                positions.add(rounded(run.space().project(frames.positions()[k])));
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epochs", epochs);
        fields.put("positions", positions);
        return fields;
    }

    private static Map<String, Object> trial(Activity activity) {
        Trial trial = activity.trial();
        int stride = 1 + trial.neuron().length / MOST_SPIKES;
        int count = (trial.neuron().length + stride - 1) / stride;
        int[] neuron = new int[count];
        double[] time = new double[count];
        for (int k = 0; k < count; k++) {
            neuron[k] = trial.neuron()[k * stride];
            time[k] = trial.time()[k * stride];
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", trial.label());
        fields.put("prediction", trial.prediction());
        fields.put("end", trial.end());
        fields.put("neuron", neuron);
        fields.put("time", rounded(time));
        fields.put("sample", rounded(trial.sample()));
        fields.put(
                "voltage", Arrays.stream(trial.voltage()).map(PageData::rounded).toList());
        return fields;
    }

    /** Returns numbers with five significant digits, null for what is not finite. */
    private static Double[] rounded(double[] values) {
        Double[] short5 = new Double[values.length];
        for (int k = 0; k < values.length; k++) {
            short5[k] = Double.isFinite(values[k]) ? rounded(values[k]) : null;
        }
        return short5;
    }

    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(Math.abs(value))));
        return power >= 1
                ? Math.rint(value / power * DIGITS) * power / DIGITS
                : Math.rint(value * DIGITS / power) / (DIGITS / power);
    }
}
