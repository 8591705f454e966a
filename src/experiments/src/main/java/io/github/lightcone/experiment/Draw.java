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
        return switch (variant.name()) {
            case "normal" -> normal(variant.within());
            case "uniform" -> uniform(variant.within());
            default -> throw variant.unknown(NAMES);
        };
    }

    private static Distribution normal(Section within) {
        double[] numbers = within.numbers("normal", 2);
        if (numbers[1] < 0) {
            throw within.error("normal", "must be a mean and a deviation of at least 0");
        }
        return Distribution.normal(numbers[0], numbers[1]);
    }

    private static Distribution uniform(Section within) {
        double[] numbers = within.numbers("uniform", 2);
        if (numbers[0] > numbers[1]) {
            throw within.error("uniform", "must be the lower end, then the upper end");
        }
        return Distribution.uniform(numbers[0], numbers[1]);
    }
}
