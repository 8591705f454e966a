package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import org.junit.jupiter.api.Test;

/** Figures of three graphs that everyone measures, and of lattices whose figures are closed forms. */
class KnownGraphsTest {

    @Test
    void karate() {
        Graph graph = TestGraphs.karate();
        assertThat(graph.edgeCount()).isEqualTo(78);
        check(graph, 0.570638, 0.255682, 2.408200, 5, 0.492008, 0.645127);
        assertThat(Components.weak(graph).count()).isEqualTo(1);
        assertThat(Assortativity.degree(graph, Direction.OUT, Direction.IN).value())
                .isCloseTo(-0.475613, within(5e-7));
    }

    @Test
    void lesMiserables() {
        Graph graph = TestGraphs.lesMiserables();
        assertThat(graph.edgeCount()).isEqualTo(254);
        check(graph, 0.573137, 0.498932, 2.641148, 5, 0.435287, 0.620918);
    }

    @Test
    void celegans() {
        Graph graph = TestGraphs.celegans();
        assertThat(graph.edgeCount()).isEqualTo(2287);
        check(graph, 0.337134, 0.213481, 2.435626, 5, 0.449822, 0.576866);
    }

    /** The published figures have six digits: half a unit of the last. */
    private static void check(
            Graph graph,
            double clustering,
            double transitivity,
            double characteristic,
            double diameter,
            double globalEfficiency,
            double localEfficiency) {
        assertThat(Clustering.wattsStrogatz(graph).mean()).isCloseTo(clustering, within(5.1e-7));
        assertThat(Transitivity.binary(graph).value()).isCloseTo(transitivity, within(5.1e-7));
        PathLengths paths = PathLengths.of(graph, ArcLengths.hops(), Sources.all(), Progress.none());
        assertThat(paths.characteristic().value()).isCloseTo(characteristic, within(5.1e-7));
        assertThat(paths.diameter()).isEqualTo(diameter);
        assertThat(paths.globalEfficiency().value()).isCloseTo(globalEfficiency, within(5.1e-7));
        LocalEfficiency local = LocalEfficiency.of(graph, ArcLengths.hops(), Sources.all(), Progress.none());
        assertThat(local.efficiency().value()).isCloseTo(localEfficiency, within(5.1e-7));
    }

    @Test
    void ringLattices() {
        for (int k = 4; k <= 12; k += 2) {
            Graph lattice = TestGraphs.ringLattice(100, k);
            double closed = 3.0 * (k - 2) / (4 * (k - 1));
            assertThat(Clustering.wattsStrogatz(lattice).mean()).isCloseTo(closed, within(1e-14));
            assertThat(Transitivity.binary(lattice).value()).isCloseTo(closed, within(1e-14));
        }
        PathLengths paths =
                PathLengths.of(TestGraphs.ringLattice(100, 4), ArcLengths.hops(), Sources.all(), Progress.none());
        assertThat(paths.characteristic().value()).isCloseTo(1275.0 / 99, within(1e-13));
        assertThat(paths.diameter()).isEqualTo(25);
    }
}
