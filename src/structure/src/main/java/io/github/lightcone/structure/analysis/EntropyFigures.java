package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.RowEntropy;

/** How widely nodes spread their weight over others. */
final class EntropyFigures {

    /** Steps along an arc per row of communicability; many go at once. */
    private static final double STEPS = 5;

    private EntropyFigures() {}

    static void add(Work work) {
        String conventions = work.direction() + ", bits, mean over rows, empty rows count 0, self-loops included";
        RowEntropy rows = RowEntropy.shannon(work.graph);
        work.add(Figure.of("Shannon entropy", rows.mean(), "rows of |W|, " + conventions));
        work.add(Figure.of("empty rows", rows.emptyRows(), "nodes without outgoing weight"));
        String name = "communicability entropy";
        double operations = STEPS * work.graph.nodeCount() * work.graph.slotCount();
        work.add(
                work.settings.limits().allows(operations)
                        ? Figure.of(
                                name,
                                RowEntropy.communicability(work.graph, work.progress)
                                        .mean(),
                                "rows of expm(S^-1/2 |W| S^-1/2), " + conventions)
                        : Figure.missing(name, "left out to save time: nodes times edges is too large"));
    }
}
