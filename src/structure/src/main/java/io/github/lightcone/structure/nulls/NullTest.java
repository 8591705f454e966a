package io.github.lightcone.structure.nulls;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * A figure beside what it is under a null model.
 *
 * @param observed the figure
 * @param draws null graphs for which it is defined
 * @param undefined null graphs for which it is NaN, left out of everything else
 * @param mean mean over the draws, NaN without any
 * @param sd standard deviation over the draws (divided by draws - 1), NaN below two
 * @param z (observed - mean) / sd; 0 or infinite if sd is 0
 * @param p two-sided permutation p: (k + 1) / (draws + 1), k the draws at least as far from their mean as {@code
 *     observed}, counting as equal what differs by rounding (1e-12 of the larger of the two)
 * @param low 2.5 % quantile of the draws (type 7 of Hyndman and Fan, as all here)
 * @param median 50 % quantile
 * @param high 97.5 % quantile
 */
public record NullTest(
        double observed,
        int draws,
        int undefined,
        double mean,
        double sd,
        double z,
        double p,
        double low,
        double median,
        double high) {

    private static final double ROUNDING = 1e-12;

    /** Compares a figure with what it is in null graphs; NaN where it is undefined. */
    public static NullTest of(double observed, double... nulls) {
        double[] defined =
                Arrays.stream(nulls).filter(value -> !Double.isNaN(value)).toArray();
        int draws = defined.length;
        double mean = draws > 0 ? StatUtils.mean(defined) : Double.NaN;
        double sd = draws > 1 ? Math.sqrt(StatUtils.variance(defined)) : Double.NaN;
        double distance = Math.abs(observed - mean);
        double slack = ROUNDING * Math.max(Math.abs(observed), Math.abs(mean));
        int asFar = 0;
        for (double value : defined) {
            asFar += Math.abs(value - mean) >= distance - slack ? 1 : 0;
        }
        double z = distance <= slack && draws > 1 ? 0 : (observed - mean) / sd;
        double p = Double.isNaN(distance) ? Double.NaN : (asFar + 1.0) / (draws + 1.0);
        return new NullTest(
                observed,
                draws,
                nulls.length - draws,
                mean,
                sd,
                z,
                p,
                quantile(defined, 0.025),
                quantile(defined, 0.5),
                quantile(defined, 0.975));
    }

    /**
     * Measures a graph and null graphs of it.
     *
     * @param measure what to measure; NaN where it is undefined
     * @param draws number of null graphs, at least 1
     * @param seed of the null graphs: number k is {@code model.draw(graph, seed, k)}
     * @param progress is told how many null graphs are measured; what it throws ends the work
     * @throws IllegalArgumentException if there are no draws, or as the measure does
     */
    public static NullTest of(
            Graph graph, ToDoubleFunction<Graph> measure, NullModel model, int draws, long seed, Progress progress) {
        checkDraws(draws);
        double observed = measure.applyAsDouble(graph);
        double[] nulls = new double[draws];
        for (int k = 0; k < draws; k++) {
            nulls[k] = measure.applyAsDouble(model.draw(graph, seed, k));
            progress.done((k + 1.0) / draws);
        }
        return of(observed, nulls);
    }

    /** Throws unless there is a null graph to draw. */
    public static void checkDraws(int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws = " + draws + ", must be at least 1");
        }
    }

    private static double quantile(double[] values, double fraction) {
        return new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(values, 100 * fraction);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.6g against %.6g +- %.3g in %d nulls [%.6g, %.6g]: z = %.3g, p = %.3g",
                observed,
                mean,
                sd,
                draws,
                low,
                high,
                z,
                p);
    }
}
