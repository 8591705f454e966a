package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.simulation.SpikeLimitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Trains an experiment, with a report of progress and a run folder. It is saved after the first and the last epoch,
 * and after every other unless that would take more than about a tenth of the time.
 */
final class TrainingRun {

    private static final double SHARE_OF_SAVING = 0.1;

    private final ExperimentFile file;
    private final Preparation prepared;
    private final Experiment experiment;
    private final Optional<Path> data;
    private final RunFolder folder;
    private final LongSupplier clock;
    private final StructureAlong structure;
    private final PositionsAlong positions;
    private final TrustAlong trust = new TrustAlong();
    private BooleanSupplier stop = () -> false;
    private double secondsBefore;
    private long saved;
    private long costOfSaving;

    /**
     * Prepares a run.
     *
     * @param file the experiment, for the record
     * @param prepared what follows from it
     * @param data where the data are, if not where the file says
     * @param folder where to write the run
     */
    TrainingRun(ExperimentFile file, Preparation prepared, Optional<Path> data, RunFolder folder) {
        this(file, prepared, data, folder, System::nanoTime);
    }

    TrainingRun(ExperimentFile file, Preparation prepared, Optional<Path> data, RunFolder folder, LongSupplier clock) {
        this.file = file;
        this.prepared = prepared;
        experiment = prepared.experiment();
        this.data = data;
        this.folder = folder;
        this.clock = clock;
        structure = new StructureAlong(prepared.structure());
        positions = new PositionsAlong(experiment.network().description());
    }

    /** Ends with the epoch that is under way, saved, once something is so; {@link #resume} goes on. */
    TrainingRun stopWhen(BooleanSupplier condition) {
        stop = condition;
        return this;
    }

