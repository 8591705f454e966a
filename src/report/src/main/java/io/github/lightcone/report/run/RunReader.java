package io.github.lightcone.report.run;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens run folders. */
public final class RunReader {

    private RunReader() {}

    /**
     * Reads a run folder, measures its network and runs it again.
     *
     * <p>Data that are not where the experiment says are no error: what needs them is left out.
     *
     * @param run folder that {@code lightcone train} wrote
     * @param progress is told what is measured and how far it is
     * @throws IOException if it is no run folder, or something in it is damaged
     * @throws IllegalArgumentException if there is no example of the number asked for
     */
    public static RunView read(Path run, ReadSettings settings, AnalysisProgress progress) throws IOException {
        requireRun(run);
        RunSummary summary = RunSummary.read(run);
        NetworkFolder folder = NetworkFolder.read(run.resolve(settings.last() ? "network" : "best"));
        Network network = folder.network();
        ExperimentFile file = ExperimentFile.read(run.resolve("experiment.yaml"));
        Optional<Activity> activity = Optional.empty();
        String without = "";
        try {
            Preparation prepared =
                    Preparation.of(file, settings.data(), settings.analysis().threads());
            activity =
                    Optional.of(Activity.of(network, prepared.experiment(), settings.examples(), settings.example()));
        } catch (FileSystemException absent) {
            if (settings.data().isPresent()) {
                throw absent;
            }
            without = "The data of this experiment are not at " + absent.getFile()
                    + ", so the network could not be run again. Say where they are with --data.";
        }
        return new RunView(
                run.toString(),
                settings.last() ? "last" : "best",
                summary,
                NumberTable.read(run.resolve("history.csv"), "epoch", "trainingLoss", "trainingAccuracy"),
                structureHistory(run.resolve("structure.csv")),
                trust(run.resolve("trust.csv")),
                folder,
                Wires.of(network),
                Confusion.read(run.resolve("confusion.csv"), summary.classes()),
                NetworkStructure.of(network, settings.analysis(), progress),
                Files.exists(run.resolve("positions.csv"))
                        ? PositionFrames.read(run.resolve("positions.csv"), network)
                        : PositionFrames.none(),
                activity,
                without,
                ChipPrototype.ofRun(run),
                file.toYaml());
    }

    private static Optional<StructureHistory> structureHistory(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(StructureHistory.read(file)) : Optional.empty();
    }

    private static Optional<NumberTable> trust(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(NumberTable.read(file, "epoch", "examples", "smallestSlope"))
                : Optional.empty();
    }

    /**
     * Checks ahead of the work that a folder holds a run.
     *
     * @throws IOException if it does not
     */
    public static void requireRun(Path run) throws IOException {
        if (!Files.exists(run)) {
            throw new NoSuchFileException(run.toString());
        }
        if (!Files.isDirectory(run)) {
            throw new NotDirectoryException(run.toString());
        }
        if (!Files.isDirectory(run.resolve("best")) || !Files.exists(run.resolve("metrics.json"))) {
            throw new NoSuchFileException(
                    run.toString(), null, "is no run folder: it lacks best/ and metrics.json of 'lightcone train'");
        }
    }
}
