package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataInputs;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** SONATA circuits, read. */
final class SonataImportFormat implements ImportFormat {

    private static final double TAU_MEM = 20;
    private static final double TAU_SYN = 5;
    private static final String ALPHA_BY_EXPONENTIAL = "nest:iaf_psc_alpha=nest:iaf_psc_exp";

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

    @Option(
            names = "--replace",
            paramLabel = "MODEL=MODEL",
            description = "Only " + ALPHA_BY_EXPONENTIAL + ": exponential synapses for alpha functions, of the same"
                    + " charge and mean time (default: refuse them). Spikes differ.")
    private String replacement;

    @Option(
            names = "--inputs",
            paramLabel = "TABLE",
            description = "Where to write the spikes of virtual nodes that the configuration of a simulation names, as"
                    + " CSV for simulate; must not exist yet.")
    private Path inputs;

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public String optionGiven() {
        if (within != null) {
            return "--within";
        }
        if (wiringOnly) {
            return "--wiring-only";
        }
        if (missingDelay != null) {
            return "--missing-delay";
        }
        return replacement != null ? "--replace" : inputs != null ? "--inputs" : null;
    }

    @Override
    public Path inputs() {
        return inputs;
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
        if (replacement != null) {
            if (!replacement.equals(ALPHA_BY_EXPONENTIAL)) {
                throw new IllegalArgumentException("--replace = " + Messages.printable(replacement, 60) + ", must be "
                        + ALPHA_BY_EXPONENTIAL + ", no other replacement is known");
            }
            if (wiringOnly) {
                throw new IllegalArgumentException("--replace and --wiring-only exclude each other");
            }
            options = options.replacingAlpha();
        }
        SonataCircuit circuit = SonataNetwork.read(file, options);
        NetworkFolder network = NetworkFolder.of(circuit.network());
        if (inputs == null) {
            return new Imported(network, circuit.notes());
        }
        SonataInputs given = SonataInputs.read(file, circuit, options);
        List<String> notes = new ArrayList<>(circuit.notes());
        notes.addAll(given.notes());
        return new Imported(network, notes, given.spikes());
    }
}
