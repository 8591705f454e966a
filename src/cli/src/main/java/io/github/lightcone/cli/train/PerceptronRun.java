package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.PerceptronPreparation;
import io.github.lightcone.perceptron.EpochScore;
import io.github.lightcone.perceptron.Perceptron;
import io.github.lightcone.perceptron.PerceptronTrainer;
import io.github.lightcone.perceptron.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Trains the perceptron of an experiment, as {@link TrainingRun} does a spiking network; saved after every epoch. */
final class PerceptronRun {

    private final ExperimentFile file;
    private final Optional<Path> data;
    private final int threads;
    private final RunFolder folder;
    private BooleanSupplier stop = () -> false;
    private double secondsBefore;

    /**
     * Prepares a run.
     *
     * @param file the experiment
     * @param data where the data are, if not where the file says
     * @param threads number of threads; the result is the same for any
     * @param folder where to write the run
     */
    PerceptronRun(ExperimentFile file, Optional<Path> data, int threads, RunFolder folder) {
        this.file = file;
        this.data = data;
        this.threads = threads;
        this.folder = folder;
    }

    /** Ends with the epoch that is under way, saved, once something is so; {@link #resume} goes on. */
    PerceptronRun stopWhen(BooleanSupplier condition) {
        stop = condition;
        return this;
    }

    /**
     * Trains.
     *
     * @param out receives the result
     * @param err receives progress
     * @param terminal whether {@code err} can rewrite a line
     */
    void run(PrintWriter out, PrintWriter err, boolean terminal) throws IOException {
        PerceptronPreparation prepared = PerceptronPreparation.of(file, data, threads);
        try (Perceptron perceptron = prepared.perceptron()) {
            run(prepared, trainer(prepared, perceptron), out, err, terminal);
        }
    }

    /**
     * Goes on with a run; leaves one that is complete as it is.
     *
     * @param saved folder of the run
     * @throws IllegalArgumentException if it is a run of another experiment
     * @throws IOException if its files are damaged or of a run with other data, or if it is being resumed already
     */
    void resume(Path saved, PrintWriter out, PrintWriter err, boolean terminal) throws IOException {
        PerceptronPreparation prepared = PerceptronPreparation.of(file, data, threads);
        try (Perceptron perceptron = prepared.perceptron()) {
            RunFiles.requireSame(saved, file, prepared.training().size());
            PerceptronTrainer trainer = trainer(prepared, perceptron);
            trainer.restore(Files.readAllBytes(saved.resolve(RunFiles.CHECKPOINT)));
            int done = trainer.history().size();
            if (trainer.isDone() && RunFiles.isComplete(saved)) {
                out.printf(
                        "%s is complete after epoch %d; to go on, raise training.epochs in its %s%n",
                        saved, done, RunFiles.EXPERIMENT);
                out.flush();
                return;
            }
            if (done > prepared.settings().epochs()) {
                throw new IllegalArgumentException(file.origin() + ": training.epochs = "
                        + prepared.settings().epochs() + ", must be at least the " + done + " that are done");
            }
            secondsBefore = RunFiles.secondsOf(saved);
            RunLock lock = RunLock.of(saved);
            try {
                err.printf("Resuming %s after epoch %d%n", saved, done);
                run(prepared, trainer, out, err, terminal);
            } finally {
                lock.close();
            }
        }
    }

    private static PerceptronTrainer trainer(PerceptronPreparation prepared, Perceptron perceptron) {
        return new PerceptronTrainer(perceptron, prepared.training(), prepared.validation(), prepared.settings());
    }

    private void run(
            PerceptronPreparation prepared,
            PerceptronTrainer trainer,
            PrintWriter out,
            PrintWriter err,
            boolean terminal)
            throws IOException {
        announce(prepared, err);
        PerceptronProgress progress = new PerceptronProgress(
                err, terminal, prepared.settings().epochs(), trainer.history().size());
        PerceptronFiles files = new PerceptronFiles(file, data, prepared, trainer, threads);
        while (!trainer.isDone()) {
            EpochScore epoch = epoch(trainer, progress);
            progress.epochEnded(epoch);
            if (!trainer.isDone()) {
                double seconds = secondsBefore + progress.seconds();
                folder.save(epoch.epoch(), inside -> files.write(inside, Optional.empty(), seconds));
                if (stop.getAsBoolean()) {
                    return;
                }
            }
        }
        // The parameters of the last epoch are in the checkpoint; from here on those of the best are judged.
        byte[] checkpoint = trainer.checkpoint();
        trainer.toBest();
        Score test = prepared.perceptron().evaluate(prepared.test());
        double seconds = secondsBefore + progress.seconds();
        folder.save(prepared.settings().epochs(), inside -> files.writeEnd(inside, checkpoint, test, seconds));
        report(out, trainer, test, seconds);
    }

    private EpochScore epoch(PerceptronTrainer trainer, PerceptronProgress progress) {
        try {
            return trainer.epoch(progress::batchEnded);
        } catch (ArithmeticException impossible) {
            throw new IllegalArgumentException(
                    "epoch " + (trainer.history().size() + 1) + ": " + impossible.getMessage()
                            + "; a smaller --rate may keep it; "
                            + (folder.path() == null
                                    ? "nothing was written"
                                    : folder.path() + " holds an epoch before"),
                    impossible);
        }
    }

    private void announce(PerceptronPreparation prepared, PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "Training %s: %s; %d examples, %.0f %% of their inputs not 0; %d threads%n",
                file.name(),
                prepared.perceptron(),
                prepared.training().size(),
                100 * prepared.training().density(),
                threads);
        if (!prepared.absent().isEmpty()) {
            err.printf(
                    "Entries of learn that this perceptron has nothing for: %s%n",
                    String.join(", ", prepared.absent()));
        }
        err.flush();
    }

    private void report(PrintWriter out, PerceptronTrainer trainer, Score test, double seconds) {
        EpochScore last = trainer.history().get(trainer.history().size() - 1);
        out.printf("%-14s %s%n", "test accuracy", accuracy(test));
        trainer.bestEpoch()
                .ifPresent(best -> out.printf(
                        "%-14s %s, epoch %d%n",
                        "validation",
                        accuracy(trainer.history().get(best - 1).validation().orElseThrow()),
                        best));
        out.printf("%-14s %s%n", "training", accuracy(last.training()));
        out.printf("time           %s%n", Durations.text(seconds));
        out.printf("run folder     %s%n", folder.path());
        out.flush();
    }

    private static String accuracy(Score score) {
        return String.format(
                Locale.ROOT, "%.2f %% (%d of %d)", 100 * score.accuracy(), score.correct(), score.examples());
    }
}
