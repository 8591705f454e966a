package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;

/** One run of community detection on a graph that is given; safe for use by several threads. */
interface Detector {

    /** Rounds of moving and aggregating after which a run ends even if nodes still move. */
    int MOST_ITERATIONS = 1000;

    /** Returns the community of each node, any numbers. */
    int[] detect(SeededRandom random);
}
