package io.github.lightcone.formats.numpy;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.SpikeArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The spikes of several examples as a NumPy archive with the arrays of {@link SpikeArrays}. */
public final class NumpySpikes {

    private NumpySpikes() {}

    /**
     * Writes spikes in place of the file of this name, if there is one.
     *
     * @param examples the spikes of each example, by the numbers of neurons
     */
    public static void write(List<SpikeTrains> examples, Path file) throws IOException {
        AtomicFiles.writeAll(Map.of(file, (place, out) -> {
            NpzWriter arrays = new NpzWriter(out);
            SpikeArrays.write(examples, arrays);
            arrays.finish();
        }));
    }

    /**
     * Reads the spikes of each example.
     *
     * @throws io.github.lightcone.formats.FormatException if anything in the file is missing, unknown or wrong
     */
    public static List<SpikeTrains> read(Path file) throws IOException {
        try (NpzReader arrays = NpzReader.open(file)) {
            return SpikeArrays.read(arrays);
        }
    }
}
