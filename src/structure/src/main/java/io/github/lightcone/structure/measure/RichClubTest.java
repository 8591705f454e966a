package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.NullModel;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rich-club coefficients beside those of null graphs, level by level. The levels are tested one by one: with many
 * levels, some come out extreme by chance.
 *
 * @param model the null model
 * @param levels test of the coefficient of each level; draws without that level are undefined
 */
public record RichClubTest(String model, List<NullTest> levels) {

    /** Keeps a copy of the list. */
    public RichClubTest {
        levels = List.copyOf(levels);
    }

    /**
     * Compares a graph with null graphs of it.
     *
     * @param measure {@code RichClub::binary} or {@code RichClub::weighted}
     * @param model usually one that keeps degrees
     * @param draws number of null graphs, at least 1
     * @param seed of the null graphs: number k is {@code model.draw(graph, seed, k)}
     * @param progress is told how many null graphs are measured; what it throws ends the work
     */
    public static RichClubTest of(
            Graph graph, Function<Graph, RichClub> measure, NullModel model, int draws, long seed, Progress progress) {
        NullTest.checkDraws(draws);
        RichClub observed = measure.apply(graph);
        double[][] nulls = new double[observed.levels()][draws];
        for (int draw = 0; draw < draws; draw++) {
            RichClub club = measure.apply(model.draw(graph, seed, draw));
            for (int k = 0; k < nulls.length; k++) {
                nulls[k][draw] = k < club.levels() ? club.coefficient(k) : Double.NaN;
            }
            progress.done((draw + 1.0) / draws);
        }
        return new RichClubTest(
                model.toString(),
                IntStream.range(0, nulls.length)
                        .mapToObj(k -> NullTest.of(observed.coefficient(k), nulls[k]))
                        .toList());
    }

    /** Returns the coefficient of a level over its mean in the null graphs: above 1, a rich club. */
    public double normalised(int level) {
        return levels.get(level).observed() / levels.get(level).mean();
    }

    @Override
    public String toString() {
        int top = -1;
        for (int k = 0; k < levels.size(); k++) {
            top = normalised(k) > (top < 0 ? 0 : normalised(top)) ? k : top;
        }
        return top < 0
                ? "normalised rich club undefined (" + model + ")"
                : String.format(
                        Locale.ROOT,
                        "normalised rich club up to %.6g, among degrees above %d: %s (%s)",
                        normalised(top),
                        top,
                        levels.get(top),
                        model);
    }
}
