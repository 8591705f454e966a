package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** SONATA circuits, read. */
final class SonataImportFormat implements ImportFormat {

    private static final double TAU_MEM = 20;
    private static final double TAU_SYN = 5;

    @Option(
            names = "--within",
            paramLabel = "DIR",
            description = "Folder in which all files of the circuit must stand (default: that of the configuration).")
    private Path within;

    @Option(
            names = "--wiring-only",
            description =
                    "Take positions, connections, weights and delays alone: every node that is not virtual becomes"
                            + " a LIF neuron of time constants 20 and 5 ms, whatever its model.")
    private boolean wiringOnly;

    @Option(
            names = "--missing-delay",
            paramLabel = "MS",
            description = "Delay of edges that have none (default: an error).")
    private Double missingDelay;

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public String optionGiven() {
        return within != null
                ? "--within"
                : wiringOnly ? "--wiring-only" : missingDelay != null ? "--missing-delay" : null;
    }

    @Override
    public Imported read(Path file) throws IOException {
        SonataOptions options = SonataOptions.strict();
        if (within != null) {
            options = options.within(within);
        }
        if (wiringOnly) {
            options = options.wiringOnly(Lif.of(TAU_MEM, TAU_SYN));
        }
        if (missingDelay != null) {
            if (!(missingDelay >= 0 && missingDelay < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "--missing-delay = " + missingDelay + ", must be finite and at least 0");
            }
            options = options.missingDelay(missingDelay);
        }
        SonataCircuit circuit = SonataNetwork.read(file, options);
        return new Imported(NetworkFolder.of(circuit.network()), circuit.notes());
    }
}
