package io.github.lightcone.experiment;

import io.github.lightcone.network.Distribution;
import java.util.List;

/** Distributions in files: a number, {@code {normal: [mean, deviation]}} or {@code {uniform: [low, high]}}. */
final class Draw {

    private static final List<String> NAMES = List.of("a number", "normal", "uniform");

    private Draw() {}

    static Distribution of(Section section, String field) {
        if (section.isNumber(field)) {
            return Distribution.constant(section.number(field));
        }
        Section.Variant variant = section.variant(field);
        switch (variant.name()) {
            case "normal":
                double[] normal = variant.within().numbers("normal", 2);
                if (normal[1] < 0) {
                    throw section.error(field, "the deviation must be at least 0");
                }
                return Distribution.normal(normal[0], normal[1]);
            case "uniform":
                double[] uniform = variant.within().numbers("uniform", 2);
                if (uniform[0] > uniform[1]) {
                    throw section.error(field, "the lower end comes first");
                }
                return Distribution.uniform(uniform[0], uniform[1]);
            default:
                throw variant.unknown(NAMES);
        }
    }
}
