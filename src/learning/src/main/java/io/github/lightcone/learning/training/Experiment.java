package io.github.lightcone.learning.training;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Optional;

/**
 * All that a training run is made of. Training changes the values of the network, so an experiment is good for
 * one run.
 *
 * @param network what is trained; its first population are the inputs, one spike source per channel
 * @param objective what is made small; its loss is over a population of this network, one output per class
 * @param end length of a run, ms
 * @param training what it learns from
 * @param validation what settings may be chosen by, and when to stop, if anything
 * @param test what the result is judged by, if anything
 * @param settings how it is trained
 */
public record Experiment(
        TrainableNetwork network,
        Objective objective,
        double end,
        EventDataset training,
        Optional<EventDataset> validation,
        Optional<EventDataset> test,
        TrainingSettings settings) {

    /** Checks that data, network, loss and what is learned fit together. */
    public Experiment {
        ParameterCheck.positive("end", end);
        Network description = network.description();
        Population inputs = description.populations().get(0);
        Population outputs = objective.loss().outputs();
        if (inputs.kind() != NeuronKind.SPIKE_SOURCE) {
            throw new IllegalArgumentException("the first population, '" + inputs.name() + "', must be spike sources");
        }
        if (!description.populations().contains(outputs)) {
            throw new IllegalArgumentException("the loss is over a population of another network");
        }
        checkData("training", training, inputs, outputs);
        validation.ifPresent(data -> checkData("validation", data, inputs, outputs));
        test.ifPresent(data -> checkData("test", data, inputs, outputs));
        for (LearnedGroup group : settings.groups()) {
            if (!network.learnables().contains(group.learnable())) {
                throw new IllegalArgumentException(
                        "'" + group.learnable().name() + "' is learned but not among what the network has to learn");
            }
        }
        if (settings.stopping().isPresent() && validation.isEmpty()) {
            throw new IllegalArgumentException(
                    "stopping early needs validation data: test data would not be test data any more");
        }
    }

    private static void checkData(String name, EventDataset data, Population inputs, Population outputs) {
        if (data.channels() != inputs.size() || data.classes() != outputs.size()) {
            throw new IllegalArgumentException(name + " data have " + data.channels() + " channels and "
                    + data.classes() + " classes, the network " + inputs.size() + " inputs and " + outputs.size()
                    + " outputs");
        }
    }
}
