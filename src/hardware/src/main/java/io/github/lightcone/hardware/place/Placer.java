package io.github.lightcone.hardware.place;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Arrays;
import java.util.Comparator;

/** Places neurons on tiles by recursive bisection of their positions. */
public final class Placer {

    private final double[] position;
    private final int dimensions;
    private final int[] axis;
    private final int capacity;
    private final int columns;
    private final int[] tile;

    private Placer(Network network, int capacity, int columns) {
        position = network.parameters().position();
        dimensions = network.dimensions();
        axis = widest(position, dimensions);
        this.capacity = capacity;
        this.columns = columns;
        tile = new int[network.neuronCount()];
    }

    /**
     * Places all neurons, sources included, on as few tiles as hold them. Neurons at one place keep their order.
     * O(n log^2 n).
     *
     * @param most neurons of a tile, at least 1
     */
    public static Placement place(Network network, int most) {
        ParameterCheck.require(most >= 1, "capacity", most, "at least 1");
        int neurons = network.neuronCount();
        int capacity = Math.min(most, neurons);
        int tiles = (neurons + capacity - 1) / capacity;
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        int rows = (tiles + columns - 1) / columns;
        Placer placer = new Placer(network, capacity, columns);
        Integer[] all = new Integer[neurons];
        Arrays.setAll(all, n -> n);
        placer.split(all, 0, 0, columns, rows);
        return new Placement(columns, rows, placer.tile);
    }

    /** Returns the two axes of greatest variance; the same one twice in one dimension. */
    private static int[] widest(double[] position, int dimensions) {
        Integer[] axes = new Integer[dimensions];
        Arrays.setAll(axes, a -> a);
        double[] variance = new double[dimensions];
        int points = position.length / dimensions;
        for (int a = 0; a < dimensions; a++) {
            double sum = 0;
            for (int p = 0; p < points; p++) {
                sum += position[p * dimensions + a];
            }
            for (int p = 0; p < points; p++) {
                double difference = position[p * dimensions + a] - sum / points;
                variance[a] += difference * difference;
            }
        }
        Arrays.sort(axes, Comparator.comparingDouble(a -> -variance[a]));
        return new int[] {axes[0], axes[Math.min(1, dimensions - 1)]};
    }

    private void split(Integer[] neurons, int column, int row, int width, int height) {
        if (width * height == 1) {
            for (int n : neurons) {
                tile[n] = row * columns + column;
            }
            return;
        }
        boolean across = width >= height;
        int along = across ? axis[0] : axis[1];
        Arrays.sort(neurons, Comparator.comparingDouble(n -> position[n * dimensions + along]));
        int side = across ? width : height;
        int first = side / 2;
        int other = across ? height : width;
        int room = first * other * capacity;
        int roomBeyond = (side - first) * other * capacity;
        int share = (int) Math.round((double) neurons.length * first / side);
        share = Math.min(room, Math.max(neurons.length - roomBeyond, share));
        Integer[] here = Arrays.copyOfRange(neurons, 0, share);
        Integer[] beyond = Arrays.copyOfRange(neurons, share, neurons.length);
        if (across) {
            split(here, column, row, first, height);
            split(beyond, column + first, row, width - first, height);
        } else {
            split(here, column, row, width, first);
            split(beyond, column, row + first, width, height - first);
        }
    }
}
