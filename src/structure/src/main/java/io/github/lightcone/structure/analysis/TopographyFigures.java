package io.github.lightcone.structure.analysis;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.function.MantelTest;
import io.github.lightcone.structure.function.MoranI;
import io.github.lightcone.structure.function.Normalisation;
import io.github.lightcone.structure.function.PermutationTest;
import io.github.lightcone.structure.function.PreferredPosition;
import io.github.lightcone.structure.function.RidgeMapping;
import io.github.lightcone.structure.function.SpatialWeights;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether what neurons do goes with where they are, against positions dealt to them anew. */
final class TopographyFigures {

    private static final int FOLDS = 5;

    /** Decompositions of a nested cross-validation. */
    private static final double FITS = FOLDS * (FOLDS + 1);

    private static final String WEIGHTS = "input weights";
    private static final String COUNTS = "mean spike counts";

    private final Work work;
    private final NeuronFunction function;
    private final Positions nodes;

    private TopographyFigures(Work work, NeuronFunction function, Positions nodes) {
        this.work = work;
        this.function = function;
        this.nodes = nodes;
    }

    static void add(Work work, NeuronFunction function) {
        Optional<Positions> positions = work.analysed.positions();
        String missing = positions.isEmpty()
                ? "the nodes have no positions"
                : function.responses.isSpatial()
                        ? ""
                        : "needs space: no delay of this network comes from positions, they play no part in it";
        if (!missing.isEmpty()) {
            work.add(Figure.missing("function in space", missing));
            return;
        }
        work.nullModel("positions dealt to the neurons anew, " + work.draws(work.settings.nulls()));
        new TopographyFigures(work, function, positions.get()).addAll();
    }

    private void addAll() {
        inputs();
        ridge(WEIGHTS, function.responses.inputWeights(), function.all(), stage(0.2, 0.4));
        ridge(COUNTS, NeuronFunction.rows(function.means, function.active), function.active, stage(0.4, 0.6));
        moran();
        mantel();
    }

    private Progress stage(double from, double to) {
        return work.progress.stage(from, to);
    }

    private void inputs() {
        double[][] weights = function.responses.inputWeights();
        int channels = function.responses.inputPositions().map(Positions::size).orElse(0);
        double operations = 10.0 * weights.length * channels;
        String conventions = "mm, |w|-weighted root mean square distance from the |w|-weighted mean position";
        reduced("spread of the neurons of an input", operations, draws -> {
            PreferredPosition ofChannels = PreferredPosition.of(
                    weights, function.positions(nodes, function.all()), draws, work.settings.seed(), stage(0, 0.1));
            return tested(
                    "spread of the neurons of an input", ofChannels.meanSpread(), conventions + ", mean over inputs");
        });
        reduced("spread of the inputs of a neuron", operations, draws -> {
            double[][] transposed = new double[channels][weights.length];
            for (int c = 0; c < channels; c++) {
                for (int n = 0; n < weights.length; n++) {
                    transposed[c][n] = weights[n][c];
                }
            }
            PreferredPosition ofNeurons = PreferredPosition.of(
                    transposed,
                    function.responses.inputPositions().orElseThrow(() -> new IllegalArgumentException("no inputs")),
                    draws,
                    work.settings.seed(),
                    stage(0.1, 0.2));
            for (int axis = 0; axis < nodes.dimensions() && channels > 0; axis++) {
                int a = axis;
                function.table.numbers("inputPosition" + axis, n -> ofNeurons.coordinate(n, a));
            }
            if (channels > 0) {
                function.table.numbers("inputSpread", ofNeurons::spread);
            }
            return tested(
                    "spread of the inputs of a neuron",
                    ofNeurons.meanSpread(),
                    conventions + ", mean over neurons; positions of the inputs dealt anew");
        });
    }

