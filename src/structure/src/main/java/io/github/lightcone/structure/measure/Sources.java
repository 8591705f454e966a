package io.github.lightcone.structure.measure;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;

/**
 * The nodes from which paths are measured: all of them, or, beyond a size, some drawn at random without replacement.
 *
 * @param exactUpTo largest number of nodes for which all are taken, at least 0
 * @param sample how many are drawn of a larger graph, at least 2
 * @param seed of the draw
 */
public record Sources(int exactUpTo, int sample, long seed) {

    /** Throws unless the numbers are allowed. */
    public Sources {
        if (exactUpTo < 0 || sample < 2) {
            throw new IllegalArgumentException(
                    "exactUpTo = " + exactUpTo + ", sample = " + sample + ", must be at least 0 and at least 2");
        }
    }

    /** Takes all nodes, however many. */
    public static Sources all() {
        return new Sources(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
    }

    /** Returns the nodes in ascending order. */
    int[] choose(int nodes) {
        int[] order = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            order[n] = n;
        }
        if (nodes <= exactUpTo || nodes <= sample) {
            return order;
        }
        new SeededRandom(seed).shuffle(order);
        int[] drawn = Arrays.copyOf(order, sample);
        Arrays.sort(drawn);
        return drawn;
    }
}
