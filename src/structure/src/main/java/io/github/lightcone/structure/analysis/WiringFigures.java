package io.github.lightcone.structure.analysis;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.measure.ConnectionLengths;
import io.github.lightcone.structure.measure.Wiring;
import io.github.lightcone.structure.measure.Wiring.Places;
import io.github.lightcone.structure.nulls.PositionShuffle;
import java.util.Optional;

/** How far connections reach, how long they take and what they cost. */
final class WiringFigures {

    /** Steps per node pair to measure and sort the distances of all. */
    private static final double SORTING = 20;

    private WiringFigures() {}

    static void add(Work work) {
        Optional<Positions> positions = work.analysed.positions();
        positions.ifPresent(points -> addSpace(work, points));
        work.analysed
                .lengths()
                .ifPresent(lengths ->
                        BasicFigures.distribution(work, "tract length", lengths, "mm, as given, self-loops left out"));
        work.analysed
                .delays()
                .ifPresent(delays -> BasicFigures.distribution(work, "delay", delays, "ms, total, synapse by synapse"));
        if (positions.isEmpty()) {
            work.add(Figure.missing("wiring cost", "the nodes have no positions"));
        }
    }

    private static void addSpace(Work work, Positions positions) {
        BasicFigures.distribution(
                work,
                "connection length",
                ConnectionLengths.distribution(work.graph, positions),
                "mm, straight, self-loops left out");
        String conventions = work.direction() + ", sum |w| d in mm, self-loops left out";
        Wiring wiring = Wiring.of(work.graph, positions, Places.CONNECTIONS);
        int draws = work.affordableNulls(30.0 * work.graph.slotCount());
        double[][] nulls = NullFigures.measure(
                draws,
                work.settings.threads(),
                k -> {
                    Positions dealt = PositionShuffle.draw(positions, work.settings.seed(), k);
                    Wiring drawn = Wiring.of(work.graph, dealt, Places.CONNECTIONS);
                    return new double[] {drawn.cost(), drawn.efficiency()};
                },
                work.progress);
        Figure cost = Figure.of("wiring cost", wiring.cost(), conventions);
        Figure efficiency = Figure.of(
                "wiring efficiency",
                wiring.efficiency(),
                conventions + ", 1: the same connections, weights dealt best");
        if (draws > 0) {
            work.nullModel("positions shuffled" + work.fewer(draws));
            cost = cost.withNullTest(NullFigures.test(wiring.cost(), nulls, 0));
            efficiency = efficiency.withNullTest(NullFigures.test(wiring.efficiency(), nulls, 1));
        }
        work.add(cost);
        work.add(efficiency);
        String name = "wiring efficiency over all pairs";
        double pairs = 0.5 * positions.size() * positions.size();
        work.add(
                work.settings.limits().allows(SORTING * pairs)
                        ? Figure.of(
                                name,
                                Wiring.of(work.graph, positions, Places.ALL_PAIRS)
                                        .efficiency(),
                                conventions + ", 1: any pairs, weights dealt best")
                        : Figure.missing(name, "left out to save time: too many pairs of nodes"));
    }
}
