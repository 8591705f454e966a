package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Optimizer;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.parameter.WeightRounding;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Weights on a grid in every step, with gradients that pass straight through. */
class RoundedTrainingTest {

    private static final double GRID = 0.5;

    private static final WeightRounding TO_GRID = weight -> {
        for (int s = 0; s < weight.length; s++) {
            weight[s] = GRID * Math.rint(weight[s] / GRID);
        }
    };

    private static TrainableNetwork weights() {
        Network network = SmallTask.network(2.5, 1);
        List<Learnable> weights = network.projections().stream()
                .map(projection -> Learnables.weights(network, projection))
                .toList();
        return new TrainableNetwork(network, List.of(), weights);
    }

    private static TrainableNetwork rounded() {
        TrainableNetwork network = weights();
        network.round(TO_GRID);
        return network;
    }

    private static void assertOnGrid(double... weight) {
        for (double w : weight) {
            assertThat(w / GRID).isEqualTo(Math.rint(w / GRID));
        }
    }

    private static Experiment experiment(TrainableNetwork network, int threads, int epochs, double revival) {
        return SmallTask.experiment(
                network,
                new TrainingSettings(
                        3,
                        threads,
                        epochs,
                        10,
                        SmallTask.weightsLearned(network, 0.03),
                        1,
                        revival,
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    /** With plain descent at rate 0.1, values 1.2 and gradient 1 give 1.1 and 1.0 and then 0.7, though the weight is 1. */
    @Test
    void aGradientPassesStraightThroughToTheUnroundedValue() {
        TrainableNetwork network = rounded();
        Projection projection = network.description().projection("input", "hidden");
        Learnable weights = network.learnable("weights " + projection.name());
        int s = projection.firstSynapse();
        weights.values()[0] = 1.2;
        network.refresh();
        assertThat(network.parameters().weight()[s]).isEqualTo(1);
        LearnedGroup group = new LearnedGroup(
                weights,
                new Sgd(0, false),
                0.1,
                Schedule.constant(),
                Bounds.none(weights.values().length),
                Double.POSITIVE_INFINITY);
        Optimizer optimizer = new Optimizer(List.of(group));
        double[] gradient = {1, 1, 3};
        double[] value = {1.1, 1.0, 0.7};
        double[] weight = {1, 1, 0.5};
        for (int k = 0; k < gradient.length; k++) {
            Gradients gradients = new Gradients(network.description());
            gradients.weight()[s] = gradient[k];
            network.chain(gradients);
            optimizer.step(new Schedule.Time(0, 1, k, 3), network.parameters(), gradients);
            network.refresh();
            assertThat(weights.values()[0]).isCloseTo(value[k], within(1e-12));
            assertThat(network.parameters().weight()[s]).isEqualTo(weight[k]);
        }
    }

    /** A change of 0.2 to the rounded weight 1 of the value 1.2 makes the value 1.4, and no other value changes. */
    @Test
    void aChangeOfARoundedWeightIsOneOfItsValue() {
        TrainableNetwork network = rounded();
        network.mask(new SynapseMask(network.description().synapseCount()));
        Learnable weights = network.learnables().get(0);
        weights.values()[0] = 1.2;
        network.refresh();
        double[] values = weights.values().clone();
        network.parameters().weight()[0] += 0.2;
        network.collect();
        values[0] = 1.4;
        assertThat(weights.values()).containsExactly(values, within(1e-12));
        assertThat(network.parameters().weight()[0]).isEqualTo(1.5);
    }

    @Test
    void prunedSynapsesStayPrunedAndKeepTheirUnroundedWeights() {
        TrainableNetwork network = rounded();
        SynapseMask mask = new SynapseMask(network.description().synapseCount());
        mask.prune(1);
        double before = network.learnables().get(0).values()[1];
        network.mask(mask);
        assertThat(network.parameters().weight()[1]).isZero();
        network.collect();
        assertThat(network.learnables().get(0).values()[1]).isEqualTo(before);
    }

    @Test
    void theGridIsKeptAfterEveryStepAlsoOnesThatPassByTheOptimiser() {
        TrainableNetwork network = rounded();
        double[] first = network.parameters().weight().clone();
        try (Trainer trainer = new Trainer(experiment(network, 1, 3, 0.05))) {
            trainer.run(new TrainingListener() {
                @Override
                public void batchEnded(int epoch, int batch, int batches) {
                    assertOnGrid(network.parameters().weight());
                }
            });
            assertOnGrid(trainer.bestNetwork().parameters().weight());
        }
        assertThat(network.parameters().weight()).isNotEqualTo(first);
        assertThat(Arrays.stream(network.learnables().get(0).values())).anyMatch(w -> w / GRID != Math.rint(w / GRID));
    }

    /** The weights of a trained network, rounded coarsely and then trained as rounded ones. */
    @Test
    void tuningMakesTheTrainingLossOfTheRoundedNetworkSmaller() {
        TrainableNetwork network = weights();
        try (Trainer trainer = new Trainer(experiment(network, 1, 5, 0))) {
            trainer.run(new TrainingListener() {});
        }
        network.round(TO_GRID);
        try (Trainer trainer = new Trainer(experiment(network, 1, 10, 0))) {
            double before = trainer.evaluate(SmallTask.data(70, 1)).loss();
            trainer.run(new TrainingListener() {});
            assertThat(trainer.evaluate(SmallTask.data(70, 1)).loss()).isLessThan(before);
        }
    }

    @Test
    void sameBitsForAnyNumberOfThreads() {
        assertThat(trained(2)).containsExactly(trained(1));
    }

    private static double[] trained(int threads) {
        TrainableNetwork network = rounded();
        try (Trainer trainer = new Trainer(experiment(network, threads, 2, 0.05))) {
            trainer.run(new TrainingListener() {});
        }
        return network.learnables().get(0).values();
    }
}
