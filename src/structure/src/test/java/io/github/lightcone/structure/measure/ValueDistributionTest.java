package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class ValueDistributionTest {

    /** Figures of scipy.stats.skew and kurtosis, and of numpy.quantile. */
    @Test
    void figuresOfAFewNumbers() {
        Summary summary = ValueDistribution.of(9, 1, 4, 1, 2.5, 30).summary();
        assertThat(summary.count()).isEqualTo(6);
        assertThat(summary.mean()).isCloseTo(7.916666666666667, within(1e-14));
        assertThat(summary.sd()).isCloseTo(11.217917216072983, within(1e-13));
        assertThat(summary.skewness()).isCloseTo(1.5348896886442562, within(1e-13));
        assertThat(summary.excessKurtosis()).isCloseTo(0.6903041012492359, within(1e-13));
        assertThat(summary.min()).isEqualTo(1);
        assertThat(summary.q05()).isEqualTo(1);
        assertThat(summary.q25()).isEqualTo(1.375);
        assertThat(summary.median()).isEqualTo(3.25);
        assertThat(summary.q75()).isEqualTo(7.75);
        assertThat(summary.q95()).isEqualTo(24.75);
        assertThat(summary.max()).isEqualTo(30);
    }

    @Test
    void quantilesAreThoseOfCommonsMath() {
        double[] values = new Random(3).doubles(37).toArray();
        ValueDistribution distribution = ValueDistribution.of(values);
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        for (int k = 1; k <= 100; k++) {
            assertThat(distribution.quantile(k / 100.0)).isCloseTo(percentile.evaluate(values, k), within(1e-14));
        }
    }

    @Test
    void sharesAndBins() {
        ValueDistribution distribution = ValueDistribution.of(0, 1, 1, 2, 3, 4);
        assertThat(distribution.shareFrom(1)).isEqualTo(5.0 / 6);
        assertThat(distribution.shareFrom(1.5)).isEqualTo(0.5);
        assertThat(distribution.shareFrom(-1)).isEqualTo(1);
        assertThat(distribution.shareFrom(5)).isZero();
        assertThat(distribution.histogram(2, 0, 4)).containsExactly(3, 3);
        assertThat(distribution.histogram(3, 0.5, 3.5)).containsExactly(2, 1, 1);
        assertThatThrownBy(() -> distribution.histogram(0, 0, 1)).hasMessageContaining("0 bins");
        assertThatThrownBy(() -> distribution.quantile(1.1)).hasMessageContaining("fraction = 1.1");
    }

    /** A Pareto tail of exponent 2.5, drawn by inversion: the estimate's error is (alpha - 1) / sqrt(n). */
    @Test
    void theExponentOfAKnownTailIsFound() {
        double[] values = new Random(9)
                .doubles(20_000)
                .map(u -> Math.pow(1 - u, -1 / 1.5))
                .toArray();
        assertThat(ValueDistribution.of(values).tailExponent(1)).isCloseTo(2.5, within(4 * 1.5 / Math.sqrt(20_000)));
        assertThat(ValueDistribution.of(values).tailExponent(3)).isCloseTo(2.5, within(0.15));
    }

    @Test
    void nothingHasNoFigures() {
        Summary nothing = ValueDistribution.of().summary();
        assertThat(nothing.count()).isZero();
        assertThat(nothing.mean()).isNaN();
        assertThat(nothing.median()).isNaN();
        assertThat(ValueDistribution.of(2, 2).summary().skewness()).isNaN();
        assertThat(ValueDistribution.of(2).summary().sd()).isNaN();
        assertThatThrownBy(() -> ValueDistribution.of(1, Double.NaN)).hasMessage("value 1 = NaN, must be finite");
    }
}