    private void ridge(String from, double[][] features, int[] neurons, Progress progress) {
        String name = "R^2, position from " + from;
        double columns = features.length > 0 ? features[0].length : 0;
        double rank = Math.min(columns, features.length);
        if (!work.settings.limits().allows(FITS * rank * rank * rank)) {
            work.add(Figure.missing(name, "left out to save time: too many neurons and features"));
            return;
        }
        double perDraw = FOLDS * rank * features.length * RidgeMapping.grid().length * nodes.dimensions();
        reduced(name, perDraw, draws -> {
            RidgeMapping mapping = RidgeMapping.of(
                    features,
                    function.positions(nodes, neurons),
                    FOLDS,
                    RidgeMapping.grid(),
                    draws,
                    work.settings.seed(),
                    progress);
            return tested(
                    name,
                    mapping.pooled(),
                    "ridge, cross-validated in " + FOLDS + " folds, lambda chosen inside them, pooled over dimensions, "
                            + neurons.length + " neurons, 0 or below: features tell nothing");
        });
    }

    private void moran() {
        int[] active = function.active;
        int[] selective = Arrays.stream(active)
                .filter(n -> !Double.isNaN(function.selectivity.selectivity(n)))
                .toArray();
        double[][] selectivity = new double[selective.length][];
        Arrays.setAll(selectivity, k -> new double[] {function.selectivity.selectivity(selective[k])});
        moran("Moran's I of selectivity", selectivity, selective, "", stage(0.6, 0.7));
        double[][] preferred =
                new double[active.length][function.responses.classNames().size()];
        for (int k = 0; k < active.length; k++) {
            preferred[k][function.selectivity.preferredClass(active[k])] = 1;
        }
        moran(
                "Moran's I of the preferred class",
                preferred,
                active,
                ", mean over indicators of the classes",
                stage(0.7, 0.8));
    }

    private void moran(String name, double[][] features, int[] neurons, String what, Progress progress) {
        double pairs = (double) neurons.length * neurons.length;
        if (!work.settings.limits().allows(pairs)) {
            work.add(Figure.missing(name, "left out to save time: too many pairs of neurons"));
            return;
        }
        reduced(name, 3 * pairs, draws -> {
            SpatialWeights near = SpatialWeights.inverseDistance(function.positions(nodes, neurons))
                    .rowStandardised();
            MoranI moran = MoranI.ofFeatures(features, near, draws, work.settings.seed(), progress);
            return tested(
                    name,
                    moran.test(),
                    near + what + ", " + neurons.length + " neurons that spike; by chance -1/(n-1)");
        });
    }

    private void mantel() {
        int[][] counts = function.responses.counts();
        int[] varying = IntStream.range(0, counts.length)
                .filter(n -> Arrays.stream(counts[n]).distinct().count() > 1)
                .toArray();
        double pairs = 0.5 * varying.length * varying.length;
        String name = "Mantel, Pearson";
        if (!work.settings.limits().allows(pairs * function.responses.examples())) {
            work.add(Figure.missing(name, "left out to save time: too many pairs of neurons"));
            return;
        }
        int draws = work.affordableNulls(10 * pairs);
        work.add(name, () -> {
            double[][] rows = Arrays.stream(varying)
                    .mapToObj(n -> Arrays.stream(counts[n]).asDoubleStream().toArray())
                    .toArray(double[][]::new);
            MantelTest mantel = MantelTest.ofFeatures(
                    rows,
                    Normalisation.CORRELATION,
                    function.positions(nodes, varying),
                    draws,
                    work.settings.seed(),
                    stage(0.8, 1));
            String conventions = "correlation of the spike counts of two neurons with their distance, each pair once, "
                    + varying.length + " neurons whose count varies, negative: neighbours are alike";
            Figure spearman = tested("Mantel, Spearman", mantel.spearman(), conventions);
            work.add(tested(name, mantel.pearson(), conventions).withNote(work.fewer(draws, "")));
            return spearman.withNote(work.fewer(draws, ""));
        });
    }

    private interface Tested {
        Figure figure(int draws);
    }

    /** Adds a figure with as many draws as are affordable. */
    private void reduced(String name, double operationsPerDraw, Tested tested) {
        int draws = work.affordableNulls(operationsPerDraw);
        work.add(name, () -> tested.figure(draws).withNote(work.fewer(draws, "")));
    }

    private static Figure tested(String name, PermutationTest test, String conventions) {
        Figure figure = Figure.of(name, test.observed(), conventions);
        return test.test().draws() > 0 ? figure.withNullTest(test.test()) : figure;
    }
}
