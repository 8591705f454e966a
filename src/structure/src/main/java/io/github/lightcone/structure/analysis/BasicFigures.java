package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.Assortativity;
import io.github.lightcone.structure.measure.Components;
import io.github.lightcone.structure.measure.Degrees;
import io.github.lightcone.structure.measure.Density;
import io.github.lightcone.structure.measure.Direction;
import io.github.lightcone.structure.measure.Strengths;
import io.github.lightcone.structure.measure.Summary;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.List;

/** Figures that take time in proportion to the graph: its size, degrees, strengths and their correlations. */
final class BasicFigures {

    private BasicFigures() {}

    static void size(Work work) {
        String direction = work.direction();
        work.add(Figure.of("nodes", work.graph.nodeCount(), ""));
        work.add(Figure.of(
                "edges",
                work.graph.edgeCount(),
                direction + ", self-loops included, a pair connected several times counts once"));
        work.add(Figure.of("self-loops", work.graph.selfLoopCount(), ""));
        work.add(Figure.of(Density.density(work.graph)));
        if (work.graph.isDirected()) {
            work.add(Figure.of(Density.reciprocity(work.graph)));
            work.add(Figure.of(Density.reciprocityBeyondChance(work.graph)));
        }
        Components weak = Components.weak(work.graph);
        work.add(Figure.of("components", weak.count(), "arcs followed either way"));
        work.add(Figure.of("nodes in the largest component", weak.largest(), "arcs followed either way"));
        if (work.graph.isDirected()) {
            Components strong = Components.strong(work.graph);
            work.add(Figure.of("strong components", strong.count(), "arcs followed in their direction"));
            work.add(Figure.of(
                    "nodes in the largest strong component", strong.largest(), "arcs followed in their direction"));
        }
    }

    static void degrees(Work work) {
        for (Direction direction : directions(work)) {
            String prefix = prefix(work, direction);
            distribution(
                    work,
                    prefix + "degree",
                    Degrees.distribution(work.graph, direction),
                    work.direction() + ", binary, a self-loop counts once each way");
        }
        for (Direction direction : directions(work)) {
            if (!work.isBinary()) {
                distribution(
                        work,
                        prefix(work, direction) + "strength",
                        Strengths.distribution(work.graph, direction),
                        work.direction() + ", weighted, a self-loop counts once each way");
            }
        }
    }

    private static List<Direction> directions(Work work) {
        return work.graph.isDirected()
                ? List.of(Direction.OUT, Direction.IN, Direction.TOTAL)
                : List.of(Direction.TOTAL);
    }

    private static String prefix(Work work, Direction direction) {
        return work.graph.isDirected() ? direction + " " : "";
    }

    /** Adds mean, deviation, skewness and range of a distribution. */
    static void distribution(Work work, String name, ValueDistribution distribution, String conventions) {
        Summary summary = distribution.summary();
        work.add(Figure.of(name + ", mean", summary.mean(), conventions));
        work.add(Figure.of(name + ", standard deviation", summary.sd(), conventions));
        work.add(Figure.of(name + ", skewness", summary.skewness(), conventions));
        work.add(Figure.of(name + ", smallest", summary.min(), conventions));
        work.add(Figure.of(name + ", median", summary.median(), conventions));
        work.add(Figure.of(name + ", largest", summary.max(), conventions));
    }

    static void assortativity(Work work) {
        List<Direction> ends =
                work.graph.isDirected() ? List.of(Direction.OUT, Direction.IN) : List.of(Direction.TOTAL);
        for (Direction source : ends) {
            for (Direction target : ends) {
                String which = work.graph.isDirected() ? " " + source + "-" + target : "";
                work.add(renamed(Figure.of(Assortativity.degree(work.simple, source, target)), which, work));
                work.testLast(
                        drawn -> Assortativity.degree(drawn, source, target).value());
            }
        }
        for (Direction source : ends) {
            for (Direction target : ends) {
                if (!work.isBinary()) {
                    String which = work.graph.isDirected() ? " " + source + "-" + target : "";
                    work.add(renamed(Figure.of(Assortativity.strength(work.simple, source, target)), which, work));
                    work.testLast(drawn ->
                            Assortativity.strength(drawn, source, target).value());
                }
            }
        }
        work.testAgainstRewired(32.0 * work.graph.slotCount());
    }

    private static Figure renamed(Figure figure, String which, Work work) {
        return Figure.of(figure.name() + which, figure.value(), work.conventions(figure.conventions()));
    }
}
