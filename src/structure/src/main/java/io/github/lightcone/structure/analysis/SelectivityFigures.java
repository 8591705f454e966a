package io.github.lightcone.structure.analysis;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.function.ClassInformation;
import io.github.lightcone.structure.function.Responses;
import io.github.lightcone.structure.function.Selectivity;
import io.github.lightcone.structure.measure.Summary;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How much single neurons tell of the class, against examples whose classes are shuffled. */
final class SelectivityFigures {

    /** Steps to count one example of one neuron again, sorting included. */
    private static final double SORTING = 15;

    /** Where the figures of single neurons begin in those of a draw. */
    private static final int OF_NEURONS = 3;

    private static final double LEVEL = 0.05;

    private SelectivityFigures() {}

    static void add(Work work, NeuronFunction function) {
        Responses responses = function.responses;
        Selectivity selectivity = function.selectivity;
        ClassInformation information = function.information;
        double[][] nulls = draw(work, function);
        double spikes = Arrays.stream(responses.counts())
                .flatMapToInt(Arrays::stream)
                .average()
                .orElse(Double.NaN);
        work.add(Figure.of("examples", responses.examples(), responses.source()));
        work.add(Figure.of("classes", responses.classNames().size(), "those that occur"));
        work.add(Figure.of("neurons", responses.neurons(), "neither spike sources nor outputs"));
        work.add(Figure.of("silent neurons", selectivity.silent(), "never spike in these examples"));
        work.add(Figure.of("spikes per neuron and example", spikes, "mean, silent neurons included"));
        distribution(
                work,
                "selectivity",
                selectivity.selectivitySummary(),
                nulls,
                0,
                "(max - mean of others) / (max + mean of others) of mean spike counts of classes, neurons that spike");
        distribution(
                work,
                "sparseness",
                selectivity.sparsenessSummary(),
                nulls,
                1,
                "lifetime sparseness (Vinje-Gallant) of mean spike counts of classes, neurons that spike");
        distribution(
                work,
                "class information",
                information.correctedSummary(),
                nulls,
                2,
                "bits, spike count, Miller-Madow, silent neurons included");
        work.add(Figure.of("entropy of the classes", information.classEntropy(), "bits, the most a neuron can tell"));
        int preferred = (int) Arrays.stream(selectivity.neuronsOfClass())
                .filter(count -> count > 0)
                .count();
        work.add(Figure.of("classes that a neuron prefers", preferred, "largest mean spike count, first of equals"));
        informed(work, function, nulls);
    }

    /** Returns mean selectivity, sparseness and information and the information of every neuron, draw by draw. */
    private static double[][] draw(Work work, NeuronFunction function) {
        Responses responses = function.responses;
        int draws = work.affordableNulls(SORTING * responses.neurons() * (double) responses.examples());
        if (draws > 0) {
            work.nullModel("classes dealt to the examples anew, " + work.draws(draws));
        }
        return NullFigures.measure(
                draws,
                work.settings.threads(),
                k -> {
                    int[] labels = responses.classOfExample();
                    new SeededRandom(work.settings.seed(), k).shuffle(labels);
                    Selectivity selectivity = Selectivity.of(responses.meanCounts(labels));
                    ClassInformation information = ClassInformation.of(responses.counts(), labels);
                    double[] figures = new double[OF_NEURONS + responses.neurons()];
                    figures[0] = selectivity.selectivitySummary().mean();
                    figures[1] = selectivity.sparsenessSummary().mean();
                    figures[2] = information.correctedSummary().mean();
                    for (int n = 0; n < responses.neurons(); n++) {
                        figures[OF_NEURONS + n] = information.corrected(n);
                    }
                    return figures;
                },
                work.progress);
    }

    private static void distribution(
            Work work, String name, Summary summary, double[][] nulls, int which, String conventions) {
        Figure mean = Figure.of(name + ", mean", summary.mean(), conventions);
        work.add(nulls.length > 0 ? mean.withNullTest(NullFigures.test(summary.mean(), nulls, which)) : mean);
        work.add(Figure.of(name + ", standard deviation", summary.sd(), conventions));
        work.add(Figure.of(name + ", smallest", summary.min(), conventions));
        work.add(Figure.of(name + ", median", summary.median(), conventions));
        work.add(Figure.of(name + ", largest", summary.max(), conventions));
    }

    /** Adds how many neurons tell more than by chance, each by its own test. */
    private static void informed(Work work, NeuronFunction function, double[][] nulls) {
        String name = "neurons that tell the class";
        if (nulls.length == 0) {
            work.add(Figure.missing(name, "needs null draws"));
            return;
        }
        double[] p = IntStream.range(0, function.responses.neurons())
                .mapToDouble(n -> oneSided(function.information.corrected(n), nulls, OF_NEURONS + n))
                .toArray();
        function.table.numbers("informationP", n -> p[n]);
        int informed = (int) Arrays.stream(p).filter(value -> value <= LEVEL).count();
        work.add(Figure.of(
                name,
                informed,
                "information with one-sided p of at most 0.05, each neuron by itself; by chance about one in 20"));
    }

    private static double oneSided(double observed, double[][] nulls, int which) {
        NullTest test = NullFigures.test(observed, nulls, which);
        double slack = 1e-12 * Math.max(1, Math.abs(observed));
        long above = Arrays.stream(nulls)
                .filter(figures -> figures[which] >= observed - slack)
                .count();
        return (above + 1.0) / (test.draws() + 1.0);
    }
}
