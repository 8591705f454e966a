package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.nulls.PositionShuffle;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How well the features of a neuron tell where it is: the cross-validated R^2 of ridge regression from features to
 * position.
 *
 * <pre>
 *     R^2 of a dimension    1 - sum_n (p_n - predicted_n)^2 / sum_n (p_n - mean p)^2
 *     pooled R^2            the same with both sums over all dimensions
 * </pre>
 *
 * <p>Every neuron is predicted by the regression on all folds but its own. Features are standardised with mean and
 * deviation (divided by the number of neurons) of the training folds. Regression minimises {@code |y - X b|^2 + lambda
 * |b|^2} with a free intercept; lambda is the one of the grid with the smallest squared error over all dimensions in a
 * cross-validation inside the training folds (Stone, J. R. Stat. Soc. B 36:111, 1974), the first of equals. So no neuron
 * has a part in its own prediction. Inner folds are as many as outer ones, or one per neuron if these are fewer.
 *
 * <p>R^2 is at most 1; it is 0 or below where features tell nothing, as the mean of the training folds is no better than
 * the mean of all. It is NaN for a dimension in which all neurons are at the same place, and pooled if they are in all.
 *
 * <p>Under the null model positions are dealt to the neurons anew; folds stay, lambda is chosen again.
 */
public final class RidgeMapping {

    private final PermutationTest pooled;
    private final PermutationTest[] ofAxis;
    private final double[] lambda;
    private final int neurons;
    private final int features;
    private final int folds;

    private RidgeMapping(
            PermutationTest pooled, PermutationTest[] ofAxis, double[] lambda, int neurons, int features, int folds) {
        this.pooled = pooled;
        this.ofAxis = ofAxis;
        this.lambda = lambda;
        this.neurons = neurons;
        this.features = features;
        this.folds = folds;
    }

