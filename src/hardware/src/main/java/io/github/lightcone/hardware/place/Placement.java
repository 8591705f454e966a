package io.github.lightcone.hardware.place;

import java.util.Arrays;

/** Which tile of a grid each neuron is on. */
public final class Placement {

    private final int columns;
    private final int rows;
    private final int[] tile;

    Placement(int columns, int rows, int[] tile) {
        this.columns = columns;
        this.rows = rows;
        this.tile = tile;
    }

    /** Returns the number of columns of the grid. */
    public int columns() {
        return columns;
    }

    /** Returns the number of rows of the grid. */
    public int rows() {
        return rows;
    }

    /** Returns the tile of each neuron, row * columns + column; not a copy. */
    public int[] tile() {
        return tile;
    }

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
