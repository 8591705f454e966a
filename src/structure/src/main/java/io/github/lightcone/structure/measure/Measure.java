package io.github.lightcone.structure.measure;

import java.util.Locale;

/**
 * One figure of a graph, with the conventions that make it what it is.
 *
 * @param name the field's name of the measure
 * @param value the figure, NaN where it is undefined
 * @param conventions direction, weights, self-loops and the like
 */
public record Measure(String name, double value, String conventions) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.6g (%s)", name, value, conventions);
    }
}
