package io.github.lightcone.structure.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Degrees;
import io.github.lightcone.structure.measure.Direction;
import io.github.lightcone.structure.measure.TestGraphs;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairSetTest {

    /** Few nodes, many nodes with many edges, many nodes with few edges: bits, bits, hash table. */
    @ParameterizedTest
    @CsvSource({"5, 10", "5000, 30000", "100000, 10"})
    void itIsASetOfPairs(int nodes, int edges) {
        PairSet pairs = new PairSet(nodes, edges);
        Set<Long> expected = new HashSet<>();
        Random random = new Random(nodes);
        long all = (long) nodes * nodes;
        long[] keys = random.longs(20, 0, all).toArray();
        keys[0] = all - 1;
        keys[1] = 0;
        for (int k = 0; k < 500; k++) {
            long key = keys[random.nextInt(keys.length)];
            if (random.nextBoolean()) {
                assertThat(pairs.add(key)).isEqualTo(expected.add(key));
            } else {
                pairs.remove(key);
                expected.remove(key);
            }
            for (long each : keys) {
                assertThat(pairs.contains(each)).isEqualTo(expected.contains(each));
            }
        }
    }

    @Test
    void largeSparseGraphsKeepTheirDegrees() {
        Graph ring = TestGraphs.ringLattice(6000, 2);
        for (NullModel model : new NullModel[] {new DegreePreservingRewiring(), new Latticisation(10)}) {
            Graph drawn = model.draw(ring, 3, 0);
            assertThat(Degrees.of(drawn, Direction.TOTAL)).containsOnly(2);
            assertThat(drawn.targets()).isNotEqualTo(ring.targets());
        }
        assertThat(new ErdosRenyi().draw(ring, 3, 0).edgeCount()).isEqualTo(6000);
    }
}
