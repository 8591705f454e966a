package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.ErdosRenyi;
import io.github.lightcone.structure.nulls.NullModel;
import io.github.lightcone.structure.nulls.RingLattice;
import io.github.lightcone.structure.nulls.WeightShuffle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallWorldTest {

    private static final int NODES = 200;

    /** Watts and Strogatz: every edge of a ring lattice gets a new end with a probability. */
    private static Graph wattsStrogatz(double rewired) {
        Random random = new Random(17);
        boolean[][] connected = new boolean[NODES][NODES];
        List<int[]> edges = new ArrayList<>();
        for (int step = 1; step <= 4; step++) {
            for (int n = 0; n < NODES; n++) {
                edges.add(new int[] {n, (n + step) % NODES, 1});
                connected[n][(n + step) % NODES] = true;
                connected[(n + step) % NODES][n] = true;
            }
        }
        for (int[] edge : edges) {
            int end = random.nextInt(NODES);
            if (random.nextDouble() < rewired && end != edge[0] && !connected[edge[0]][end]) {
                connected[edge[0]][edge[1]] = false;
                connected[edge[1]][edge[0]] = false;
                edge[1] = end;
                connected[edge[0]][end] = true;
                connected[end][edge[0]] = true;
            }
        }
        return TestGraphs.of(false, NODES, edges, 1);
    }

    private static SmallWorld measure(double rewired) {
        SmallWorldNulls nulls = SmallWorldNulls.degreePreserving(8, 3);
        return SmallWorld.binary(wattsStrogatz(rewired), nulls, Sources.all(), Progress.none());
    }

    @Test
    void latticesSmallWorldsAndRandomGraphsAreToldApart() {
        SmallWorld lattice = measure(0);
        SmallWorld small = measure(0.1);
        SmallWorld random = measure(1);
        assertThat(lattice.omega().value()).isLessThan(-0.5);
        assertThat(small.omega().value()).isBetween(-0.35, 0.35);
        assertThat(random.omega().value()).isGreaterThan(0.7);
        assertThat(small.sigma().value()).isGreaterThan(5);
        assertThat(random.sigma().value()).isBetween(0.8, 1.6);
        assertThat(small.propensity().value()).isGreaterThan(0.7);
        assertThat(lattice.propensity().value()).isLessThan(0.4);
        assertThat(random.propensity().value()).isLessThan(0.45);
        for (SmallWorld world : List.of(lattice, small, random)) {
            for (Band band : List.of(world.sigma(), world.omega(), world.propensity())) {
                assertThat(band.low()).isLessThanOrEqualTo(band.high());
            }
            assertThat(world.sigma().value())
                    .isBetween(world.sigma().low() * 0.99, world.sigma().high() * 1.01);
        }
    }

    /** Of a ring lattice, the lattice of the same density is itself: omega and propensity have closed forms. */
    @Test
    void aLatticeIsItsOwnLattice() {
        Graph lattice = TestGraphs.ringLattice(100, 6);
        SmallWorldNulls nulls = SmallWorldNulls.densityPreserving(10, 1);
        SmallWorld world = SmallWorld.binary(lattice, nulls, Sources.all(), Progress.none());
        assertThat(world.clusteringInLattice().mean()).isCloseTo(0.6, within(1e-12));
        assertThat(world.pathLengthInLattice().sd()).isCloseTo(0, within(1e-12));
        assertThat(world.pathLength().observed())
                .isEqualTo(world.pathLengthInLattice().mean());
        assertThat(world.propensity().value()).isCloseTo(1 - Math.sqrt(0.5), within(1e-9));
        assertThat(world.omega().value())
                .isCloseTo(world.pathLength().mean() / world.pathLength().observed() - 1, within(1e-12));
        assertThat(world.sigma().value())
                .isCloseTo(
                        0.6
                                / world.clustering().mean()
                                / (world.pathLength().observed()
                                        / world.pathLength().mean()),
                        within(1e-12));
    }

    @Test
    void figuresAreThoseOfTheDraws() {
        Graph graph = TestGraphs.random(true, 50, 0.1, false, true, new Random(12));
        NullModel random = new ErdosRenyi();
        NullModel lattice = new RingLattice();
        SmallWorldNulls nulls = new SmallWorldNulls(random, lattice, 4, 77);
        SmallWorld world = SmallWorld.weighted(graph, nulls, Sources.all(), Progress.none());
        double meanC = 0;
        double meanL = 0;
        for (int k = 0; k < 4; k++) {
            meanC += Clustering.fagioloWeighted(random.draw(graph, 77, k)).mean() / 4;
            Graph drawn = lattice.draw(graph, 77, 4 + k);
            meanL += PathLengths.of(drawn, ArcLengths.inverseWeights(drawn), Sources.all(), Progress.none())
                            .characteristic()
                            .value()
                    / 4;
        }
        assertThat(world.clustering().mean()).isCloseTo(meanC, within(1e-13));
        assertThat(world.pathLengthInLattice().mean()).isCloseTo(meanL, within(1e-11));
        assertThat(world.clustering().observed())
                .isEqualTo(Clustering.fagioloWeighted(graph).mean());
        assertThat(SmallWorld.weighted(graph, nulls, Sources.all(), Progress.none()))
                .isEqualTo(world);
        assertThat(world.toString()).contains("directed, |w| / max |w| and 1 / |w|; random graph", "seed 77");
    }

    @Test
    void weightsThatDoNotMatterChangeNothing() {
        Graph graph = wattsStrogatz(0.2);
        SmallWorldNulls nulls = SmallWorldNulls.degreePreserving(3, 5);
        SmallWorld binary = SmallWorld.binary(graph, nulls, Sources.all(), Progress.none());
        SmallWorld weighted = SmallWorld.weighted(graph.withWeights(w -> 2), nulls, Sources.all(), Progress.none());
        assertThat(weighted.sigma().value()).isCloseTo(binary.sigma().value(), within(1e-9));
        assertThat(weighted.omega().value()).isCloseTo(binary.omega().value(), within(1e-9));
        assertThat(weighted.propensity().value()).isCloseTo(binary.propensity().value(), within(1e-9));
    }

    @Test
    void whatIsNotDefinedIsRefused() {
        assertThatThrownBy(() -> new SmallWorldNulls(new WeightShuffle(), new WeightShuffle(), 0, 0))
                .hasMessage("draws = 0, must be at least 1");
        Graph loop = Graph.undirected(1, new int[] {0}, new int[] {0}, new double[] {1});
        SmallWorldNulls nulls = SmallWorldNulls.degreePreserving(1, 0);
        assertThatThrownBy(() -> SmallWorld.binary(loop, nulls, Sources.all(), Progress.none()))
                .hasMessageContaining("pass graph.withoutSelfLoops()");
    }
}
