package io.github.lightcone.structure.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void rowsAreSortedAndParallelArcsAdded() {
        Graph graph =
                Graph.directed(3, new int[] {2, 0, 0, 0, 1}, new int[] {0, 2, 1, 2, 1}, new double[] {5, 1, 2, 3, 7});
        assertThat(graph.edgeCount()).isEqualTo(4);
        assertThat(graph.selfLoopCount()).isEqualTo(1);
        assertThat(graph.sources()).containsExactly(0, 0, 1, 2);
        assertThat(graph.targets()).containsExactly(1, 2, 1, 0);
        assertThat(graph.weights()).containsExactly(2, 4, 7, 5);
        assertThat(graph.weightBetween(0, 2)).isEqualTo(4);
        assertThat(graph.weightBetween(1, 0)).isZero();
    }

    @Test
    void anUndirectedEdgeStandsInBothRowsAndALoopOnce() {
        Graph graph = Graph.undirected(3, new int[] {0, 2, 1}, new int[] {1, 2, 0}, new double[] {1, 5, 2});
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.slotCount()).isEqualTo(3);
        assertThat(graph.weightBetween(0, 1)).isEqualTo(3);
        assertThat(graph.weightBetween(1, 0)).isEqualTo(3);
        assertThat(graph.weightBetween(2, 2)).isEqualTo(5);
        assertThat(graph.reversed()).isSameAs(graph);
    }

    @Test
    void derivedGraphsHoldTheMatrixTheyShould() {
        Random random = new Random(7);
        int nodes = 12;
        double[][] matrix = new double[nodes][nodes];
        int[] from = new int[60];
        int[] to = new int[60];
        double[] weight = new double[60];
        for (int k = 0; k < 60; k++) {
            from[k] = random.nextInt(nodes);
            to[k] = random.nextInt(nodes);
            weight[k] = random.nextInt(9) - 4;
            matrix[from[k]][to[k]] += weight[k];
        }
        Graph graph = Graph.directed(nodes, from, to, weight);
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                assertThat(graph.weightBetween(n, m)).isEqualTo(matrix[n][m]);
                assertThat(graph.reversed().weightBetween(m, n)).isEqualTo(matrix[n][m]);
                assertThat(graph.absolute().weightBetween(n, m)).isEqualTo(Math.abs(matrix[n][m]));
                assertThat(graph.undirected().weightBetween(n, m))
                        .isEqualTo(n == m ? matrix[n][n] : matrix[n][m] + matrix[m][n]);
                assertThat(graph.withoutSelfLoops().weightBetween(n, m)).isEqualTo(n == m ? 0 : matrix[n][m]);
                assertThat(graph.withoutZeroWeights().slot(n, m) >= 0).isEqualTo(matrix[n][m] != 0);
                assertThat(graph.binary().weightBetween(n, m)).isEqualTo(graph.slot(n, m) >= 0 ? 1 : 0);
            }
        }
    }

    @Test
    void aSubgraphHasTheArcsAmongItsNodesInTheirNewOrder() {
        Graph graph =
                Graph.directed(4, new int[] {0, 1, 3, 3, 2}, new int[] {1, 3, 0, 3, 3}, new double[] {1, 2, 3, 4, 5});
        Graph part = graph.subgraph(3, 0, 1);
        assertThat(part.nodeCount()).isEqualTo(3);
        assertThat(part.edgeCount()).isEqualTo(4);
        assertThat(part.weightBetween(0, 0)).isEqualTo(4);
        assertThat(part.weightBetween(0, 1)).isEqualTo(3);
        assertThat(part.weightBetween(1, 2)).isEqualTo(1);
        assertThat(part.weightBetween(2, 0)).isEqualTo(2);
        assertThat(graph.undirected().subgraph(2, 3).edgeCount()).isEqualTo(2);
        assertThat(graph.subgraph().nodeCount()).isZero();
        assertThatThrownBy(() -> graph.subgraph(1, 1)).hasMessageContaining("node 1 of a subgraph");
        assertThatThrownBy(() -> graph.subgraph(4)).hasMessageContaining("must be between 0 and 3");
    }

    @Test
    void weakArcsCanBeLeftOut() {
        Graph graph = Graph.undirected(3, new int[] {0, 1, 0}, new int[] {1, 2, 2}, new double[] {1, -2, 3});
        Graph strong = graph.withWeightsThat(w -> Math.abs(w) >= 2);
        assertThat(strong.edgeCount()).isEqualTo(2);
        assertThat(strong.weightBetween(0, 1)).isZero();
        assertThat(strong.weightBetween(2, 1)).isEqualTo(-2);
    }

    @Test
    void badEdgesAreNamed() {
        assertThatThrownBy(() -> Graph.directed(2, new int[] {0}, new int[] {2}, new double[] {1}))
                .hasMessage("edge 0 from 0 to 2, nodes must be between 0 and 1");
        assertThatThrownBy(() -> Graph.undirected(2, new int[] {0}, new int[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("weight of edge 0 from 0 to 1 = NaN");
        assertThatThrownBy(() -> Graph.directed(2, new int[] {0}, new int[0], new double[0]))
                .hasMessageContaining("1 sources, 0 targets");
    }
}
