package io.github.lightcone.report.run;

import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where neurons were in the course of training.
 *
 * @param epochs epochs, ascending; 0 is before the first
 * @param positions for each, D coordinates per neuron, mm
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PositionFrames(int[] epochs, double[][] positions) {

    static PositionFrames none() {
        return new PositionFrames(new int[0], new double[0][]);
    }

    static PositionFrames read(Path file, Network network) throws IOException {
        int dimensions = network.dimensions();
        int neurons = network.neuronCount();
        Map<Integer, double[]> frames = new TreeMap<>();
        try (CsvTable table = CsvTable.open(file)) {
            int epoch = table.column("epoch");
            int neuron = table.column("neuron");
            int[] axis = new int[dimensions];
            for (int d = 0; d < dimensions; d++) {
                axis[d] = table.column(axisName(d, dimensions));
            }
            table.rejectOtherColumns();
            while (table.next()) {
                long which = table.integer(neuron);
                if (which < 0 || which >= neurons) {
                    throw table.error(neuron, "must be from 0 to " + (neurons - 1));
                }
                double[] frame =
                        frames.computeIfAbsent((int) table.integer(epoch), key -> new double[neurons * dimensions]);
                for (int d = 0; d < dimensions; d++) {
                    frame[(int) which * dimensions + d] = table.number(axis[d]);
                }
            }
        }
        return new PositionFrames(
                frames.keySet().stream().mapToInt(key -> key).toArray(),
                frames.values().toArray(new double[0][]));
    }

    /** Returns the name of an axis in files: x, y, z in up to three dimensions, x0, x1, ... in more. */
    private static String axisName(int axis, int dimensions) {
        return dimensions <= 3 ? "xyz".substring(axis, axis + 1) : "x" + axis;
    }

    /** Returns the number of frames. */
    public int size() {
        return epochs.length;
    }
}
