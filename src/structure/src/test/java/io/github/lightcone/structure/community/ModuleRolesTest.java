package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleRolesTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    static List<ReferenceFigures.Case> cases() throws IOException {
        return ReferenceFigures.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheBrainConnectivityToolbox(ReferenceFigures.Case reference) {
        int figures = 0;
        for (String[] words : reference.figures()) {
            if (!words[0].equals("participation") && !words[0].equals("z")) {
                continue;
            }
            ModuleRoles roles = ModuleRoles.of(reference.graph(), reference.first(), Links.valueOf(words[1]));
            double[] expected = ReferenceFigures.numbers(words, 2);
            double[] found = words[0].equals("z") ? roles.withinModuleZs() : roles.participations();
            for (int n = 0; n < expected.length; n++) {
                assertThat(found[n]).as(words[0] + " of node " + n).isCloseTo(expected[n], ROUNDING);
            }
            figures++;
        }
        assertThat(figures).isEqualTo(6);
    }

    @Test
    void linksOfAHandfulOfNodes() {
        // 0 -> 1 (weight 3, own module), 0 -> 2 (1), 0 -> 3 (2), loop at 3, 2 -> 3
        Graph graph =
                Graph.directed(5, new int[] {0, 0, 0, 3, 2}, new int[] {1, 2, 3, 3, 3}, new double[] {3, 1, 2, 4, 2});
        Partition partition = Partition.of(0, 0, 1, 1, 1);
        ModuleRoles out = ModuleRoles.of(graph, partition, Links.OUT);
        assertThat(out.participation(0)).isEqualTo(0.5);
        assertThat(out.participation(1)).isZero();
        assertThat(out.participation(3)).isZero();
        assertThat(out.withinModuleZ(0)).isEqualTo(1);
        assertThat(out.withinModuleZ(1)).isEqualTo(-1);
        assertThat(out.withinModuleZ(3)).isCloseTo((4 - 2) / Math.sqrt(8 / 3.0), ROUNDING);
        ModuleRoles in = ModuleRoles.of(graph, partition, Links.IN);
        assertThat(in.participation(3)).isCloseTo(1 - (4 / 64.0 + 36 / 64.0), ROUNDING);
        ModuleRoles both = ModuleRoles.of(graph, partition, Links.BOTH);
        assertThat(both.participation(2)).isCloseTo(1 - (1 / 9.0 + 4 / 9.0), ROUNDING);
        assertThat(both.withinModuleZ(4)).isNegative();
    }

    @Test
    void equalNodesHaveNoZ() {
        Graph ring = RandomGraphs.ringOfCliques(1, 7).withoutSelfLoops().withWeights(w -> 0.1);
        assertThat(ModuleRoles.of(ring, Partition.of(0, 0, 0, 1, 1, 1, 1), Links.BOTH)
                        .withinModuleZs())
                .contains(0);
        Graph empty = Graph.undirected(2, new int[0], new int[0], new double[0]);
        ModuleRoles roles = ModuleRoles.of(empty, Partition.singletons(2), Links.BOTH);
        assertThat(roles.withinModuleZs()).containsOnly(0);
        assertThat(roles.participations()).containsOnly(0);
    }

    @Test
    void whatItCannotTakeIsSaid() {
        Graph negative = Graph.directed(2, new int[] {0}, new int[] {1}, new double[] {-1});
        assertThatThrownBy(() -> ModuleRoles.of(negative, Partition.whole(2), Links.OUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the graph has negative weights; pass graph.absolute()");
        assertThatThrownBy(() -> ModuleRoles.of(negative, Partition.whole(1), Links.OUT))
                .hasMessageContaining("partition of 1 nodes");
    }
}
