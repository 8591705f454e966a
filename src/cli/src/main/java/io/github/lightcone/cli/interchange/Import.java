package io.github.lightcone.cli.interchange;

import io.github.lightcone.cli.interchange.ImportFormat.Imported;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.SpikesCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code import} command. */
@Command(
        name = "import",
        description = "Makes a network folder of a file that another program wrote, and tells what it was taken for.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone import net.nir net",
            "  lightcone import net.nir net --time-unit ms --lif-synapse 5",
            "  lightcone import circuit/circuit_config.json net --wiring-only --missing-delay 1",
            "  lightcone import circuit/simulation_config.json net --inputs spikes.csv \\",
            "      --replace nest:iaf_psc_alpha=nest:iaf_psc_exp",
            "  lightcone simulate net --input spikes.csv --until 80 --out out.csv"
        })
public final class Import implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description =
                    "File to read: .nir (NIR), .npz (NumPy), .h5 (HDF5) or .json (configuration of a SONATA circuit or"
                            + " simulation).")
    private Path file;

    @Parameters(index = "1", paramLabel = "NETWORK", description = "Folder to write; must not exist yet.")
    private Path out;

    @ArgGroup(exclusive = false, validate = false, heading = "Neuromorphic Intermediate Representation (.nir)%n")
    private NirImportFormat nir = new NirImportFormat();

    @ArgGroup(exclusive = false, validate = false, heading = "SONATA circuits (.json)%n")
    private SonataImportFormat sonata = new SonataImportFormat();

    @Override
    public Integer call() throws IOException {
        ImportFormat format = FileFormat.of(file, List.of(nir, new NumpyFormat(), new Hdf5Format(), sonata));
        AtomicFiles.requireFolderPlace(out);
        Path inputs = format.inputs();
        if (inputs != null) {
            AtomicFiles.requireAbsentFile(inputs);
            if (absolute(inputs).startsWith(absolute(out))) {
                throw new IllegalArgumentException(
                        inputs + ": is or lies in the folder of the network, must be elsewhere");
            }
        }
        Imported imported = format.read(file);
        write(imported, inputs);
        PrintWriter console = spec.commandLine().getOut();
        console.println("file      " + file);
        imported.notes().forEach(note -> console.println("note      " + note));
        console.println("network   " + out);
        console.println("          " + imported.network().network());
        if (inputs != null) {
            console.println("inputs    " + inputs);
        }
        console.flush();
        return 0;
    }

    private void write(Imported imported, Path inputs) throws IOException {
        if (inputs != null) {
            SpikesCsv.write(inputs, imported.network().ids(), imported.inputs());
        }
        boolean isDone = false;
        try {
            imported.network().write(out);
            isDone = true;
        } finally {
            if (!isDone && inputs != null) {
                Files.deleteIfExists(inputs);
            }
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
