package io.github.lightcone.structure.analysis;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Sources;
import io.github.lightcone.structure.nulls.DegreePreservingRewiring;
import io.github.lightcone.structure.nulls.NullModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The measurement of one group: what is measured, and the figures so far. */
final class Work {

    final AnalysedGraph analysed;
    final AnalysisSettings settings;
    final Graph graph;
    final Progress progress;

    /** The graph without self-loops, for measures that take none. */
    final Graph simple;

    private final MeasureGroup group;
    private final List<Figure> figures = new ArrayList<>();
    private final List<NullRequest> requests = new ArrayList<>();
    private final boolean binary;
    private String nullModel = "";

    /** A figure that waits for its null test. */
    private record NullRequest(int figure, ToDoubleFunction<Graph> measure) {}

    Work(AnalysedGraph analysed, AnalysisSettings settings, MeasureGroup group, AnalysisProgress progress) {
        this.analysed = analysed;
        this.settings = settings;
        this.group = group;
        this.progress = fraction -> progress.done(group, fraction);
        graph = analysed.graph();
        simple = graph.selfLoopCount() > 0 ? graph.withoutSelfLoops() : graph;
        binary = hasOnlyOnes(graph);
    }

    private static boolean hasOnlyOnes(Graph graph) {
        for (int slot = 0; slot < graph.slotCount(); slot++) {
            if (graph.weight(slot) != 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether all weights are 1: figures with weights would repeat those without. */
    boolean isBinary() {
        return binary;
    }

    Sources sources() {
        return settings.limits().sources(settings.seed());
    }

    /** Returns conventions, and what became of self-loops. */
    String conventions(String text) {
        int loops = graph.selfLoopCount();
        return loops == 0 ? text : text + ", " + loops + " self-loops left out";
    }

    String direction() {
        return graph.isDirected() ? "directed" : "undirected";
    }

    void add(Figure figure) {
        figures.add(figure);
    }

    /** Adds a figure; if the measure refuses the graph, its reason instead. */
    void add(String name, Supplier<Figure> figure) {
        try {
            figures.add(figure.get());
        } catch (IllegalArgumentException refused) {
            figures.add(Figure.missing(name, refused.getMessage()));
        }
    }

    /** Asks that the figure added last be tested against rewired graphs, if it is one. */
    void testLast(ToDoubleFunction<Graph> measure) {
        int last = figures.size() - 1;
        if (!Double.isNaN(figures.get(last).value())) {
            requests.add(new NullRequest(last, measure));
        }
    }

    /** Names what figures are tested against. */
    void nullModel(String model) {
        nullModel = model;
    }

    /** Returns how many null graphs are affordable. */
    int affordableNulls(double operationsEach) {
        return settings.limits().affordable(settings.nulls(), operationsEach);
    }

    /** Returns what to say of null graphs, if there are fewer than asked for. */
    String fewer(int draws) {
        return fewer(draws, ", ");
    }

    /** Returns the same, beginning with another text. */
    String fewer(int draws, String begin) {
        return draws < settings.nulls()
                ? begin + draws + " draws instead of " + settings.nulls() + " to save time"
                : "";
    }

    /** Returns how many draws there are, and of which seed. */
    String draws(int draws) {
        return draws + " draws" + (draws < settings.nulls() ? " instead of " + settings.nulls() + " to save time" : "")
                + ", seed " + settings.seed();
    }

    /** The number of steps it takes to rewire the graph. */
    double rewiring() {
        return 100.0 * simple.edgeCount();
    }

    /**
     * Runs all tests asked for, in degree-preserving random graphs.
     *
     * @param operationsEach steps to measure all figures of one null graph
     */
    void testAgainstRewired(double operationsEach) {
        int draws = affordableNulls(operationsEach + rewiring());
        if (draws == 0 || requests.isEmpty()) {
            return;
        }
        NullModel model = new DegreePreservingRewiring();
        nullModel = model + fewer(draws);
        double[][] nulls = NullFigures.measure(
                draws,
                settings.threads(),
                k -> {
                    Graph drawn = model.draw(simple, settings.seed(), k);
                    return requests.stream()
                            .mapToDouble(request -> request.measure().applyAsDouble(drawn))
                            .toArray();
                },
                progress);
        for (int r = 0; r < requests.size(); r++) {
            int figure = requests.get(r).figure();
            figures.set(
                    figure,
                    figures.get(figure)
                            .withNullTest(NullFigures.test(figures.get(figure).value(), nulls, r)));
        }
    }

    FigureGroup finish() {
        progress.done(1);
        return new FigureGroup(group, nullModel, figures);
    }
}
