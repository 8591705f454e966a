package io.github.lightcone.learning.training;

/**
 * How a network did on a data set.
 *
 * @param examples number of examples
 * @param correct number of examples whose predicted class was the label
 * @param loss mean loss per example, without regularisers
 * @param activityCost mean cost of the activity per example
 * @param hiddenSpikes mean number of spikes per hidden neuron and example
 * @param silentHidden number of hidden neurons that never spiked
 * @param silentCorrect number of examples in which the output of the label did not spike, although it
 *     could
 * @param confusion which classes were taken for which
 */
public record Evaluation(
        int examples,
        int correct,
        double loss,
        double activityCost,
        double hiddenSpikes,
        int silentHidden,
        int silentCorrect,
        ConfusionMatrix confusion) {

    /** Returns the share of correct examples, 0 to 1. */
    public double accuracy() {
        return (double) correct / examples;
    }

    /** Returns where the probability of a correct answer to an example of this kind lies. */
    public Interval accuracyInterval() {
        return Interval.ofProbability(correct, examples);
    }

    /** Returns whether this is better than another on the same data: more are correct, or as many at a smaller loss. */
    public boolean isBetterThan(Evaluation other) {
        return correct > other.correct || (correct == other.correct && loss < other.loss);
    }
}
