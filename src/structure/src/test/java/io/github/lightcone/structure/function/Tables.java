package io.github.lightcone.structure.function;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;

/** Tables of features for tests. */
final class Tables {

    private Tables() {}

    static double[][] normal(int rows, int columns, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int f = 0; f < columns; f++) {
                row[f] = random.nextGaussian();
            }
        }
        return table;
    }

    static Positions square(int size, long seed) {
        return Positions.uniform(size, 2, 0, 1, new SeededRandom(seed));
    }

    /** Points on a line, 1 mm apart. */
    static Positions line(int size) {
        double[] place = new double[size];
        for (int n = 0; n < size; n++) {
            place[n] = n;
        }
        return Positions.of(1, place);
    }
}
