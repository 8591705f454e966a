package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.simulation.SpikeLimitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains an experiment, with a report of progress and a run folder that is saved after every epoch. */
final class TrainingRun {

    private final String name;
    private final Map<String, Object> settings;
    private final Experiment experiment;
    private final RunFolder folder;
    private final List<EpochRecord> history = new ArrayList<>();

    /**
     * Prepares a run.
     *
     * @param name name of the task
     * @param chosen settings of the experiment, for the record
     * @param details what else is to be recorded of the task
     * @param folder where to write the run
     */
    TrainingRun(
            String name, ExperimentSettings chosen, Map<String, ?> details, Experiment experiment, RunFolder folder) {
        this.name = name;
        this.experiment = experiment;
        settings = describe(chosen);
        settings.putAll(details);
        this.folder = folder;
    }

    private Map<String, Object> describe(ExperimentSettings chosen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        fields.put("task", name);
        fields.put("seed", chosen.seed());
        fields.put("hidden", chosen.hidden());
        fields.put("dimensions", chosen.dimensions());
        fields.put("delays", chosen.delays().label());
        fields.put("learn", chosen.learn().stream().map(ParameterGroup::label).toList());
        Map<String, Double> rates = new LinkedHashMap<>();
        chosen.learn().forEach(group -> rates.put(group.label(), chosen.rates().get(group)));
        fields.put("rates", rates);
        fields.put("decay", chosen.decay());
        fields.put("epochs", chosen.epochs());
        fields.put("batch", chosen.batchSize());
        fields.put("positionDeviation", chosen.positionDeviation());
        fields.put("largestFreeDelay", chosen.largestFreeDelay());
        fields.put("outputLift", chosen.outputLift());
        fields.put("revival", chosen.revival());
        fields.put("inputDropout", chosen.inputDropout());
        return fields;
    }

    /**
     * Trains.
     *
     * @param out receives the result
     * @param err receives progress
     * @param terminal whether {@code err} can rewrite a line
     */
    void run(PrintWriter out, PrintWriter err, boolean terminal) throws IOException {
        try (Trainer trainer = new Trainer(experiment)) {
            int epochs = experiment.settings().epochs();
            err.printf(
                    Locale.ROOT,
                    "Training %s: %s; %s; %d threads%n",
                    name,
                    experiment.network(),
                    experiment.training(),
                    experiment.settings().threads());
            Progress progress = new Progress(err, terminal, epochs, System::nanoTime);
            trainer.run(new TrainingListener() {
                @Override
                public void batchEnded(int epoch, int batch, int batches) {
                    progress.batchEnded(epoch, batch, batches);
                }

                @Override
                public void epochEnded(EpochRecord epoch) {
                    progress.epochEnded(epoch);
                    Optional<Evaluation> test = epoch.epoch() == epochs
                            ? Optional.of(trainer.evaluate(experiment.test()))
                            : Optional.empty();
                    double seconds = progress.seconds();
                    save(trainer, epoch, test, seconds);
                    test.ifPresent(result -> report(out, epoch, result, seconds));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (SpikeLimitException wild) {
            throw new IllegalArgumentException(
                    "epoch " + (history.size() + 1) + ": an example made more than " + wild.limit() + " spikes by "
                            + wild.time() + " ms, the network runs away; a smaller --rate may keep it; "
                            + (folder.path() == null
                                    ? "nothing was written"
                                    : folder.path() + " holds the epoch before"),
                    wild);
        }
    }

    private void save(Trainer trainer, EpochRecord epoch, Optional<Evaluation> test, double seconds) {
        history.add(epoch);
        try {
            folder.save(epoch.epoch(), inside -> {
                RunFiles.writeNetwork(inside, trainer.network());
                RunFiles.writeHistory(inside, history);
                RunFiles.writeMetrics(
                        inside,
                        epoch,
                        experiment.settings().epochs(),
                        test,
                        trainer.totals(),
                        seconds,
                        experiment.settings().threads());
                RunFiles.writeSettings(inside, settings);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(PrintWriter out, EpochRecord last, Evaluation test, double seconds) {
        out.printf(
                Locale.ROOT,
                "test accuracy  %.2f %% (%d of %d)%n",
                100 * test.accuracy(),
                test.correct(),
                test.examples());
        last.validation()
                .ifPresent(
                        validation -> out.printf(Locale.ROOT, "validation     %.2f %%%n", 100 * validation.accuracy()));
        out.printf(
                Locale.ROOT, "training       %.2f %%%n", 100 * last.training().accuracy());
        out.printf(
                Locale.ROOT,
                "hidden spikes  %.2f per neuron and example, %d of the neurons silent%n",
                test.hiddenSpikes(),
                test.silentHidden());
        out.printf(Locale.ROOT, "mean delay     %.2f ms%n", last.meanDelay());
        out.printf(
                Locale.ROOT,
                "time           %s, %.0f examples per second%n",
                Durations.text(seconds),
                (double) last.epoch() * last.training().examples() / seconds);
        out.printf("run folder     %s%n", folder.path());
        out.flush();
    }
}
