package io.github.lightcone.report.run;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a run reached and what it cost.
 *
 * @param experiment name of the experiment
 * @param seed of everything random
 * @param lightcone version that trained
 * @param java version it ran on
 * @param epoch last epoch that is saved
 * @param epochs epochs that were asked for
 * @param complete whether training came to its end
 * @param bestEpoch the epoch with the best result on the validation data, if there are any
 * @param scores results, what judges the run first: test, best validation, validation, training
 * @param meanDelay mean total delay of all synapses, ms
 * @param seconds time that training took
 * @param threads number of threads
 * @param trainedExamples examples that were trained on, each epoch counted
 * @param runs runs of the simulator, for training and for results
 * @param spikes spikes in all of these
 * @param synapticEvents arrivals at synapses in all of these
 * @param learnedNumbers how many numbers were learned
 * @param classes names of the classes
 */
public record RunSummary(
        String experiment,
        long seed,
        String lightcone,
        String java,
        int epoch,
        int epochs,
        boolean complete,
        OptionalInt bestEpoch,
        List<Score> scores,
        double meanDelay,
        double seconds,
        int threads,
        double trainedExamples,
        double runs,
        double spikes,
        double synapticEvents,
        long learnedNumbers,
        List<String> classes) {

    private static final String[] SETS = {"test", "bestValidation", "validation", "training"};

    /** Copies the lists. */
    public RunSummary {
        scores = List.copyOf(scores);
        classes = List.copyOf(classes);
    }

    static RunSummary read(Path run) throws FormatException {
        JsonObject metrics = JsonFiles.read(run.resolve("metrics.json"));
        JsonObject settings = JsonFiles.read(run.resolve("settings.json"));
        List<Score> scores = new ArrayList<>();
        for (String set : SETS) {
            if (metrics.has(set)) {
                scores.add(Score.read(set.equals("bestValidation") ? "best validation" : set, metrics.object(set)));
            }
        }
        if (scores.isEmpty()) {
            throw metrics.error("training is missing");
        }
        JsonObject totals = metrics.object("totals");
        JsonObject execution = metrics.object("execution");
        return new RunSummary(
                settings.string("experiment"),
                (long) settings.number("seed"),
                settings.string("lightcone"),
                settings.string("java"),
                metrics.integer("epoch", 1, Integer.MAX_VALUE),
                metrics.integer("epochs", 1, Integer.MAX_VALUE),
                metrics.truth("complete"),
                metrics.has("bestEpoch")
                        ? OptionalInt.of(metrics.integer("bestEpoch", 1, Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                scores,
                metrics.number("meanDelay"),
                execution.number("seconds"),
                execution.integer("threads", 1, Integer.MAX_VALUE),
                totals.number("trainedExamples"),
                totals.number("runs"),
                totals.number("spikes"),
                totals.number("synapticEvents"),
                (long) metrics.number("learnedNumbers"),
                settings.strings("classes"));
    }

    /** Returns the result that judges the run. */
    public Score headline() {
        return scores.get(0);
    }
}
