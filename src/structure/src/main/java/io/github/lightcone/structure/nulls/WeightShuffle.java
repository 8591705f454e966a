package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;

/** The same edges, with their weights dealt anew, all ways being equally likely. */
public record WeightShuffle() implements NullModel {

    @Override
    public Graph draw(Graph graph, SeededRandom random) {
        EdgeList edges = new EdgeList(graph);
        shuffle(edges.weight, random);
        return edges.toGraph();
    }

    /** Shuffles numbers (Fisher and Yates). Modified. */
    static void shuffle(double[] values, SeededRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    @Override
    public String toString() {
        return "weight shuffle";
    }
}
