package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import org.junit.jupiter.api.Test;

class MoranITest {

    private static final double EXACT = 1e-14;

    @Test
    void figuresByHand() {
        Positions line = Tables.line(3);
        double[] values = {0, 1, 5};
        // z = -2, -1, 3; sum w z z = 2 (2 - 3 - 3) over 5, sum z^2 = 14.
        assertThat(moran(values, SpatialWeights.inverseDistance(line)))
                .isCloseTo(3.0 / 5 * 2 * (2 - 3 - 3) / 14, within(EXACT));
        // Nearest: 0 -> 1, 1 -> 0 (the lower of two), 2 -> 1.
        assertThat(moran(values, SpatialWeights.nearest(line, 1))).isCloseTo((2.0 + 2 - 3) / 14, within(EXACT));
        // Rows over 1.5, 2, 1.5.
        double expected = (2 / 1.5 + -6 / 2.0 / 1.5 + 2 / 2.0 - 3 / 2.0 - 3 / 1.5 - 6 / 2.0 / 1.5) / 14;
        assertThat(moran(values, SpatialWeights.inverseDistance(line).rowStandardised()))
                .isCloseTo(expected, within(EXACT));
    }

    private static double moran(double[] values, SpatialWeights weights) {
        return MoranI.of(values, weights, 0, 1, Progress.none()).value();
    }

    @Test
    void rowsSumToOne() {
        SpatialWeights weights = SpatialWeights.inverseDistance(Tables.line(4));
        assertThat(weights.total()).isCloseTo(2 * (3 + 2 / 2.0 + 1 / 3.0), within(EXACT));
        assertThat(weights.rowStandardised().weights(0))
                .containsExactly(new double[] {6 / 11.0, 3 / 11.0, 2 / 11.0}, within(EXACT));
        assertThat(weights.rowStandardised()).hasToString("inverse distance, row-standardised");
    }

    /** The sum over all pairs of the definition, each feature for itself. */
    @Test
    void theDefinition() {
        for (long seed = 0; seed < 20; seed++) {
            int size = 4 + (int) seed;
            double[][] features = Tables.normal(size, 3, seed);
            SpatialWeights weights = SpatialWeights.nearest(Tables.square(size, seed), 3);
            double[][] dense = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int s = 0; s < 3; s++) {
                    dense[i][weights.neighbours(i)[s]] = weights.weights(i)[s];
                }
            }
            double mean = 0;
            for (int f = 0; f < 3; f++) {
                mean += definition(Features.column(features, f), dense) / 3;
                assertThat(moran(Features.column(features, f), weights))
                        .isCloseTo(definition(Features.column(features, f), dense), within(1e-12));
            }
            assertThat(MoranI.ofFeatures(features, weights, 0, 1, Progress.none())
                            .value())
                    .isCloseTo(mean, within(1e-12));
        }
    }

    private static double definition(double[] x, double[][] w) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double above = 0;
        double weight = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            below += (x[i] - mean) * (x[i] - mean);
            for (int j = 0; j < x.length; j++) {
                above += w[i][j] * (x[i] - mean) * (x[j] - mean);
                weight += w[i][j];
            }
        }
        return x.length / weight * above / below;
    }

    @Test
    void whenAllAreNeighboursItIsTheExpectation() {
        double[] values = {3, 1, 4, 1, 5, 9};
        MoranI all = MoranI.of(values, SpatialWeights.nearest(Tables.square(6, 2), 5), 9, 1, Progress.none());
        assertThat(all.value()).isCloseTo(-0.2, within(EXACT));
        assertThat(all.expectation()).isEqualTo(-0.2);
        assertThat(all.test().test().p()).isEqualTo(1);
        assertThat(all.test().pGreater()).isEqualTo(1);
        assertThat(all.test().pLess()).isEqualTo(1);
    }

    /** The mean over draws is -1 / (n - 1), within 5 standard errors. */
    @Test
    void theMeanOverDraws() {
        double[] values = Features.column(Tables.normal(12, 1, 5), 0);
        MoranI moran =
                MoranI.of(values, SpatialWeights.inverseDistance(Tables.square(12, 6)), 4000, 3, Progress.none());
        double error = moran.test().test().sd() / Math.sqrt(4000);
        assertThat(moran.test().test().mean()).isCloseTo(-1.0 / 11, within(5 * error));
    }

    @Test
    void aGradientIsFoundAndAnAlternationToo() {
        double[] gradient = new double[20];
        double[] alternation = new double[20];
        for (int n = 0; n < 20; n++) {
            gradient[n] = n;
            alternation[n] = n % 2;
        }
        SpatialWeights weights = SpatialWeights.inverseDistance(Tables.line(20)).rowStandardised();
        assertThat(MoranI.of(gradient, weights, 99, 1, Progress.none()).test().pGreater())
                .isEqualTo(0.01);
        assertThat(MoranI.of(alternation, weights, 99, 1, Progress.none())
                        .test()
                        .pLess())
                .isEqualTo(0.01);
        assertThat(MoranI.of(gradient, weights, 99, 1, Progress.none()))
                .isEqualTo(MoranI.of(gradient, weights, 99, 1, Progress.none()));
    }

    @Test
    void constantFeaturesAreLeftOut() {
        double[][] features = {{0, 0.1, 2}, {1, 0.1, 7}, {5, 0.1, 3}};
        SpatialWeights weights = SpatialWeights.inverseDistance(Tables.line(3));
        MoranI moran = MoranI.ofFeatures(features, weights, 0, 1, Progress.none());
        assertThat(moran.features()).isEqualTo(2);
        assertThat(moran.constant()).isEqualTo(1);
        double mean = (moran(new double[] {0, 1, 5}, weights) + moran(new double[] {2, 7, 3}, weights)) / 2;
        assertThat(moran.value()).isCloseTo(mean, within(EXACT));
        assertThat(moran(new double[] {0.1, 0.1, 0.1}, weights)).isNaN();
        assertThat(moran.toString())
                .startsWith("Moran's I of 3 neurons, mean of 2 features (1 constant), weights inverse distance, not"
                        + " row-standardised, expected -0.500000: ");
    }

    @Test
    void oneNeuronAndCoincidentOnes() {
        assertThat(moran(new double[] {1}, SpatialWeights.inverseDistance(Tables.line(1))))
                .isNaN();
        assertThat(moran(new double[0], SpatialWeights.inverseDistance(Positions.origin(0, 1))))
                .isNaN();
        assertThatThrownBy(() -> SpatialWeights.inverseDistance(Positions.of(1, 2, 3, 2)))
                .hasMessage("points 0 and 2 are both at [2.0], must be apart; pass SpatialWeights.nearest");
        assertThat(SpatialWeights.nearest(Positions.origin(3, 2), 1).neighbours(2))
                .containsExactly(0);
        assertThatThrownBy(() -> SpatialWeights.nearest(Tables.line(3), 3))
                .hasMessage("k = 3 nearest of 3 points, must be between 1 and 2");
        assertThatThrownBy(() -> moran(new double[2], SpatialWeights.nearest(Tables.line(3), 1)))
                .hasMessage("spatial weights of 3 places, must be 2 as there are neurons");
    }
}
