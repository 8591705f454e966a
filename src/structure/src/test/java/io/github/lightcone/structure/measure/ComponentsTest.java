package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.structure.graph.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void nodesShareAComponentIfTheyReachEachOther() {
        for (Graph graph : TestGraphs.many(true, true, true, 51)) {
            check(Components.strong(graph), TestGraphs.distances(TestGraphs.lengths(graph, false)));
            check(Components.weak(graph), TestGraphs.distances(TestGraphs.lengths(graph.undirected(), false)));
        }
        for (Graph graph : TestGraphs.many(false, true, true, 52)) {
            check(Components.strong(graph), TestGraphs.distances(TestGraphs.lengths(graph, false)));
        }
    }

    private static void check(Components components, double[][] distance) {
        int[] ofNodes = components.ofNodes();
        int[] sizes = new int[components.count()];
        int highest = -1;
        for (int n = 0; n < ofNodes.length; n++) {
            assertThat(ofNodes[n]).isLessThanOrEqualTo(highest + 1);
            highest = Math.max(highest, ofNodes[n]);
            sizes[ofNodes[n]]++;
            for (int m = 0; m < ofNodes.length; m++) {
                boolean eachOther = distance[n][m] + distance[m][n] < Double.POSITIVE_INFINITY;
                assertThat(ofNodes[n] == ofNodes[m]).isEqualTo(eachOther);
            }
        }
        assertThat(components.sizes()).containsExactly(sizes);
    }

    @Test
    void longPathsNeedNoDeepStack() {
        int nodes = 200_000;
        int[] from = new int[nodes];
        int[] to = new int[nodes];
        double[] weight = new double[nodes];
        for (int n = 0; n < nodes; n++) {
            from[n] = n;
            to[n] = (n + 1) % nodes;
        }
        assertThat(Components.strong(Graph.directed(nodes, from, to, weight)).count())
                .isEqualTo(1);
        to[nodes - 1] = nodes - 1;
        Components line = Components.strong(Graph.directed(nodes, from, to, weight));
        assertThat(line.count()).isEqualTo(nodes);
        assertThat(line.largest()).isEqualTo(1);
    }

    @Test
    void emptyGraphsHaveNone() {
        Graph none = TestGraphs.of(true, 0, List.of(), 1);
        assertThat(Components.strong(none).count()).isZero();
        assertThat(Components.weak(none)).hasToString("0 weak components, the largest of 0 of 0 nodes");
    }
}
