package io.github.lightcone.cli.hardware;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How numbers lie before and after they became whole. Both are counted in bins of one range; where whole numbers are
 * not too many, each is the middle of a bin after, and where they are few, there are four bins before for each.
 *
 * @param from lower end of the range
 * @param to its upper end
 * @param before numbers in each of the bins before
 * @param after numbers in each of the bins after
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WholeNumbers(double from, double to, long[] before, long[] after) {

    private static final int MOST_BINS = 64;
    private static final int FEW_BINS = 20;
    private static final int PARTS = 4;

    /**
     * Counts; empty if there are no numbers.
     *
     * @param before in units of the whole number; NaN for one that stayed as it was
     * @param after the same numbers after
     */
    static Optional<WholeNumbers> of(double[] before, double[] after) {
        int[] counted = IntStream.range(0, before.length)
                .filter(k -> Double.isFinite(before[k]) && Double.isFinite(after[k]))
                .toArray();
        if (counted.length == 0) {
            return Optional.empty();
        }
        double[] all = IntStream.of(counted)
                .mapToObj(k -> DoubleStream.of(before[k], after[k]))
                .flatMapToDouble(both -> both)
                .sorted()
                .toArray();
        double least = Math.floor(all[0] + 0.5);
        double levels = Math.floor(all[all.length - 1] + 0.5) - least + 1;
        double width = Math.ceil(levels / MOST_BINS);
        int bins = (int) Math.ceil(levels / width);
        double from = least - 0.5;
        double to = from + bins * width;
        return Optional.of(new WholeNumbers(
                from,
                to,
                count(before, counted, from, to, bins <= FEW_BINS ? PARTS * bins : bins),
                count(after, counted, from, to, bins)));
    }

    private static long[] count(double[] values, int[] counted, double from, double to, int bins) {
        long[] count = new long[bins];
        Arrays.stream(counted)
                .map(k -> (int) ((values[k] - from) / (to - from) * bins))
                .forEach(bin -> count[Math.min(bins - 1, bin)]++);
        return count;
    }
}
