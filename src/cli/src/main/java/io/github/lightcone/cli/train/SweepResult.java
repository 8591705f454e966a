package io.github.lightcone.cli.train;

import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * What a run of a sweep led to.
 *
 * @param condition label of its condition
 * @param seed its seed
 * @param test accuracy on the test data, 0 to 1, if there are any
 * @param validation best accuracy on the validation data, if there are any
 * @param training accuracy in the last epoch
 * @param epochs epochs done
 * @param learned how many numbers were learned
 * @param hiddenSpikes spikes per hidden neuron and training example in the last epoch, if neurons spike
 * @param seconds time of training
 */
public record SweepResult(
        String condition,
        long seed,
        OptionalDouble test,
        OptionalDouble validation,
        double training,
        int epochs,
        long learned,
        OptionalDouble hiddenSpikes,
        double seconds) {

    /** Reads what a complete run left, or returns null if it is not complete. */
    static SweepResult of(String condition, long seed, Path run) throws IOException {
        JsonObject metrics = JsonFiles.read(run.resolve(RunFiles.METRICS));
        if (!metrics.truth("complete")) {
            return null;
        }
        return new SweepResult(
                condition,
                seed,
                accuracy(metrics, "test"),
                accuracy(metrics, "bestValidation"),
                metrics.object("training").number("accuracy"),
                metrics.integer("epoch", 1, Integer.MAX_VALUE),
                (long) metrics.number("learnedNumbers"),
                number(metrics.object("training"), "hiddenSpikes"),
                metrics.object("execution").number("seconds"));
    }

    private static OptionalDouble accuracy(JsonObject metrics, String set) throws IOException {
        return metrics.has(set) ? OptionalDouble.of(metrics.object(set).number("accuracy")) : OptionalDouble.empty();
    }

    private static OptionalDouble number(JsonObject fields, String field) throws IOException {
        return fields.has(field) ? OptionalDouble.of(fields.number(field)) : OptionalDouble.empty();
    }

    /** Returns the accuracy that the run is judged by: on test data, else on validation data, else in training. */
    public double judged() {
        return test.orElse(validation.orElse(training));
    }
}
