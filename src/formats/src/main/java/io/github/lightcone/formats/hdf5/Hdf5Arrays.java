package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.ArrayReader;
import io.github.lightcone.formats.ArrayWriter;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Named arrays as data sets at the root of a file. */
final class Hdf5Arrays {

    private Hdf5Arrays() {}

    /** Writes arrays into a group. */
    static ArrayWriter into(WritableGroup group) {
        return new ArrayWriter() {
            @Override
            public void text(String name, String value) {
                group.putDataset(name, value);
            }

            @Override
            public void doubles(String name, double[] values, int... shape) {
                if (shape.length == 1) {
                    Hdf5Writer.put(group, name, values);
                } else {
                    group.putDataset(name, rows(values, shape));
                }
            }

            @Override
            public void ints(String name, int[] values) {
                Hdf5Writer.put(group, name, values);
            }

            @Override
            public void longs(String name, long[] values) {
                Hdf5Writer.put(group, name, values);
            }
        };
    }

    private static double[][] rows(double[] values, int... shape) {
        double[][] rows = new double[shape[0]][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * shape[1], (row + 1) * shape[1]));
        return rows;
    }

    /** Reads the arrays at the root of a file. */
    static ArrayReader of(Hdf5Reader file) {
        return new ArrayReader() {
            @Override
            public Path file() {
                return file.file();
            }

            @Override
            public Set<String> names() throws IOException {
                return new LinkedHashSet<>(file.children(""));
            }

            @Override
            public int length(String name) throws IOException {
                return file.length(name);
            }

            @Override
            public String text(String name) throws IOException {
                return file.text(name);
            }

            @Override
            public double[] doubles(String name, int... shape) throws IOException {
                return file.doubles(name, shape);
            }

            @Override
            public int[] ints(String name, int length) throws IOException {
                return file.ints(name, length);
            }

            @Override
            public long[] longs(String name, int length) throws IOException {
                return file.longs(name, length);
            }
        };
    }
}
