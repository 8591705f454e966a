package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network is judged as the trainer that it comes from judges it. */
class EvaluatorTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void agreesWithTheTrainerToTheLastBit(int threads) {
        TrainableNetwork network = SmallTask.trainable(SmallTask.network(2.5, 1.2));
        Experiment experiment =
                SmallTask.experiment(network, SmallTask.settings(5, 2, 2, 10, SmallTask.everythingLearned(network)));
        EventDataset data = SmallTask.data(40, 9);
        try (Trainer trainer = new Trainer(experiment)) {
            trainer.run(new TrainingListener() {});
            Evaluation expected = trainer.evaluate(data);
            assertThat(expected.hiddenSpikes()).isPositive();
            try (Evaluator evaluator =
                    new Evaluator(trainer.network(), experiment.objective(), experiment.end(), threads)) {
                assertThat(evaluator.evaluate(data)).isEqualTo(expected);
                assertThat(evaluator.evaluate(data)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aLossOverAnotherNetworkIsRefused() {
        Network network = SmallTask.network(2.5, 1.2);
        Objective other = Objective.of(SmallTask.loss(network));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluator(network.withoutSynapses(), other, SmallTask.END, 0))
                .withMessage("threads = 0, must be at least 1");
        Network wider = Network.inDimensions(2)
                .population(
                        "output",
                        network.population("hidden").model(),
                        network.population("hidden").size())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluator(wider, other, SmallTask.END, 1))
                .withMessage("the loss is over a population of another network");
    }
}
