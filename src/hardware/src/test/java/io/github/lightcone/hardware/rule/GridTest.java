package io.github.lightcone.hardware.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    /** Tries every multiple. */
    private static double slowly(double[] numbers, int most) {
        double largest = Grid.largest(numbers);
        for (int multiple = 1; multiple <= most; multiple++) {
            double scale = largest / multiple;
            if (Arrays.stream(numbers).allMatch(number -> Grid.fits(number, scale))) {
                return scale;
            }
        }
        return Double.NaN;
    }

    @Test
    void theSameAsTryingEveryMultiple() {
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int draw = 0; draw < 5000; draw++) {
            int most = 1 + random.nextInt(200);
            int multiples = 1 + random.nextInt(2 * most);
            double scale = random.nextDouble(1e-3, 10);
            double off = random.nextInt(4) == 0 ? scale * random.nextDouble() : 0;
            double[] numbers = random.ints(1 + random.nextInt(6), -multiples, multiples + 1)
                    .mapToDouble(whole -> whole * scale)
                    .toArray();
            numbers[0] += off;
            double expected = slowly(numbers, most);
            if (Grid.largest(numbers) == 0) {
                assertThat(Grid.scale(numbers, 0)).isZero();
            } else {
                assertThat(Grid.scale(numbers, Grid.largest(numbers) / most)).isEqualTo(Double.valueOf(expected));
                found += Double.isNaN(expected) ? 0 : 1;
            }
        }
        assertThat(found).isBetween(1000, 4500);
    }

    /** The scale of large whole numbers is that of their greatest common divisor, and it takes no search to find it. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 20, 24})
    @Timeout(20)
    void manyBits(int bits) {
        SplittableRandom random = new SplittableRandom(bits);
        long most = (1L << bits) - 1;
        for (int draw = 0; draw < 2000; draw++) {
            long[] whole = random.longs(8, -most, most + 1).toArray();
            double scale = random.nextDouble(1e-3, 10);
            double[] numbers =
                    LongStream.of(whole).mapToDouble(one -> one * scale).toArray();
            long divisor = LongStream.of(whole)
                    .mapToObj(BigInteger::valueOf)
                    .reduce(BigInteger.ZERO, BigInteger::gcd)
                    .longValueExact();
            assertThat(Grid.scale(numbers, Grid.largest(numbers) / most))
                    .isCloseTo(scale * divisor, withinPercentage(1e-7));
        }
    }

    @Test
    void theLeastScaleIsTried() {
        double least = 0.7 / Integer.MAX_VALUE;
        double[] numbers = {0.7, 12345678.0 * least, 1e9 * least};
        assertThat(Grid.scale(numbers, least)).isCloseTo(least, withinPercentage(1e-6));
        assertThat(Grid.scale(new double[] {0.5}, 1)).isNaN();
    }
}
