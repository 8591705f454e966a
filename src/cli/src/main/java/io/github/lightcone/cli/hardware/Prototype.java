package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.train.SavedRun;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.structure.prune.PrunedNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code prototype} command. */
@Command(
        name = "prototype",
        description = {
            "Reports what a trained network would do on a neuromorphic chip.",
            "Checks the rules, quantises, evaluates both networks, runs the quantised one in steps as the chip does, "
                    + "counts operations and traffic, places neurons on tiles by their positions, and concludes. Ends "
                    + "with exit code 0 if the quantised network fits, otherwise 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone prototype RUN --chip loihi-2",
            "  lightcone prototype RUN --chip brainscales-2 --mismatch 0.1 --devices 10",
            "  lightcone prototype RUN --chip loihi-2 --tune 5 --out FOLDER",
            "  lightcone prototype RUN --chip mine.yaml --rounding stochastic --tile 64 --out FOLDER"
        })
public final class Prototype implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run folder of 'lightcone train'; its best network is taken.")
    private Path run;

    @Option(names = "--chip", required = true, paramLabel = "NAME", description = "Profile; see 'lightcone chips'.")
    private String chip;

    @Mixin
    private QuantiserOptions options;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "200",
            description = "Examples of the last data set that are run one by one, for spikes, steps and cost "
                    + "(${DEFAULT-VALUE}). Accuracies are over all examples.")
    private int examples;

    @Option(
            names = "--tile",
            paramLabel = "N",
            description = "Neurons of a tile of the floor plan (default: those of a core of the chip).")
    private Integer tile;

    @Option(
            names = "--mismatch",
            paramLabel = "R",
            description = "Relative deviation of thresholds, time constants and weights among devices.")
    private Double mismatch;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Number of devices that --mismatch draws (default: 10).")
    private Integer devices;

    @Option(
            names = "--tune",
            paramLabel = "EPOCHS",
            description = "Train the weights of the quantised network on the training data for so many epochs, rounded "
                    + "in every step; what is reported is the network after it.")
    private Integer tune;

    @Option(
            names = "--tune-rate",
            paramLabel = "R",
            description = "Learning rate of --tune at its start (default: a tenth of that of the run).")
    private Double tuneRate;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data are now: a folder or file, if not where the run found them.")
    private Path data;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; the result is the same for any (default: number of processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Folder to write: prototype.json, prototype.md, violations.csv and the quantised network; must "
                            + "not exist yet (default: nothing is written).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        QuantiserSettings settings = options.settings();
        RunOptions.requireFromOne("--threads", threads, RunOptions.MOST_THREADS);
        RunOptions.requireFromOne("--examples", examples, Integer.MAX_VALUE);
        if (tile != null) {
            RunOptions.requireFromOne("--tile", tile, Integer.MAX_VALUE);
        }
        if (devices != null) {
            RunOptions.requireFromOne("--devices", devices, Integer.MAX_VALUE);
        }
        if (mismatch != null && !(mismatch >= 0 && mismatch < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--mismatch = " + mismatch + ", must be finite and at least 0");
        }
        if (devices != null && mismatch == null) {
            throw new IllegalArgumentException("--devices needs --mismatch, which says how much they differ");
        }
        if (tune != null) {
            RunOptions.requireFromOne("--tune", tune, Integer.MAX_VALUE);
        }
        if (tuneRate != null) {
            RunOptions.requirePositive("--tune-rate", tuneRate);
        }
        if (tuneRate != null && tune == null) {
            throw new IllegalArgumentException("--tune-rate needs --tune, which says for how many epochs");
        }
        ChipProfile profile = ChipProfiles.find(chip);
        if (out != null) {
            AtomicFiles.requireFolderPlace(out);
        }
        SavedRun saved = SavedRun.read(run, Optional.ofNullable(data));
        Network network = PrunedNetworks.withoutZeroWeights(saved.best());
        Optional<Tuning> tuning = tune == null
                ? Optional.empty()
                : Optional.of(
                        Tuning.of(saved.experiment(), saved.best(), tune, tuneRate == null ? Double.NaN : tuneRate));
        PrototypeRun prototype = new PrototypeRun(
                saved.experiment(),
                network,
                profile,
                settings,
                examples,
                tile == null ? 0 : tile,
                mismatch == null ? 0 : mismatch,
                mismatch == null ? 0 : devices == null ? 10 : devices,
                tuning,
                threads);
        PrintWriter err = spec.commandLine().getErr();
        PrototypeResult result;
        try {
            result = prototype.measure(part -> {
                err.println(part);
                err.flush();
            });
        } catch (SpikeLimitException wild) {
            throw new IllegalArgumentException(
                    "the network runs away on one of the examples: more than " + wild.limit() + " spikes by "
                            + wild.time() + " ms; nothing was written",
                    wild);
        }
        PrototypeText text = new PrototypeText(result);
        PrintWriter console = spec.commandLine().getOut();
        console.print(text.plain());
        if (out != null) {
            AtomicFiles.createFolder(out, inside -> write(inside, saved, result, text));
            console.println("folder    " + out);
        }
        console.flush();
        return result.fits() ? 0 : 1;
    }

    private void write(Path inside, SavedRun saved, PrototypeResult result, PrototypeText text) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "prototype");
        fields.put("run", run.toString());
        fields.put("epoch", saved.bestEpoch());
        fields.putAll(PrototypeJson.fields(result, options.fields(result.quantised())));
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        JsonFiles.write(inside.resolve("prototype.json"), fields);
        AtomicFiles.write(inside.resolve("prototype.md"), writer -> writer.append(text.markdown()));
        Check.write(inside.resolve("violations.csv"), result.rulesAfter().violations());
        NetworkFolder.of(result.quantised().network()).write(inside.resolve("network"));
    }
}
