package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.AtomicFiles;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes HDF5 files whole or not at all. */
public final class Hdf5Writer {

    private static final DatasetCreationOptions UNSIGNED =
            DatasetCreationOptions.builder().unsigned().build();

    private Hdf5Writer() {}

    /** Puts groups and data sets into a file. */
    @FunctionalInterface
    public interface Content {
        /** Puts everything below the root. */
        void put(WritableGroup root) throws IOException;
    }

    /**
     * Writes a file in place of the one of this name, if there is one.
     *
     * @throws IOException if it cannot be written; then nothing has changed
     */
    public static void write(Path file, Content content) throws IOException {
        AtomicFiles.requirePlace(file);
        Path folder = file.toAbsolutePath().getParent();
        // The library writes to places in any order, and so to a file of its own.
        Path draft = Files.createTempFile(folder, "." + file.getFileName() + ".tmp-", ".h5");
        try {
            try (WritableHdfFile root = HdfFile.write(draft)) {
                // It would say which library, system and processor wrote the file.
                root.removeAttribute("_jHDF");
                content.put(root);
            } catch (HdfException problem) {
                throw new IOException(file + ": cannot be written (" + problem.getMessage() + ")", problem);
            }
            AtomicFiles.writeAll(Map.of(file, (place, out) -> Files.copy(draft, out)));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Puts numbers into a group. */
    public static WritableDataset put(WritableGroup group, String name, double[] values) {
        return values.length > 0
                ? group.putDataset(name, values)
                : group.putDataset(name, new EmptyDataset(new double[1], false, name, group));
    }

    /** Puts integers of 32 bits into a group. */
    public static WritableDataset put(WritableGroup group, String name, int[] values) {
        return values.length > 0
                ? group.putDataset(name, values)
                : group.putDataset(name, new EmptyDataset(new int[1], false, name, group));
    }

    /** Puts integers of 64 bits into a group. */
    public static WritableDataset put(WritableGroup group, String name, long[] values) {
        return values.length > 0
                ? group.putDataset(name, values)
                : group.putDataset(name, new EmptyDataset(new long[1], false, name, group));
    }

    /** Puts integers of 64 bits, none of them negative, that HDF5 is to take as unsigned. */
    public static WritableDataset putUnsigned(WritableGroup group, String name, long[] values) {
        return values.length > 0
                ? group.putDataset(name, values, UNSIGNED)
                : group.putDataset(name, new EmptyDataset(new long[1], true, name, group));
    }
}
