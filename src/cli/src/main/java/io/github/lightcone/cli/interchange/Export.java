package io.github.lightcone.cli.interchange;

import io.github.lightcone.cli.options.SavedNetwork;
import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code export} command. */
@Command(
        name = "export",
        description = "Writes a network to a file that other programs read, and tells what the file does not carry.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone export runs/yin-yang-1 yin-yang.nir",
            "  lightcone export NETWORK net.nir --step 0.1 --spike-width 0.1",
            "  lightcone export NETWORK net.nir --time-unit ms --buckets 8",
            "  lightcone export NETWORK net.npz",
            "  lightcone export NETWORK circuit/circuit_config.json"
        })
public final class Export implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Run folder of 'lightcone train', of which the best network is taken, or network folder.")
    private Path source;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "File to write: .nir (NIR), .npz (NumPy), .h5 (HDF5) or FOLDER/circuit_config.json (SONATA).")
    private Path file;

    @Option(names = "--force", description = "Write over a file that exists already.")
    private boolean force;

    @ArgGroup(exclusive = false, validate = false, heading = "Neuromorphic Intermediate Representation (.nir)%n")
    private NirExportFormat nir = new NirExportFormat();

    @Override
    public Integer call() throws IOException {
        ExportFormat format =
                FileFormat.of(file, List.of(nir, new NumpyFormat(), new Hdf5Format(), new SonataExportFormat()));
        format.requirePlace(file, force);
        Path folder = SavedNetwork.folder(source);
        NetworkFolder network = NetworkFolder.read(folder);
        List<String> notes = format.write(network, file);
        PrintWriter out = spec.commandLine().getOut();
        out.println("network   " + folder);
        out.println("          " + network.network());
        notes.forEach(note -> out.println("note      " + note));
        out.println("file      " + file);
        out.flush();
        return 0;
    }
}
