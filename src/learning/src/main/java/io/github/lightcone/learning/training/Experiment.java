package io.github.lightcone.learning.training;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Optional;

/**
 * All that a training run is made of.
 *
 * @param network the untrained network; its first population are the inputs, one spike source per channel
 * @param loss loss over a population of this network, one output per class
 * @param end length of a run, ms
 * @param training what it learns from
 * @param validation what settings may be chosen by, if anything
 * @param test what the result is judged by
 * @param settings how it is trained
 */
public record Experiment(
        Network network,
        Loss loss,
        double end,
        EventDataset training,
        Optional<EventDataset> validation,
        EventDataset test,
        TrainingSettings settings) {

    /** Checks that data, network and loss fit together. */
    public Experiment {
        ParameterCheck.positive("end", end);
        Population inputs = network.populations().get(0);
        if (inputs.kind() != NeuronKind.SPIKE_SOURCE) {
            throw new IllegalArgumentException("the first population, '" + inputs.name() + "', must be spike sources");
        }
        if (!network.populations().contains(loss.outputs())) {
            throw new IllegalArgumentException("the loss is over a population of another network");
        }
        checkData("training", training, inputs, loss.outputs());
        validation.ifPresent(data -> checkData("validation", data, inputs, loss.outputs()));
        checkData("test", test, inputs, loss.outputs());
    }

    private static void checkData(String name, EventDataset data, Population inputs, Population outputs) {
        if (data.channels() != inputs.size() || data.classes() != outputs.size()) {
            throw new IllegalArgumentException(name + " data have " + data.channels() + " channels and "
                    + data.classes() + " classes, the network " + inputs.size() + " inputs and " + outputs.size()
                    + " outputs");
        }
    }
}
