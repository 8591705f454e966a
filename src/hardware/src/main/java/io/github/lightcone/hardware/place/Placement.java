package io.github.lightcone.hardware.place;

import java.util.Arrays;

/**
 * Which tile each neuron is on.
 *
 * @param columns of the grid of tiles
 * @param rows of the grid
 * @param tile of each neuron: row * columns + column
 */
public record Placement(int columns, int rows, int[] tile) {

    /** Returns the column of a neuron's tile. */
    public int column(int neuron) {
        return tile[neuron] % columns;
    }

    /** Returns the row of a neuron's tile. */
    public int row(int neuron) {
        return tile[neuron] / columns;
    }

    /** Returns the number of tiles with neurons. */
    public int used() {
        return (int) Arrays.stream(tile).distinct().count();
    }

    /** Returns the number of steps between the tiles of two neurons. */
    public int distance(int neuron, int other) {
        return Math.abs(column(neuron) - column(other)) + Math.abs(row(neuron) - row(other));
    }
}
