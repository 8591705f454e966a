package io.github.lightcone.structure.function;

import io.github.lightcone.structure.measure.Summary;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.util.FastMath;

/**
 * Mutual information between the spike count k of a neuron and the class c of a trial, bits.
 *
 * <pre>
 *     plug-in         I = sum_kc p(k, c) log2 [p(k, c) / (p(k) p(c))], p the shares of trials
 *     Miller-Madow    I - (m_kc - m_k - m_c + 1) / (2 N ln 2)
 * </pre>
 *
 * with N trials, m_k counts and m_c classes that occur, m_kc pairs of both that occur: every one of the entropies in I =
 * H(k) + H(c) - H(k, c) gets the correction (m - 1) / (2 N) nats (Miller, in: Information Theory in Psychology, 1955).
 * Plug-in information is too large by chance when trials are few. The corrected one may come out negative; it is not
 * cut off. Every count is a value of its own, there are no bins. NaN without trials.
 */
public final class ClassInformation {

    private final double[] plugIn;
    private final double[] corrected;
    private final double classEntropy;
    private final int trials;

    private ClassInformation(double[] plugIn, double[] corrected, double classEntropy, int trials) {
        this.plugIn = plugIn;
        this.corrected = corrected;
        this.classEntropy = classEntropy;
        this.trials = trials;
    }

    /**
     * Measures all neurons. Takes time in proportion to neurons times n log n, n being trials.
     *
     * @param counts spike counts, one row per neuron, one column per trial
     * @param classOfTrial class of every trial, any numbers
     * @throws IllegalArgumentException if a row does not have a count for every trial
     */
    public static ClassInformation of(int[][] counts, int[] classOfTrial) {
        int trials = classOfTrial.length;
        for (int n = 0; n < counts.length; n++) {
            if (counts[n].length != trials) {
                throw new IllegalArgumentException("row " + n + " has " + counts[n].length + " counts, must have "
                        + trials + " as there are classes of trials");
            }
        }
        long[] classes = Arrays.stream(classOfTrial).asLongStream().sorted().toArray();
        double[] plugIn = new double[counts.length];
        double[] corrected = new double[counts.length];
        for (int n = 0; n < counts.length; n++) {
            long[] count = Arrays.stream(counts[n]).asLongStream().sorted().toArray();
            long[] both = new long[trials];
            for (int t = 0; t < trials; t++) {
                both[t] = ((long) counts[n][t] << Integer.SIZE) | Integer.toUnsignedLong(classOfTrial[t]);
            }
            Arrays.sort(both);
            double information = Math.max(0, entropy(count) + entropy(classes) - entropy(both));
            int surplus = values(both) - values(count) - values(classes) + 1;
            plugIn[n] = trials > 0 ? information : Double.NaN;
            corrected[n] = plugIn[n] - surplus / (2.0 * trials * FastMath.log(2));
        }
        return new ClassInformation(plugIn, corrected, trials > 0 ? entropy(classes) : Double.NaN, trials);
    }

    /** Returns the entropy of how often sorted values occur, bits. */
    private static double entropy(long[] sorted) {
        double entropy = 0;
        int from = 0;
        for (int k = 1; k <= sorted.length; k++) {
            if (k == sorted.length || sorted[k] != sorted[from]) {
                double share = (double) (k - from) / sorted.length;
                entropy -= share * FastMath.log(2, share);
                from = k;
            }
        }
        return entropy;
    }

    private static int values(long[] sorted) {
        return (int) Arrays.stream(sorted).distinct().count();
    }

    /** Returns the number of neurons. */
    public int neurons() {
        return plugIn.length;
    }

    /** Returns the number of trials. */
    public int trials() {
        return trials;
    }

    /** Returns the plug-in information of a neuron, bits, at least 0. */
    public double plugIn(int neuron) {
        return plugIn[neuron];
    }

    /** Returns the information of a neuron with the correction of Miller and Madow, bits; may be negative. */
    public double corrected(int neuron) {
        return corrected[neuron];
    }

    /** Returns the plug-in entropy of the classes, bits: the most that a neuron can tell. */
    public double classEntropy() {
        return classEntropy;
    }

    /** Returns figures of the corrected information over neurons; without values if there are no trials. */
    public Summary correctedSummary() {
        return ValueDistribution.of(trials > 0 ? corrected : new double[0]).summary();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d neurons, %d trials: information of spike count on class %.6g bits (mean, Miller-Madow), of %.6g",
                neurons(),
                trials,
                correctedSummary().mean(),
                classEntropy);
    }
}
