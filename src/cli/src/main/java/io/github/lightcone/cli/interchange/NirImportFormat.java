package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.nir.NirFile;
import io.github.lightcone.formats.nir.NirGraph;
import io.github.lightcone.formats.nir.NirImport;
import io.github.lightcone.formats.nir.NirSettings;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** NIR files, read. */
final class NirImportFormat extends NirOptions implements ImportFormat {

    @Option(
            names = "--lif-synapse",
            paramLabel = "MS",
            description =
                    "Take nodes LIF and LI that get spikes for CubaLIF and CubaLI with this synaptic time constant"
                            + " and equal charge (default: refuse them).")
    private Double lifSynapse;

    @Override
    public String optionGiven() {
        return lifSynapse != null ? "--lif-synapse" : super.optionGiven();
    }

    @Override
    public Imported read(Path file) throws IOException {
        NirSettings settings = settings();
        NirGraph graph = NirFile.read(file);
        try {
            NirImport imported = NirImport.of(graph, settings);
            return new Imported(NetworkFolder.of(imported.network()), imported.notes());
        } catch (IllegalArgumentException impossible) {
            throw FormatException.inFile(file, impossible.getMessage(), impossible);
        }
    }

    @Override
    NirSettings settings() {
        NirSettings settings = super.settings();
        if (lifSynapse == null) {
            return settings;
        }
        if (!(lifSynapse > 0 && lifSynapse < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--lif-synapse = " + lifSynapse + ", must be finite and above 0");
        }
        return settings.withLifSynapse(lifSynapse);
    }
}
