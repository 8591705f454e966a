package io.github.lightcone.cli.train;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run of {@code train} as it was last saved.
 *
 * @param experiment what was trained on what
 * @param bestEpoch the best by validation data; without such data the last
 * @param best the network after it
 * @param lastEpoch the last that is done
 * @param last the network after it
 */
public record SavedRun(Experiment experiment, int bestEpoch, Network best, int lastEpoch, Network last) {

    /**
     * Reads a run and its data.
     *
     * @param run its folder
     * @param data where the data are now, if not where the run found them
     * @throws IOException if there is no run, its files are damaged, or its data are others now
     */
    public static SavedRun read(Path run, Optional<Path> data) throws IOException {
        RunFolder.existing(run);
        ExperimentFile file = ExperimentFile.read(run.resolve(RunFiles.EXPERIMENT));
        Experiment experiment = Preparation.of(file, data, 1).experiment();
        RunFiles.requireSame(run, file, experiment);
        try (Trainer trainer = new Trainer(experiment)) {
            restore(trainer, run);
            return new SavedRun(
                    experiment,
                    trainer.bestEpoch().orElse(trainer.epochsDone()),
                    trainer.bestNetwork(),
                    trainer.epochsDone(),
                    trainer.network());
        }
    }

    /** Takes a trainer to where a run stands. */
    static void restore(Trainer trainer, Path run) throws IOException {
        Path checkpoint = run.resolve(RunFiles.CHECKPOINT);
        try {
            trainer.restore(Files.readAllBytes(checkpoint));
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(checkpoint.toString(), null, "is missing: the run cannot be resumed");
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(checkpoint + ": " + e.getMessage(), e);
        }
    }
}
