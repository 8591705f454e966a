package io.github.lightcone.cli.train;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.PerceptronPreparation;
import io.github.lightcone.experiment.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One run of a sweep.
 *
 * @param condition what is trained
 * @param seed with which seed
 * @param folder its run folder
 * @param data where the data are, if not where the experiment says
 */
public record SweepRun(Condition condition, long seed, Path folder, Optional<Path> data) {

    /**
     * Reads the data of an experiment and makes what it is about, and forgets both: what is wrong is said before work
     * starts.
     */
    public static void check(ExperimentFile file, Optional<Path> data) throws IOException {
        if (file.isPerceptron()) {
            PerceptronPreparation.of(file, data, 1).perceptron().close();
        } else {
            Preparation.of(file, data, 1);
        }
    }

    /**
     * Returns what the run led to, or null if it is not complete.
     *
     * @throws IllegalArgumentException if the folder holds a run of another experiment
     */
    public SweepResult result() throws IOException {
        if (!Files.exists(folder)) {
            return null;
        }
        ExperimentFile saved = ExperimentFile.read(folder.resolve(RunFiles.EXPERIMENT));
        if (!saved.isSameRunAs(condition.seeded(seed))) {
            throw new IllegalArgumentException(
                    folder + " holds a run of another experiment: choose another --out, or remove it");
        }
        return SweepResult.of(condition.label(), seed, folder);
    }

    /**
     * Starts the run, or goes on with it; says nothing of its progress.
     *
     * @param stop whether to end with the epoch that is under way
     */
    void train(int threads, BooleanSupplier stop) throws IOException {
        ExperimentFile file = condition.seeded(seed);
        if (file.isPerceptron()) {
            trainPerceptron(file, threads, stop);
            return;
        }
        Preparation prepared = Preparation.of(file, data, threads);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        if (Files.exists(folder)) {
            RunFolder existing = RunFolder.existing(folder, RunFiles.NAMES);
            new TrainingRun(file, prepared, data, existing).stopWhen(stop).resume(folder, nowhere, nowhere, false);
        } else {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            RunFolder fresh = RunFolder.at(folder, RunFiles.NAMES);
            new TrainingRun(file, prepared, data, fresh).stopWhen(stop).run(nowhere, nowhere, false);
        }
    }

    private void trainPerceptron(ExperimentFile file, int threads, BooleanSupplier stop) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        if (Files.exists(folder)) {
            RunFolder existing = RunFolder.existing(folder, PerceptronFiles.NAMES);
            new PerceptronRun(file, data, threads, existing).stopWhen(stop).resume(folder, nowhere, nowhere, false);
        } else {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            RunFolder fresh = RunFolder.at(folder, PerceptronFiles.NAMES);
            new PerceptronRun(file, data, threads, fresh).stopWhen(stop).run(nowhere, nowhere, false);
        }
    }
}