    /**
     * Trains.
     *
     * @param out receives the result
     * @param err receives progress
     * @param terminal whether {@code err} can rewrite a line
     * @return how the network did on the test data, if there are any
     */
    Optional<Evaluation> run(PrintWriter out, PrintWriter err, boolean terminal) throws IOException {
        try (Trainer trainer = new Trainer(experiment)) {
            return run(trainer, out, err, terminal);
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
        RunFiles.requireSame(saved, file, experiment);
        try (Trainer trainer = new Trainer(experiment)) {
            SavedRun.restore(trainer, saved);
            if (trainer.isDone() && RunFiles.isComplete(saved)) {
                out.printf(
                        Locale.ROOT,
                        "%s is complete after epoch %d; to go on, raise training.epochs%s in its %s%n",
                        saved,
                        trainer.epochsDone(),
                        trainer.isStopped() ? " or training.stopAfter" : "",
                        RunFiles.EXPERIMENT);
                out.flush();
                return;
            }
            if (trainer.epochsDone() > experiment.settings().epochs()) {
                throw new IllegalArgumentException(file.origin() + ": training.epochs = "
                        + experiment.settings().epochs() + ", must be at least the " + trainer.epochsDone()
                        + " that are done");
            }
            structure.restore(saved);
            positions.restore(saved, trainer.epochsDone(), trainer.network());
            trust.restore(saved);
            secondsBefore = RunFiles.secondsOf(saved);
            RunLock lock = RunLock.of(saved);
            try {
                err.printf(Locale.ROOT, "Resuming %s after epoch %d%n", saved, trainer.epochsDone());
                run(trainer, out, err, terminal);
            } finally {
                lock.close();
            }
        }
    }

    private Optional<Evaluation> run(Trainer trainer, PrintWriter out, PrintWriter err, boolean terminal)
            throws IOException {
        int epochs = experiment.settings().epochs();
        announce(err);
        Progress progress = new Progress(err, terminal, epochs, trainer.epochsDone(), clock);
        try {
            if (trainer.epochsDone() == 0) {
                structure.epochEnded(trainer, false, err, terminal);
                positions.epochEnded(0, trainer.network());
                trust.epochEnded(trainer);
            }
            trainer.run(new TrainingListener() {
                @Override
                public void batchEnded(int epoch, int batch, int batches) {
                    progress.batchEnded(epoch, batch, batches);
                }

                @Override
                public void epochEnded(EpochRecord epoch) {
                    progress.epochEnded(epoch);
                    structure.epochEnded(trainer, trainer.isDone(), err, terminal);
                    positions.epochEnded(epoch.epoch(), trainer.network());
                    trust.epochEnded(trainer);
                    boolean stopped = !trainer.isDone() && stop.getAsBoolean();
                    if (stopped || (!trainer.isDone() && isTimeToSave())) {
                        save(trainer, checkpoint(trainer), Optional.empty(), progress.seconds());
                    }
                    if (stopped) {
                        throw new StoppedException();
                    }
                }
            });
            structure.epochEnded(trainer, true, err, terminal);
            byte[] checkpoint = checkpoint(trainer);
            Optional<Evaluation> test = experiment.test().map(trainer::evaluateBest);
            save(trainer, checkpoint, test, progress.seconds());
            report(out, trainer, test, secondsBefore + progress.seconds());
            return test;
        } catch (StoppedException saved) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (SpikeLimitException wild) {
            throw failure(
                    trainer,
                    "an example made more than " + wild.limit() + " spikes by " + wild.time()
                            + " ms, the network runs away",
                    wild);
        } catch (ArithmeticException impossible) {
            throw failure(trainer, impossible.getMessage(), impossible);
        }
    }

    /** Leaves a training that was saved. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoppedException() {
            super(null, null, false, false);
        }
    }

    private IllegalArgumentException failure(Trainer trainer, String what, RuntimeException cause) {
        return new IllegalArgumentException(
                "epoch " + (trainer.epochsDone() + 1) + ": " + what + "; a smaller --rate may keep it; "
                        + (folder.path() == null ? "nothing was written" : folder.path() + " holds an epoch before"),
                cause);
    }

    private boolean isTimeToSave() {
        return folder.path() == null || (clock.getAsLong() - saved) * SHARE_OF_SAVING >= costOfSaving;
    }

    private static byte[] checkpoint(Trainer trainer) {
        try {
            return trainer.checkpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce(PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "Training %s: %s; %s; %d threads%n",
                file.name(),
                experiment.network().description(),
                experiment.training(),
                experiment.settings().threads());
        List<String> absent = prepared.absent();
        if (!absent.isEmpty()) {
            err.printf("Entries of learn that this network has nothing for: %s%n", String.join(", ", absent));
        }
        if (prepared.lateSpikes() > 0) {
            err.printf(
                    Locale.ROOT,
                    "%d input spikes come at or after the end of a run, %s ms, and are left out%n",
                    prepared.lateSpikes(),
                    experiment.end());
        }
        err.flush();
    }

    private void save(Trainer trainer, byte[] checkpoint, Optional<Evaluation> test, double seconds) {
        long start = clock.getAsLong();
        try {
            folder.save(trainer.epochsDone(), inside -> {
                RunFiles.write(inside, file, data, experiment, trainer, checkpoint, test, secondsBefore + seconds);
                structure.write(inside);
                positions.write(inside);
                trust.write(inside);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        saved = clock.getAsLong();
        costOfSaving = saved - start;
    }

    private void report(PrintWriter out, Trainer trainer, Optional<Evaluation> test, double seconds) {
        EpochRecord last = trainer.history().get(trainer.epochsDone() - 1);
        test.ifPresent(result -> out.printf("%-14s %s%n", "test accuracy", accuracy(result)));
        trainer.bestEpoch()
                .ifPresent(best -> out.printf(
                        "%-14s %s, epoch %d%n",
                        "validation",
                        accuracy(trainer.history().get(best - 1).validation().orElseThrow()),
                        best));
        out.printf("%-14s %s%n", "training", accuracy(last.training()));
        Evaluation judged = test.orElse(last.training());
        out.printf(
                Locale.ROOT,
                "hidden spikes  %.2f per neuron and example, %d of the neurons silent%n",
                judged.hiddenSpikes(),
                judged.silentHidden());
        out.printf(Locale.ROOT, "mean delay     %.2f ms%n", last.meanDelay());
        out.printf(
                Locale.ROOT,
                "time           %s, %.0f examples per second%n",
                Durations.text(seconds),
                (double) last.epoch() * last.training().examples() / seconds);
        out.printf("run folder     %s%n", folder.path());
        out.flush();
    }

    private static String accuracy(Evaluation evaluation) {
        Interval interval = evaluation.accuracyInterval();
        return String.format(
                Locale.ROOT,
                "%.2f %% (%d of %d; 95 %% interval %.1f to %.1f)",
                100 * evaluation.accuracy(),
                evaluation.correct(),
                evaluation.examples(),
                100 * interval.low(),
                100 * interval.high());
    }
}
