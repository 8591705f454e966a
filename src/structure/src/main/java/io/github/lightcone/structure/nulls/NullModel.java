package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;

/** A distribution of graphs that share some properties of a given one and are random otherwise. */
@FunctionalInterface
public interface NullModel {

    /** Returns a graph drawn with the numbers of a generator. */
    Graph draw(Graph graph, SeededRandom random);

    /**
     * Returns one of many graphs of a seed, each with random numbers of its own.
     *
     * @param seed any number
     * @param number which of them
     */
    default Graph draw(Graph graph, long seed, int number) {
        return draw(graph, new SeededRandom(seed, number));
    }
}
