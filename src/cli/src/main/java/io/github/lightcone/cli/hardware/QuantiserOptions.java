package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.hardware.quantise.Rounding;
import io.github.lightcone.hardware.quantise.RoundingErrors;
import io.github.lightcone.hardware.quantise.ScaleOf;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a network is quantised. */
final class QuantiserOptions {

    @Option(
            names = "--rounding",
            paramLabel = "HOW",
            defaultValue = "nearest",
            description = "floor, nearest or stochastic (${DEFAULT-VALUE}).")
    private String rounding;

    @Option(
            names = "--scale",
            paramLabel = "OF",
            defaultValue = "neuron",
            description = "What has a scale of weights of its own: neuron, projection or network (${DEFAULT-VALUE}).")
    private String scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all that is drawn at random (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--coverage",
            paramLabel = "Q",
            defaultValue = "1",
            description = "Share of the weights of a scale that is not clipped, above 0 to 1 (${DEFAULT-VALUE}).")
    private double coverage;

    @Option(
            names = "--step",
            paramLabel = "MS",
            description = "Length of a step, ms (default: the shortest with which the longest delay fits).")
    private Double step;

    @Option(
            names = "--fit-speed",
            description =
                    "Speed conduction up where the longest delay does not fit, instead of clipping delays; shortens those "
                            + "that follow from positions.")
    private boolean fitSpeed;

    long seed() {
        return seed;
    }

    QuantiserSettings settings() {
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("--coverage = " + coverage + ", must be above 0 and at most 1");
        }
        if (step != null) {
            RunOptions.requirePositive("--step", step);
        }
        return new QuantiserSettings(
                named("--rounding", rounding, Rounding.class),
                named("--scale", scale, ScaleOf.class),
                seed,
                coverage,
                step == null ? Double.NaN : step,
                fitSpeed);
    }

    private static <E extends Enum<E>> E named(String option, String label, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(label)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(option + " = " + label + ", must be one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** Returns how it was quantised and what was lost, as fields of a JSON object. */
    Map<String, Object> fields(QuantisedNetwork quantised) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rounding", rounding);
        fields.put("scale", scale);
        fields.put("seed", seed);
        fields.put("coverage", coverage);
        fields.put("step", quantised.step());
        fields.put("conductionSpeed", quantised.conductionSpeed());
        fields.put("weights", fields(quantised.errors().weights()));
        fields.put("delays", fields(quantised.errors().delays()));
        fields.put("timeConstants", fields(quantised.errors().timeConstants()));
        fields.put("thresholds", fields(quantised.errors().thresholds()));
        fields.put("voltages", fields(quantised.errors().voltages()));
        fields.put("neuronsWithoutUnit", quantised.errors().withoutUnit());
        return fields;
    }

    private static Map<String, Object> fields(RoundingErrors errors) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", errors.count());
        fields.put("changed", errors.changed());
        fields.put("clipped", errors.clipped());
        fields.put("roundedToZero", errors.zeroed());
        fields.put("largestError", errors.largest());
        fields.put("rmsError", errors.rms());
        return fields;
    }
}
