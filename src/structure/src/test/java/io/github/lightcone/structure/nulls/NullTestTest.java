package io.github.lightcone.structure.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Clustering;
import io.github.lightcone.structure.measure.TestGraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NullTestTest {

    @Test
    void figuresByHand() {
        NullTest test = NullTest.of(5, 1, 2, 3, 4);
        assertThat(test.mean()).isEqualTo(2.5);
        assertThat(test.sd()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(test.z()).isCloseTo(2.5 / Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(test.p()).isEqualTo(1.0 / 5);
        assertThat(test.low()).isCloseTo(1.075, within(1e-15));
        assertThat(test.median()).isEqualTo(2.5);
        assertThat(test.high()).isCloseTo(3.925, within(1e-15));
        assertThat(NullTest.of(4, 1, 2, 3, 4).p()).isEqualTo(3.0 / 5);
        assertThat(NullTest.of(2.4, 1, 2, 3, 4).p()).isEqualTo(1);
        assertThat(test)
                .hasToString("5.00000 against 2.50000 +- 1.29 in 4 nulls [1.07500, 3.92500]: z = 1.94, p = 0.200");
    }

    @Test
    void roundingIsNoDifference() {
        NullTest test = NullTest.of(0.1 + 0.2, 0.3, 0.3, 0.3);
        assertThat(test.z()).isZero();
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void undefinedDrawsAreLeftOutAndCounted() {
        NullTest test = NullTest.of(1, Double.NaN, 2, 4, Double.NaN);
        assertThat(test.draws()).isEqualTo(2);
        assertThat(test.undefined()).isEqualTo(2);
        assertThat(test.mean()).isEqualTo(3);
        assertThat(test.p()).isEqualTo(1.0 / 3);
        NullTest nothing = NullTest.of(1, Double.NaN);
        assertThat(nothing.mean()).isNaN();
        assertThat(nothing.p()).isNaN();
        assertThat(NullTest.of(Double.NaN, 1, 2).p()).isNaN();
        assertThat(NullTest.of(2, 1, 1).z()).isInfinite();
    }

    @Test
    void aRingLatticeIsClusteredBeyondChanceAndARewiredOneIsNot() {
        Graph ring = TestGraphs.ringLattice(60, 6);
        List<Double> told = new ArrayList<>();
        NullModel model = new DegreePreservingRewiring();
        NullTest test =
                NullTest.of(ring, graph -> Clustering.wattsStrogatz(graph).mean(), model, 19, 2, told::add);
        assertThat(test.observed()).isCloseTo(0.6, within(1e-14));
        assertThat(test.p()).isEqualTo(0.05);
        assertThat(test.z()).isGreaterThan(10);
        assertThat(told).hasSize(19).isSorted().endsWith(1.0);
    }

    /** Under its own null model, p is uniform: of 200 tests, about a fifth are below 0.2 (binomial, 4 sd). */
    @Test
    void pIsUniformUnderTheNullModel() {
        Graph seedGraph = TestGraphs.random(false, 14, 0.35, false, false, new Random(5));
        int below = 0;
        for (int trial = 0; trial < 200; trial++) {
            Graph drawn = new DegreePreservingRewiring(20).draw(seedGraph, 1000, trial);
            NullTest test = NullTest.of(
                    drawn,
                    graph -> Clustering.onnela(graph).mean(),
                    new DegreePreservingRewiring(20),
                    19,
                    trial,
                    Progress.none());
            below += test.p() < 0.201 ? 1 : 0;
        }
        assertThat(below).isBetween(40 - 23, 40 + 23);
    }

    @Test
    void thereMustBeDraws() {
        Graph ring = TestGraphs.ringLattice(6, 2);
        assertThatThrownBy(() -> NullTest.of(ring, graph -> 1, new WeightShuffle(), 0, 1, Progress.none()))
                .hasMessage("draws = 0, must be at least 1");
    }
}
