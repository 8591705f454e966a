package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.cli.options.SavedNetwork;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.Quantiser;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.hardware.quantise.RoundingErrors;
import io.github.lightcone.network.Network;
import io.github.lightcone.structure.prune.PrunedNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code quantise} command. */
@Command(
        name = "quantise",
        description = "Makes the weights and delays of a network whole numbers of a neuromorphic chip.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone quantise RUN --chip loihi-2 --out FOLDER",
            "  lightcone quantise NETWORK --chip mine.yaml --rounding stochastic --scale projection --out FOLDER",
            "  lightcone check FOLDER --chip loihi-2"
        })
public final class Quantise implements Callable<Integer> {

    /** File beside the network that says how it was quantised. */
    static final String REPORT = "quantisation.json";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "Run folder of 'lightcone train', whose best network is taken, or a network folder.")
    private Path run;

    @Option(names = "--chip", required = true, paramLabel = "NAME", description = "Profile; see 'lightcone chips'.")
    private String chip;

    @Mixin
    private QuantiserOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Network folder to write, with " + REPORT + "; must not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        QuantiserSettings settings = options.settings();
        ChipProfile profile = ChipProfiles.find(chip);
        AtomicFiles.requireFolderPlace(out);
        NetworkFolder network = SavedNetwork.read(run);
        Network kept = PrunedNetworks.withoutZeroWeights(network.network());
        int leftOut = network.network().synapseCount() - kept.synapseCount();
        QuantisedNetwork quantised = Quantiser.quantise(kept, profile, settings);
        AtomicFiles.createFolder(out, inside -> write(inside, network, profile, quantised));

        PrintWriter console = spec.commandLine().getOut();
        console.printf("network         %s%n", quantised.network());
        if (leftOut > 0) {
            console.printf("left out        %d synapses of weight 0%n", leftOut);
        }
        console.printf("chip            %s: %s%n", profile.name(), profile.title());
        console.printf("step            %s%n", Double.isNaN(quantised.step()) ? "none" : quantised.step() + " ms");
        console.printf(
                Locale.ROOT,
                "%-14s %8s %8s %8s %8s %14s %14s%n",
                "",
                "count",
                "changed",
                "clipped",
                "to zero",
                "largest error",
                "rms error");
        print(console, "weights", quantised.errors().weights());
        print(console, "delays, ms", quantised.errors().delays());
        print(console, "time constants", quantised.errors().timeConstants());
        print(console, "thresholds", quantised.errors().thresholds());
        print(console, "voltages", quantised.errors().voltages());
        if (quantised.errors().withoutUnit() > 0) {
            console.printf(
                    "without a unit  %d neurons, whose thresholds and voltages stay%n",
                    quantised.errors().withoutUnit());
        }
        console.println("folder          " + out);
        console.flush();
        return 0;
    }

    private static void print(PrintWriter console, String name, RoundingErrors errors) {
        if (errors.count() == 0) {
            console.printf("%-14s left as they are%n", name);
            return;
        }
        console.printf(
                Locale.ROOT,
                "%-14s %8d %8d %8d %8d %14.3e %14.3e%n",
                name,
                errors.count(),
                errors.changed(),
                errors.clipped(),
                errors.zeroed(),
                errors.largest(),
                errors.rms());
    }

    private void write(Path inside, NetworkFolder network, ChipProfile profile, QuantisedNetwork quantised)
            throws IOException {
        Path folder = inside.resolve("network");
        network.with(quantised.network()).write(folder);
        for (String name : new String[] {"network.json", "neurons.csv", "synapses.csv"}) {
            Files.move(folder.resolve(name), inside.resolve(name));
        }
        Files.delete(folder);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "quantise");
        fields.put("network", run.toString());
        fields.put("chip", profile.name());
        fields.putAll(options.fields(quantised));
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        JsonFiles.write(inside.resolve(REPORT), fields);
    }
}
