package io.github.lightcone.cli.train;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where neurons were in the course of training, for {@code positions.csv}: six significant digits, after every k-th
 * epoch and the last. k is the smallest power of two that keeps the table small, so what is kept follows from the number
 * of epochs alone, and a run that is gone on with ends with the same bytes. Positions that never change stand there
 * once, at epoch 0.
 */
final class PositionsAlong {

    private static final int MOST_FRAMES = 64;
    private static final int FEWEST_FRAMES = 8;
    private static final int MOST_NUMBERS = 500_000;
    private static final MathContext DIGITS = new MathContext(6);

    private final Map<Integer, double[]> frames = new TreeMap<>();
    private final int dimensions;
    private int stride = 1;
    private int last;

    PositionsAlong(Network network) {
        dimensions = network.dimensions();
    }

    /** Keeps the positions after an epoch, 0 before the first. */
    void epochEnded(int epoch, Network network) {
        keep(epoch, network.parameters().position());
    }

    private void keep(int epoch, double[] position) {
        double[] rounded = Arrays.stream(position)
                .map(x -> new BigDecimal(x).round(DIGITS).doubleValue())
                .toArray();
        int most = Math.max(FEWEST_FRAMES, Math.min(MOST_FRAMES, MOST_NUMBERS / Math.max(1, rounded.length)));
        while (epoch / stride > most) {
            stride *= 2;
        }
        last = epoch;
        frames.put(epoch, rounded);
        frames.keySet().removeIf(kept -> kept % stride != 0 && kept != last);
    }

    /** Writes the table. */
    void write(Path folder) throws IOException {
        int neurons = frames.get(last).length / dimensions;
        boolean still = frames.values().stream().allMatch(frame -> Arrays.equals(frame, frames.get(last)));
        String[] header = new String[2 + dimensions];
        header[0] = "epoch";
        header[1] = "neuron";
        for (int d = 0; d < dimensions; d++) {
            header[2 + d] = axis(d);
        }
        AtomicFiles.write(folder.resolve(RunFiles.POSITIONS), out -> {
            CsvTableWriter table = new CsvTableWriter(out, header);
            for (Map.Entry<Integer, double[]> frame : frames.entrySet()) {
                for (int n = 0; n < neurons; n++) {
                    table.cell(frame.getKey()).cell(n);
                    for (int d = 0; d < dimensions; d++) {
                        table.cell(frame.getValue()[n * dimensions + d]);
                    }
                    table.endRow();
                }
                if (still) {
                    break;
                }
            }
        });
    }

    /** Returns the name of an axis, as in {@code neurons.csv}. */
    private String axis(int d) {
        return dimensions <= 3 ? "xyz".substring(d, d + 1) : "x" + d;
    }

    /**
     * Goes on from what a run has saved. A run of a version that kept no positions has none before its present epoch.
     *
     * @param epochsDone last epoch of the run
     */
    void restore(Path run, int epochsDone, Network network) throws IOException {
        Path file = run.resolve(RunFiles.POSITIONS);
        if (!Files.exists(file)) {
            epochEnded(epochsDone, network);
            return;
        }
        Map<Integer, double[]> saved = read(file, network.neuronCount());
        if (saved.size() == 1 && epochsDone > 0 && saved.containsKey(0)) {
            for (int epoch = 0; epoch <= epochsDone; epoch++) {
                keep(epoch, saved.get(0));
            }
            return;
        }
        saved.forEach(this::keep);
    }

    private Map<Integer, double[]> read(Path file, int neurons) throws IOException {
        Map<Integer, double[]> saved = new TreeMap<>();
        try (CsvTable table = CsvTable.open(file)) {
            int epoch = table.column("epoch");
            int neuron = table.column("neuron");
            int[] column = new int[dimensions];
            for (int d = 0; d < dimensions; d++) {
                column[d] = table.column(axis(d));
            }
            while (table.next()) {
                long n = table.integer(neuron);
                if (n < 0 || n >= neurons) {
                    throw table.error(neuron, "must be from 0 to " + (neurons - 1));
                }
                double[] frame = saved.computeIfAbsent(
                        Math.toIntExact(table.integer(epoch)), key -> new double[neurons * dimensions]);
                for (int d = 0; d < dimensions; d++) {
                    frame[(int) n * dimensions + d] = table.number(column[d]);
                }
            }
        }
        return saved;
    }
}
