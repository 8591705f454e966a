package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Partition;
import org.junit.jupiter.api.Test;

class FunctionalClustersTest {

    private static final Progress NONE = Progress.none();

    @Test
    void figuresByHand() {
        FunctionalClusters clusters = FunctionalClusters.inSpace(Positions.of(1, 0, 1, 10, 13), 2, 2, 3, 1, NONE);
        assertThat(clusters.partition()).isEqualTo(Partition.of(0, 0, 1, 1));
        assertThat(clusters.inertia()).isCloseTo(0.5 + 4.5, within(1e-14));
        double silhouette = (10.5 / 11.5 + 9.5 / 10.5 + 6.5 / 9.5 + 9.5 / 12.5) / 4;
        assertThat(clusters.silhouette()).isCloseTo(silhouette, within(1e-14));
    }

    /** The smallest inertia over all partitions into k sets. */
    @Test
    void exhaustiveSearch() {
        for (long seed = 0; seed < 10; seed++) {
            double[][] rows = Tables.normal(7, 2, seed);
            for (int k = 1; k <= 4; k++) {
                double least = Double.POSITIVE_INFINITY;
                for (int code = 0; code < Math.pow(k, 7); code++) {
                    int[] label = new int[7];
                    int rest = code;
                    for (int n = 0; n < 7; n++) {
                        label[n] = rest % k;
                        rest /= k;
                    }
                    least = Math.min(least, KMeans.inertia(rows, Partition.of(label)));
                }
                FunctionalClusters found = FunctionalClusters.of(rows, Normalisation.NONE, k, k, 60, seed, NONE);
                assertThat(found.inertia()).as("seed %d, k %d", seed, k).isCloseTo(least, within(1e-12));
            }
        }
    }

    @Test
    void theSilhouetteFindsTheNumberOfClusters() {
        double[][] rows = Tables.normal(30, 2, 4);
        for (int n = 0; n < 30; n++) {
            rows[n][0] += 20 * (n % 3);
            rows[n][1] += n % 3 == 1 ? 15 : 0;
        }
        FunctionalClusters clusters = FunctionalClusters.of(rows, Normalisation.STANDARDISED, 2, 6, 10, 1, NONE);
        assertThat(clusters.k()).isEqualTo(3);
        assertThat(clusters.partition().sizes()).containsExactly(10, 10, 10);
        assertThat(clusters.silhouette()).isGreaterThan(clusters.silhouette(2)).isGreaterThan(clusters.silhouette(4));
        assertThat(clusters.toString())
                .startsWith("30 neurons in 3 clusters, inertia ")
                .endsWith("k-means++ on features (STANDARDISED), k by silhouette from 2 to 6, 10 restarts, seed 1");
        assertThat(FunctionalClusters.of(rows, Normalisation.STANDARDISED, 2, 6, 10, 1, NONE))
                .hasToString(clusters.toString());
        assertThatThrownBy(() -> clusters.silhouette(7)).hasMessage("k = 7, must be between 2 and 6");
    }

    @Test
    void normalisations() {
        double[][] rows = {{1, 2, 4}, {10, 20, 40}, {5, 5, 1}};
        double[][] standard = Normalisation.STANDARDISED.apply(new double[][] {{1, 7}, {3, 7}});
        assertThat(standard[0]).containsExactly(-1, 0);
        double[][] unit = Normalisation.CORRELATION.apply(rows);
        assertThat(Features.distance(unit[0], unit[1])).isCloseTo(0, within(1e-15));
        assertThat(FunctionalClusters.of(rows, Normalisation.CORRELATION, 2, 2, 5, 1, NONE)
                        .partition())
                .isEqualTo(Partition.of(0, 0, 1));
        assertThat(rows[0]).containsExactly(1, 2, 4);
        assertThatThrownBy(() -> Normalisation.CORRELATION.apply(new double[][] {{1, 2}, {3, 3}}))
                .hasMessage("all features of neuron 1 are the same, which has no correlation; leave it out or pass"
                        + " STANDARDISED");
    }

    @Test
    void degenerateInput() {
        FunctionalClusters one = FunctionalClusters.inSpace(Positions.origin(4, 2), 1, 1, 2, 1, NONE);
        assertThat(one.silhouette()).isNaN();
        assertThat(one.inertia()).isZero();
        FunctionalClusters alone = FunctionalClusters.inSpace(Tables.line(3), 3, 3, 2, 1, NONE);
        assertThat(alone.silhouette()).isZero();
        FunctionalClusters doubled = FunctionalClusters.inSpace(Positions.of(1, 1, 1, 1, 1, 1, 2, 3), 3, 3, 5, 1, NONE);
        assertThat(doubled.inertia()).isZero();
        assertThatThrownBy(() -> FunctionalClusters.inSpace(Positions.of(1, 1, 1, 2), 2, 3, 2, 1, NONE))
                .hasMessage("k = 3, must be between 1 and 2, the number of neurons that differ in what they are"
                        + " clustered by");
        assertThatThrownBy(() -> FunctionalClusters.inSpace(Tables.line(3), 1, 2, 2, 1, NONE))
                .hasMessageContaining("k from 1 to 2, must rise from at least 2");
        assertThatThrownBy(() -> FunctionalClusters.inSpace(Tables.line(3), 2, 2, 0, 1, NONE))
                .hasMessage("restarts = 0, must be at least 1");
    }

    @Test
    void agreementAgainstChance() {
        int[] label = new int[24];
        for (int n = 0; n < 24; n++) {
            label[n] = n / 6;
        }
        ClusterAgreement same = ClusterAgreement.of(Partition.of(label), Partition.of(label), 99, 5, NONE);
        assertThat(same.adjustedRand().observed()).isEqualTo(1);
        assertThat(same.adjustedRand().pGreater()).isEqualTo(0.01);
        assertThat(same.normalisedMutualInformation().pGreater()).isEqualTo(0.01);
        assertThat(same).isEqualTo(ClusterAgreement.of(Partition.of(label), Partition.of(label), 99, 5, NONE));
        ClusterAgreement many = ClusterAgreement.of(Partition.of(label), Partition.of(label), 4000, 6, NONE);
        // By definition the mean over all orders is 0; 5 standard errors.
        double error = many.adjustedRand().test().sd() / Math.sqrt(4000);
        assertThat(many.adjustedRand().test().mean()).isCloseTo(0, within(5 * error));
        assertThat(many.normalisedMutualInformation().test().mean()).isGreaterThan(0.05);
        ClusterAgreement whole = ClusterAgreement.of(Partition.whole(24), Partition.of(label), 9, 5, NONE);
        assertThat(whole.adjustedRand().test().p()).isEqualTo(1);
    }
}
