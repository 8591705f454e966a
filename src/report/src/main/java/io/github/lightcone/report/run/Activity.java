package io.github.lightcone.report.run;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.structure.function.Selectivity;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the trained network does: it is run again on examples of a set, as many of each class.
 *
 * @param set which set: test, validation or training
 * @param examples number of examples that were run
 * @param spikesPerExample mean spikes per example, those of inputs included
 * @param eventsPerExample mean arrivals at synapses per example
 * @param meanSpikes mean spikes of each neuron per example
 * @param selectivity how much neurons prefer classes, if the set has examples of all
 * @param trial one example in full
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Activity(
        String set,
        int examples,
        double spikesPerExample,
        double eventsPerExample,
        double[] meanSpikes,
        Optional<Selectivity> selectivity,
        Trial trial) {

    private static final int SPIKES_PER_NEURON = 500;

    /**
     * Runs the network.
     *
     * @param most how many examples to run, shared among the classes; of each class at least 1
     * @param chosen number of the example to show, -1 for the first that is taken for the right class
     */
    static Activity of(Network network, Experiment experiment, int most, int chosen) {
        String set = experiment.test().isPresent()
                ? "test"
                : experiment.validation().isPresent() ? "validation" : "training";
        EventDataset data = experiment.test().or(experiment::validation).orElse(experiment.training());
        if (chosen >= data.size()) {
            throw new IllegalArgumentException("example = " + chosen + ", must be from 0 to " + (data.size() - 1)
                    + ", the " + set + " data have " + data.size());
        }
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Loss loss = experiment.objective().loss();
        Simulator simulator = new Simulator(compiled, loss.readouts())
                .spikeLimit((int) Math.min(Integer.MAX_VALUE, (long) SPIKES_PER_NEURON * network.neuronCount()));
        int[] examples = spread(data, most);
        double[][] responses = new double[network.neuronCount()][examples.length];
        int[] classOfTrial = new int[examples.length];
        long spikes = 0;
        long events = 0;
        int shown = chosen;
        for (int k = 0; k < examples.length; k++) {
            int example = examples[k];
            Tape tape = simulator.run(data.input(example), experiment.end());
            classOfTrial[k] = data.label(example);
            spikes += tape.spikeCount();
            events += tape.synapticEvents();
            for (int n = 0; n < responses.length; n++) {
                responses[n][k] = tape.spikeCountOf(n);
            }
            if (shown < 0 && loss.prediction(tape) == data.label(example)) {
                shown = example;
            }
        }
        shown = Math.max(0, shown);
        boolean everyClass = Arrays.stream(classOfTrial).distinct().count() == data.classes();
        return new Activity(
                set,
                examples.length,
                (double) spikes / examples.length,
                (double) events / examples.length,
                means(responses),
                everyClass
                        ? Optional.of(
                                Selectivity.of(Selectivity.meanResponses(responses, classOfTrial, data.classes())))
                        : Optional.empty(),
                Trial.run(compiled, loss, data.input(shown), data.label(shown), shown, experiment.end()));
    }

    /** Returns examples of all classes, as many of each as there are and spread over the set, in its order. */
    private static int[] spread(EventDataset data, int most) {
        int each = Math.max(1, most / data.classes());
        int[] size = data.classCounts();
        int[] met = new int[data.classes()];
        return IntStream.range(0, data.size())
                .filter(example -> {
                    int label = data.label(example);
                    long before = (long) met[label]++ * each / size[label];
                    return size[label] <= each || before != (long) met[label] * each / size[label];
                })
                .toArray();
    }

    private static double[] means(double[][] responses) {
        double[] means = new double[responses.length];
        for (int n = 0; n < means.length; n++) {
            for (double response : responses[n]) {
                means[n] += response / responses[n].length;
            }
        }
        return means;
    }
}
