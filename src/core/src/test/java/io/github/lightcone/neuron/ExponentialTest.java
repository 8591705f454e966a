package io.github.lightcone.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Precise;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The divided differences against 60 digits, over all ratios of rates and all times. */
class ExponentialTest {

    private static final int CASES = 500;

    @Test
    void expm1AndLog1pAreExactToRounding() {
        SplittableRandom random = new SplittableRandom(3);
        Agreement agreement = Agreement.of("Exponential.expm1 and log1p", 5e-16, 0);
        for (int k = 0; k < 4 * CASES; k++) {
            double size = Math.pow(10, random.nextDouble(-18, 1.5));
            double x = k % 2 == 0 ? size : -size;
            Dfp power = Precise.of(x).exp().subtract(Precise.FIELD.getOne());
            agreement.compare(() -> "expm1 " + x, Exponential.expm1(x), power.toDouble());
            if (x > -1) {
                Dfp logarithm = Precise.of(x).add(Precise.FIELD.getOne()).log();
                agreement.compare(() -> "log1p " + x, Exponential.log1p(x), logarithm.toDouble());
            }
        }
        agreement.check();
        assertThat(Exponential.expm1(0)).isZero();
        assertThat(Exponential.log1p(0)).isZero();
        assertThat(Exponential.expm1(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.expm1(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Exponential.log1p(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.log1p(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Exponential.log1p(-1.5)).isNaN();
        assertThat(Exponential.expm1(Double.NaN)).isNaN();
        assertThat(Exponential.log1p(Double.NaN)).isNaN();
        assertThat(Exponential.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void integralIsExactToRounding() {
        SplittableRandom random = new SplittableRandom(1);
        Agreement agreement = Agreement.of("Exponential.integral", 4e-16, 0);
        for (int k = 0; k < CASES; k++) {
            double rate = Math.pow(10, random.nextDouble(-12, 3));
            double time = Math.pow(10, random.nextDouble(-6, 4));
            Dfp y = Precise.of(rate).multiply(Precise.of(time));
            Dfp expected = Precise.FIELD.getOne().subtract(y.negate().exp()).divide(Precise.of(rate));
            agreement.compare(
                    () -> "rate " + rate + " time " + time, Exponential.integral(rate, time), expected.toDouble());
        }
        agreement.check();
        assertThat(Exponential.integral(0, 7)).isEqualTo(7);
        assertThat(Exponential.integral(3, 0)).isZero();
        assertThat(Exponential.integral(1e-300, 1e-100)).isEqualTo(1e-100);
    }

    @Test
    void convolutionIsExactToRoundingForEveryRatio() {
        Agreement agreement = Agreement.of("Exponential.convolution", 1, 0);
        compare(agreement, 2, (a, c, x) -> Exponential.convolution(a, c, x), ExponentialTest::convolution);
    }

    @Test
    void doubleConvolutionIsExactToRoundingForEveryRatio() {
        Agreement agreement = Agreement.of("Exponential.doubleConvolution", 1, 0);
        compare(agreement, 8, (a, c, x) -> Exponential.doubleConvolution(a, c, x), ExponentialTest::doubleConvolution);
    }

    @ParameterizedTest(name = "a {0}, c {1}, x {2}")
    @CsvSource({"0.1, 0.1, 0", "0.1, 0.2, 0", "0.1, 0.1, 5000", "1, 1e-3, 20000", "1e3, 1, 1e-200", "5, 5, 1e-300"})
    void extremesAreFiniteAndSymmetric(double a, double c, double x) {
        assertThat(Exponential.convolution(a, c, x)).isFinite().isNotNegative();
        assertThat(Exponential.convolution(a, c, x)).isEqualTo(Exponential.convolution(c, a, x));
        assertThat(Exponential.doubleConvolution(a, c, x)).isFinite().isNotNegative();
        assertThat(Exponential.doubleConvolution(c, a, x)).isFinite().isNotNegative();
    }

    private interface Kernel<T> {
        T of(double a, double c, double x);
    }

    /**
     * The error of e^{-y} for a rounded y grows with y, whatever the formula; it is taken off. The rest is
     * counted in units of 2^-52.
     */
    private static void compare(Agreement agreement, double units, Kernel<Double> actual, Kernel<Dfp> expected) {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < CASES; k++) {
            double a = Math.pow(10, random.nextDouble(-3, 2));
            double ratio = k % 2 == 0
                    ? Math.pow(10, random.nextDouble(-3, 3))
                    : 1 + Math.pow(10, random.nextDouble(-16, -0.5)) * (k % 4 == 1 ? 1 : -1);
            double c = a * ratio;
            double x = Math.pow(10, random.nextDouble(-8, 2.3)) / Math.min(a, c);
            double conditioning = units + 2 * Math.min(a, c) * x;
            Dfp reference = expected.of(a, c, x);
            if (reference.toDouble() > 1e-290) {
                double error = Precise.of(actual.of(a, c, x))
                        .subtract(reference)
                        .divide(reference)
                        .toDouble();
                agreement.compare(
                        () -> "a " + a + " c " + c + " x " + x, 1 + error / (conditioning * Math.ulp(1.0)), 1);
            }
        }
        agreement.check();
    }

    private static Dfp convolution(double a, double c, double x) {
        Dfp difference = Precise.of(c).subtract(Precise.of(a));
        if (difference.isZero()) {
            return decay(a, x).multiply(Precise.of(x));
        }
        return decay(a, x).subtract(decay(c, x)).divide(difference);
    }

    private static Dfp doubleConvolution(double a, double c, double x) {
        Dfp difference = Precise.of(c).subtract(Precise.of(a));
        Dfp z = difference.multiply(Precise.of(x));
        if (Math.abs(z.toDouble()) < 1e-7) {
            // Here 60 digits do not suffice for the difference, but four terms of its series do.
            Dfp series = z.divide(5)
                    .add(Precise.FIELD.getOne())
                    .multiply(z)
                    .divide(4)
                    .add(Precise.FIELD.getOne());
            series = series.multiply(z).divide(3).add(Precise.FIELD.getOne()).divide(2);
            return decay(c, x).multiply(Precise.of(x)).multiply(Precise.of(x)).multiply(series);
        }
        return decay(a, x)
                .subtract(decay(c, x).multiply(z.add(Precise.FIELD.getOne())))
                .divide(difference.multiply(difference));
    }

    private static Dfp decay(double rate, double x) {
        return Precise.of(rate).multiply(Precise.of(x)).negate().exp();
    }
}
