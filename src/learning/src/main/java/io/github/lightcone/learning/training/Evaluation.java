package io.github.lightcone.learning.training;

/**
 * How a network did on a data set.
 *
 * @param examples number of examples
 * @param correct number of examples whose predicted class was the label
 * @param loss mean loss per example
 * @param hiddenSpikes mean number of spikes per hidden neuron and example
 * @param silentHidden number of hidden neurons that never spiked
 * @param silentCorrect number of examples in which the output of the label did not spike, although it
 *     could
 */
public record Evaluation(
        int examples, int correct, double loss, double hiddenSpikes, int silentHidden, int silentCorrect) {

    /** Returns the share of correct examples, 0 to 1. */
    public double accuracy() {
        return (double) correct / examples;
    }
}
