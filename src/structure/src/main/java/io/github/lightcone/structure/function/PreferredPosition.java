package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.nulls.PositionShuffle;
import java.util.Locale;

/**
 * Where in space the neurons are that an input channel reaches.
 *
 * <pre>
 *     preferred position    q_c = sum_n |w_nc| p_n / sum_n |w_nc|
 *     spread                s_c = sqrt(sum_n |w_nc| |p_n - q_c|^2 / sum_n |w_nc|)
 * </pre>
 *
 * Weights count without their sign. Both are NaN for a channel whose weights are all 0, and such channels are left out
 * of means.
 */
public final class PreferredPosition {

    private final double[][] preferred;
    private final double[] spread;
    private final double mapSpread;
    private final PermutationTest meanSpread;

    private PreferredPosition(double[][] preferred, double[] spread, PermutationTest meanSpread) {
        this.preferred = preferred;
        this.spread = spread;
        this.mapSpread = mapSpread(preferred);
        this.meanSpread = meanSpread;
    }

    /**
     * Measures all channels.
     *
     * @param weights one row per neuron, one column per input channel; or any other features
     * @param positions one per neuron
     * @param draws how often positions are dealt to the neurons anew for the test of the mean spread; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if weights are not finite, rows differ in length, or positions are of another number
     */
    public static PreferredPosition of(
            double[][] weights, Positions positions, int draws, long seed, Progress progress) {
        int channels = Features.columns(weights);
        Features.checkFits(weights, positions);
        PermutationTest.checkDraws(draws);
        double[][] preferred = new double[channels][positions.dimensions()];
        double[] spread = measure(weights, Features.rows(positions), preferred);
        double[] nulls = new double[draws];
        double[][] unused = new double[channels][positions.dimensions()];
        for (int k = 0; k < draws; k++) {
            nulls[k] = mean(measure(weights, Features.rows(PositionShuffle.draw(positions, seed, k)), unused));
            progress.done((k + 1.0) / draws);
        }
        return new PreferredPosition(preferred, spread, PermutationTest.of(mean(spread), nulls, seed));
    }

    /**
     * Returns the spread of every channel.
     *
     * @param preferred Modified.
     */
    private static double[] measure(double[][] weights, double[][] position, double[][] preferred) {
        double[] spread = new double[preferred.length];
        for (int c = 0; c < spread.length; c++) {
            // Over the largest, so that sums neither overflow nor vanish.
            double largest = 0;
            for (double[] row : weights) {
                largest = Math.max(largest, Math.abs(row[c]));
            }
            double total = 0;
            double[] sum = new double[preferred[c].length];
            for (int n = 0; n < weights.length; n++) {
                double w = Math.abs(weights[n][c]) / largest;
                total += w;
                for (int axis = 0; axis < sum.length; axis++) {
                    sum[axis] += w * position[n][axis];
                }
            }
            for (int axis = 0; axis < sum.length; axis++) {
                preferred[c][axis] = sum[axis] / total;
            }
            double square = 0;
            for (int n = 0; n < weights.length; n++) {
                double distance = Features.distance(position[n], preferred[c]);
                square += Math.abs(weights[n][c]) / largest * distance * distance;
            }
            spread[c] = Math.sqrt(square / total);
        }
        return spread;
    }

    private static double mean(double[] values) {
        double sum = 0;
        int defined = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                defined++;
            }
        }
        return sum / defined;
    }

    private static double mapSpread(double[][] preferred) {
        double square = 0;
        int dimensions = preferred.length > 0 ? preferred[0].length : 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double[] coordinate = Features.column(preferred, axis);
            double centre = mean(coordinate);
            double[] squares = new double[coordinate.length];
            for (int c = 0; c < squares.length; c++) {
                squares[c] = (coordinate[c] - centre) * (coordinate[c] - centre);
            }
            square += mean(squares);
        }
        return dimensions > 0 ? Math.sqrt(square) : Double.NaN;
    }

    /** Returns the number of channels. */
    public int channels() {
        return spread.length;
    }

    /** Returns one coordinate of the preferred position of a channel, mm. */
    public double coordinate(int channel, int axis) {
        return preferred[channel][axis];
    }

    /** Returns the spread of a channel around its preferred position, mm. */
    public double spread(int channel) {
        return spread[channel];
    }

    /** Returns the mean spread of channels, mm, beside that with positions dealt anew; small if channels are local. */
    public PermutationTest meanSpread() {
        return meanSpread;
    }

    /** Returns how far preferred positions are apart: their root mean square distance from their mean, mm. */
    public double mapSpread() {
        return mapSpread;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d channels, |w|: mean spread in mm %s; preferred positions spread over %.6g mm",
                channels(),
                meanSpread,
                mapSpread);
    }
}