    /** Returns a grid of penalties for standardised features: 0.01, 0.1, ... 1 000 000. */
    public static double[] grid() {
        return new double[] {0.01, 0.1, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    }

    /**
     * Measures. Takes folds squared decompositions, each in proportion to the cube of the smaller number of features and
     * training neurons, and for each draw folds times neurons times that number.
     *
     * @param features one row per neuron, one column per feature
     * @param positions one per neuron
     * @param folds at least 2; every fold must leave two neurons to train on
     * @param lambdas the grid of penalties, above 0; see {@link #grid}
     * @param draws how often positions are dealt to the neurons anew; 0 for no test
     * @param seed of folds and draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if features are missing or not finite, rows differ in length, positions are of
     *     another number, neurons are too few for the folds, or a penalty is not above 0
     */
    public static RidgeMapping of(
            double[][] features,
            Positions positions,
            int folds,
            double[] lambdas,
            int draws,
            long seed,
            Progress progress) {
        Features.checkFits(features, positions);
        Folds.check(features.length, folds);
        Folds dealt = Folds.random(features.length, folds, seed);
        return of(features, positions, dealt, lambdas, draws, seed, progress);
    }

    static RidgeMapping of(
            double[][] features,
            Positions positions,
            Folds folds,
            double[] lambdas,
            int draws,
            long seed,
            Progress progress) {
        int columns = Features.columns(features);
        if (columns == 0) {
            throw new IllegalArgumentException("0 features, must be at least 1");
        }
        checkLambdas(lambdas);
        PermutationTest.checkDraws(draws);
        double[][][] target = targets(positions, draws, seed);
        double[][] squares = new double[draws + 1][positions.dimensions()];
        double[] chosen = new double[folds.count()];
        for (int fold = 0; fold < folds.count(); fold++) {
            double from = (double) fold / folds.count();
            double to = (fold + 1.0) / folds.count();
            chosen[fold] = outerFold(features, folds, fold, target, lambdas, squares, progress.stage(from, to));
        }
        double[] total = totals(target[0]);
        PermutationTest[] ofAxis = new PermutationTest[total.length];
        for (int axis = 0; axis < total.length; axis++) {
            int a = axis;
            ofAxis[axis] = test(squares, row -> row[a], total[axis], seed);
        }
        PermutationTest pooled = test(squares, StatUtils::sum, StatUtils.sum(total), seed);
        return new RidgeMapping(pooled, ofAxis, chosen, features.length, columns, folds.count());
    }

    private static void checkLambdas(double[] lambdas) {
        if (lambdas.length == 0) {
            throw new IllegalArgumentException("no lambda to choose from, must be at least 1");
        }
        for (int l = 0; l < lambdas.length; l++) {
            if (!(lambdas[l] > 0 && lambdas[l] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("lambda " + l + " = " + lambdas[l] + ", must be above 0 and finite");
            }
        }
    }

    private static double[][][] targets(Positions positions, int draws, long seed) {
        double[][][] target = new double[draws + 1][][];
        target[0] = Features.rows(positions);
        for (int k = 0; k < draws; k++) {
            target[k + 1] = Features.rows(PositionShuffle.draw(positions, seed, k));
        }
        return target;
    }

    /**
     * Chooses the penalty of one outer fold for all targets and predicts the fold; returns that of the first target.
     *
     * @param squares squared errors, one row per target. Modified.
     */
    private static double outerFold(
            double[][] features,
            Folds folds,
            int fold,
            double[][][] target,
            double[] lambdas,
            double[][] squares,
            Progress progress) {
        Folds inner = folds.inner(fold);
        double[][][] inside = new double[target.length][lambdas.length][squares[0].length];
        for (int f = 0; f < inner.count(); f++) {
            RidgeFit fit = new RidgeFit(features, inner.train(f), inner.test(f));
            for (int k = 0; k < target.length; k++) {
                fit.addSquaredErrors(target[k], lambdas, inside[k]);
            }
            progress.done((f + 1.0) / (inner.count() + 1));
        }
        RidgeFit fit = new RidgeFit(features, folds.train(fold), folds.test(fold));
        for (int k = 0; k < target.length; k++) {
            fit.addSquaredErrors(target[k], new double[] {best(lambdas, inside[k])}, new double[][] {squares[k]});
        }
        progress.done(1);
        return best(lambdas, inside[0]);
    }

    private static double best(double[] lambdas, double[][] squares) {
        int best = 0;
        for (int l = 1; l < lambdas.length; l++) {
            best = StatUtils.sum(squares[l]) < StatUtils.sum(squares[best]) ? l : best;
        }
        return lambdas[best];
    }

    /** Returns the squares around the mean of every dimension, exactly 0 where all are the same. */
    private static double[] totals(double[][] target) {
        double[] total = new double[target[0].length];
        for (int axis = 0; axis < total.length; axis++) {
            double[] values = Features.column(target, axis);
            total[axis] = Features.isConstant(values) ? 0 : StatUtils.populationVariance(values) * values.length;
        }
        return total;
    }

    private interface Pick {
        double of(double[] row);
    }

    private static PermutationTest test(double[][] squares, Pick error, double total, long seed) {
        double[] r2 = Arrays.stream(squares)
                .mapToDouble(row -> total > 0 ? 1 - error.of(row) / total : Double.NaN)
                .toArray();
        return PermutationTest.of(r2[0], Arrays.copyOfRange(r2, 1, r2.length), seed);
    }

    /** Returns R^2 over all dimensions. */
    public double r2() {
        return pooled.observed();
    }

    /** Returns R^2 of one dimension. */
    public double r2(int axis) {
        return ofAxis[axis].observed();
    }

    /** Returns R^2 over all dimensions beside that with positions dealt anew. */
    public PermutationTest pooled() {
        return pooled;
    }

    /** Returns R^2 of one dimension beside that with positions dealt anew. */
    public PermutationTest ofAxis(int axis) {
        return ofAxis[axis];
    }

    /** Returns the number of dimensions. */
    public int dimensions() {
        return ofAxis.length;
    }

    /** Returns the penalty chosen for every outer fold. */
    public double[] lambdas() {
        return lambda.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ridge from %d standardised features to %d positions, %d folds, lambda %s chosen inside them: R^2 over"
                        + " dimensions %s; of each %s",
                features,
                neurons,
                folds,
                Arrays.toString(lambda),
                pooled,
                Arrays.toString(Arrays.stream(ofAxis)
                        .map(test -> String.format(Locale.ROOT, "%.6g", test.observed()))
                        .toArray()));
    }
}
