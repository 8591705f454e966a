package io.github.lightcone.structure.analysis;

import java.util.List;

/**
 * The figures of one group of measures.
 *
 * @param group which
 * @param nullModel against what figures are tested; empty without tests
 * @param figures in a fixed order
 */
public record FigureGroup(MeasureGroup group, String nullModel, List<Figure> figures) {

    /** Copies the list. */
    public FigureGroup {
        figures = List.copyOf(figures);
    }

    /**
     * Returns a figure by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Figure figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("figure '" + name + "' of " + group.title()
                        + ", must be one of "
                        + figures.stream().map(Figure::name).toList()));
    }

    @Override
    public String toString() {
        return group.title() + ": " + figures.size() + " figures";
    }
}
