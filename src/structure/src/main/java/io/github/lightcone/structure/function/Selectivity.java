package io.github.lightcone.structure.function;

import io.github.lightcone.structure.measure.Summary;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much neurons prefer some classes, from their mean responses r_c to each of C classes.
 *
 * <pre>
 *     selectivity    (r_max - r_other) / (r_max + r_other), r_other the mean over all other classes
 *     sparseness     (1 - a) / (1 - 1 / C), a = (mean_c r_c)^2 / mean_c r_c^2
 * </pre>
 *
 * Selectivity is that of Morcos et al. (ICLR 2018), a is that of Treves and Rolls (Network 2:371, 1991), and lifetime
 * sparseness in this form is that of Vinje and Gallant (Science 287:1273, 2000). Both are 0 for a neuron that responds
 * to all classes alike and 1 for one that responds to one class only. Both are NaN for a neuron that never responds, and
 * with fewer than two classes. Every class counts the same, however many trials it had.
 */
public final class Selectivity {

    /** The preferred class of a neuron that never responds. */
    public static final int NO_CLASS = -1;

    private final double[] selectivity;
    private final double[] sparseness;
    private final int[] preferred;
    private final int classes;

    private Selectivity(int neurons, int classes) {
        selectivity = new double[neurons];
        sparseness = new double[neurons];
        preferred = new int[neurons];
        this.classes = classes;
    }

    /**
     * Measures all neurons.
     *
     * @param meanResponses one row per neuron, one column per class, at least 0; see {@link #meanResponses}
     * @throws IllegalArgumentException if a response is negative or not finite, or rows differ in length
     */
    public static Selectivity of(double[][] meanResponses) {
        int classes = Features.columns(meanResponses);
        checkResponses(meanResponses);
        Selectivity result = new Selectivity(meanResponses.length, classes);
        for (int n = 0; n < meanResponses.length; n++) {
            result.measure(n, meanResponses[n]);
        }
        return result;
    }

    private static void checkResponses(double[][] meanResponses) {
        for (int n = 0; n < meanResponses.length; n++) {
            for (int c = 0; c < meanResponses[n].length; c++) {
                if (meanResponses[n][c] < 0) {
                    throw new IllegalArgumentException("mean response of neuron " + n + " to class " + c + " = "
                            + meanResponses[n][c] + ", must be at least 0; pass spike counts or rates");
                }
            }
        }
    }

    private void measure(int neuron, double[] response) {
        int best = NO_CLASS;
        for (int c = 0; c < response.length; c++) {
            if (response[c] > (best < 0 ? 0 : response[best])) {
                best = c;
            }
        }
        preferred[neuron] = best;
        if (best < 0 || classes < 2) {
            selectivity[neuron] = Double.NaN;
            sparseness[neuron] = Double.NaN;
            return;
        }
        double largest = response[best];
        double[] share = Arrays.stream(response).map(r -> r / largest).toArray();
        if (Features.isConstant(share)) {
            return;
        }
        double sum = StatUtils.sum(share);
        double other = (sum - 1) / (classes - 1);
        selectivity[neuron] = (1 - other) / (1 + other);
        double evenness = sum * sum / classes / StatUtils.sumSq(share);
        sparseness[neuron] = (1 - evenness) / (1 - 1.0 / classes);
    }

    /**
     * Returns the mean response of every neuron to every class.
     *
     * @param responses one row per neuron, one column per trial
     * @param classOfTrial class of every trial, 0 to {@code classes - 1}
     * @param classes number of classes; each must have a trial
     * @return one row per neuron, one column per class
     * @throws IllegalArgumentException if a response is not finite, rows differ in length, or a class is out of range or
     *     without a trial
     */
    public static double[][] meanResponses(double[][] responses, int[] classOfTrial, int classes) {
        int trials = Features.columns(responses);
        if (responses.length > 0 && trials != classOfTrial.length) {
            throw new IllegalArgumentException(trials + " trials in every row, must be " + classOfTrial.length
                    + " as there are classes of trials");
        }
        int[] count = count(classOfTrial, classes);
        double[][] mean = new double[responses.length][classes];
        for (int n = 0; n < mean.length; n++) {
            for (int t = 0; t < trials; t++) {
                mean[n][classOfTrial[t]] += responses[n][t];
            }
            for (int c = 0; c < classes; c++) {
                mean[n][c] /= count[c];
            }
        }
        return mean;
    }

    private static int[] count(int[] classOfTrial, int classes) {
        int[] count = new int[classes];
        for (int t = 0; t < classOfTrial.length; t++) {
            if (classOfTrial[t] < 0 || classOfTrial[t] >= classes) {
                throw new IllegalArgumentException(
                        "class of trial " + t + " = " + classOfTrial[t] + ", must be between 0 and " + (classes - 1));
            }
            count[classOfTrial[t]]++;
        }
        for (int c = 0; c < classes; c++) {
            if (count[c] == 0) {
                throw new IllegalArgumentException("class " + c + " has no trial, must have one for a mean");
            }
        }
        return count;
    }

    /** Returns the number of neurons. */
    public int neurons() {
        return preferred.length;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classes;
    }

    /** Returns the class selectivity of a neuron, 0 to 1 or NaN. */
    public double selectivity(int neuron) {
        return selectivity[neuron];
    }

    /** Returns the lifetime sparseness of a neuron, 0 to 1 or NaN. */
    public double sparseness(int neuron) {
        return sparseness[neuron];
    }

    /** Returns the class with the largest response of a neuron, the first of equals; {@link #NO_CLASS} if silent. */
    public int preferredClass(int neuron) {
        return preferred[neuron];
    }

    /** Returns how many neurons prefer each class. */
    public int[] neuronsOfClass() {
        int[] count = new int[classes];
        for (int c : preferred) {
            if (c >= 0) {
                count[c]++;
            }
        }
        return count;
    }

    /** Returns how many neurons never respond. */
    public int silent() {
        return (int) Arrays.stream(preferred).filter(c -> c < 0).count();
    }

    /** Returns figures of the class selectivity where it is defined. */
    public Summary selectivitySummary() {
        return summary(selectivity);
    }

    /** Returns figures of the lifetime sparseness where it is defined. */
    public Summary sparsenessSummary() {
        return summary(sparseness);
    }

    private static Summary summary(double[] values) {
        return ValueDistribution.of(
                        Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray())
                .summary();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d neurons (%d silent), %d classes: selectivity (max - mean of others) / (max + mean of others) %.6g,"
                        + " lifetime sparseness (Vinje-Gallant) %.6g, means over neurons that respond",
                neurons(),
                silent(),
                classes,
                selectivitySummary().mean(),
                sparsenessSummary().mean());
    }
}
