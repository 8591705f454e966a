package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;

/** The same points, dealt to the nodes anew: what is left of a spatial figure is due to the points alone. */
public final class PositionShuffle {

    private PositionShuffle() {}

    /** Returns the points in another order, all orders being equally likely. */
    public static Positions draw(Positions positions, SeededRandom random) {
        int size = positions.size();
        int dimensions = positions.dimensions();
        int[] order = new int[size];
        for (int n = 0; n < size; n++) {
            order[n] = n;
        }
        random.shuffle(order);
        double[] dealt = new double[size * dimensions];
        for (int n = 0; n < size; n++) {
            for (int axis = 0; axis < dimensions; axis++) {
                dealt[n * dimensions + axis] = positions.coordinate(order[n], axis);
            }
        }
        return Positions.of(dimensions, dealt);
    }

    /** Returns one of many orders of a seed, each with random numbers of its own. */
    public static Positions draw(Positions positions, long seed, int number) {
        return draw(positions, new SeededRandom(seed, number));
    }
}
