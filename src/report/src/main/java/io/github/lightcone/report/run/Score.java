package io.github.lightcone.report.run;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.learning.training.Interval;

/**
 * How the network did on a set of examples.
 *
 * @param set which, such as {@code test}
 * @param correct number of correct examples
 * @param examples number of examples
 * @param loss mean loss per example
 * @param hiddenSpikes mean spikes per hidden neuron and example
 */
public record Score(String set, int correct, int examples, double loss, double hiddenSpikes) {

    static Score read(String set, JsonObject fields) throws FormatException {
        int examples = fields.integer("examples", 1, Integer.MAX_VALUE);
        return new Score(
                set,
                fields.integer("correct", 0, examples),
                examples,
                fields.number("loss"),
                fields.number("hiddenSpikes"));
    }

    /** Returns the share of correct examples, 0 to 1. */
    public double accuracy() {
        return (double) correct / examples;
    }

    /** Returns where the probability of a correct answer lies. */
    public Interval interval() {
        return Interval.ofProbability(correct, examples);
    }
}
