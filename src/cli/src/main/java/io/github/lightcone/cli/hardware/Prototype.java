package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.cli.options.MovedData;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.cli.train.SavedRun;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.mismatch.Spread;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.network.Network;
import io.github.lightcone.report.figure.ConvergenceFigure;
import io.github.lightcone.report.figure.FigureStyle;
import io.github.lightcone.report.figure.Palette;
import io.github.lightcone.report.run.ChipPrototype;
import io.github.lightcone.report.run.StepConvergence;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.structure.prune.PrunedNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
                    + "with exit code 0 if the quantised network fits, otherwise 1. The run folder keeps the last result "
                    + "on each chip for 'lightcone report'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone prototype RUN --chip loihi-2",
            "  lightcone prototype RUN --chip brainscales-2 --mismatch 0.1 --devices 10",
            "  lightcone prototype RUN --chip dynap-se2 --weight-mismatch 0.2 --delay-jitter 0.5 --lognormal",
            "  lightcone prototype RUN --chip loihi-2 --converge --out FOLDER",
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

    @Mixin
    private MismatchOptions mismatch;

    @Option(
            names = "--converge",
            description =
                    "Compare the trained network in ever shorter steps with the exact engine, on at most 20 of the "
                            + "examples.")
    private boolean converge;

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

    @Mixin
    private MovedData data;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Folder to write: prototype.json, prototype.md, violations.csv, convergence.svg with --converge and "
                            + "the quantised network; must not exist yet (default: none).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        QuantiserSettings settings = options.settings();
        int team = threads.count();
        RunOptions.requireFromOne("--examples", examples, Integer.MAX_VALUE);
        if (tile != null) {
            RunOptions.requireFromOne("--tile", tile, Integer.MAX_VALUE);
        }
        Optional<Spread> spread = mismatch.spread();
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
        if (Files.exists(run.resolve("network.json"))) {
            throw new IllegalArgumentException(
                    run + ": is a network folder, must be a run folder of 'lightcone train', whose data are needed");
        }
        SavedRun saved = SavedRun.read(run, data.path());
        Path kept = keptIn(profile);
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
                spread,
                mismatch.devices(),
                converge,
                tuning,
                team);
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
        Map<String, Object> fields = fields(saved, result);
        if (out != null) {
            AtomicFiles.createFolder(out, inside -> write(inside, fields, result, text));
            console.println("folder    " + out);
        }
        Files.createDirectories(kept.getParent());
        JsonFiles.write(kept, fields);
        console.println("kept      " + kept);
        console.flush();
        return result.fits() ? 0 : 1;
    }

    /** Returns where the run folder keeps the last result on a chip, after a check that it can be written there. */
    private Path keptIn(ChipProfile profile) throws IOException {
        Path folder = run.resolve(ChipPrototype.FOLDER);
        Path file = folder.resolve(
                URLEncoder.encode(profile.name(), StandardCharsets.UTF_8).replace("*", "%2A") + ".json");
        if (Files.isDirectory(folder)) {
            AtomicFiles.requirePlace(file);
        } else {
            AtomicFiles.requireFolderPlace(folder);
        }
        return file;
    }

    private Map<String, Object> fields(SavedRun saved, PrototypeResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "prototype");
        fields.put("run", run.toString());
        fields.put("epoch", saved.bestEpoch());
        fields.putAll(PrototypeJson.fields(result, options.fields(result.quantised())));
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        return fields;
    }

    private static void write(Path inside, Map<String, Object> fields, PrototypeResult result, PrototypeText text)
            throws IOException {
        JsonFiles.write(inside.resolve("prototype.json"), fields);
        AtomicFiles.write(inside.resolve("prototype.md"), writer -> writer.append(text.markdown()));
        Check.write(inside.resolve("violations.csv"), result.rulesAfter().violations());
        NetworkFolder.of(result.quantised().network()).write(inside.resolve("network"));
        Optional<StepConvergence> convergence =
                ChipPrototype.read(inside.resolve("prototype.json")).convergence();
        if (convergence.isPresent()) {
            String figure = ConvergenceFigure.svg(convergence.get(), FigureStyle.page(Palette.LIGHT));
            AtomicFiles.write(inside.resolve("convergence.svg"), writer -> writer.append(figure));
        }
    }
}
