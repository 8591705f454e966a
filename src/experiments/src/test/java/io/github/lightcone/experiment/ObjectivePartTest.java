package io.github.lightcone.experiment;

import static io.github.lightcone.experiment.SmallExperiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.FirstSpikeSquaredError;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.RelativeFirstSpike;
import io.github.lightcone.learning.loss.SpikeCountCrossEntropy;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.learning.regularise.ParameterPenalty;
import io.github.lightcone.learning.regularise.WeightL1;
import io.github.lightcone.learning.regularise.WeightL2;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.structure.cost.ActsOn;
import io.github.lightcone.structure.cost.CommunicabilityCost;
import io.github.lightcone.structure.cost.ConnectionCost;
import io.github.lightcone.structure.cost.Repulsion;
import io.github.lightcone.structure.cost.WiringLength;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectivePartTest {

    private static final String INTEGRATOR = "{model: integrator, tauMem: 20, tauSyn: 5}";

    private static EpochRecord oneEpoch(Experiment experiment) {
        try (Trainer trainer = new Trainer(experiment)) {
            return trainer.runEpoch(new TrainingListener() {});
        }
    }

    private static Population outputs(Experiment experiment) {
        return experiment.network().description().population("output");
    }

    @Test
    void lossesOfSpikingOutputs() {
        Experiment experiment = experiment("loss", "{kind: first-spike, tau0: 0.5, tau1: 3, alpha: 0.1}");
        assertThat(experiment.objective().loss())
                .isEqualTo(new FirstSpikeCrossEntropy(outputs(experiment), 0.5, 3, 0.1));
        experiment = experiment("loss", "{kind: first-spike-squared, correct: 20, wrong: 50}");
        assertThat(experiment.objective().loss()).isEqualTo(new FirstSpikeSquaredError(outputs(experiment), 20, 50));
        experiment = experiment("loss", "{kind: relative-first-spike, gap: 5, clipped: false}");
        assertThat(experiment.objective().loss()).isEqualTo(new RelativeFirstSpike(outputs(experiment), 5, false));
        experiment = experiment("loss", "{kind: spike-count, tau: 2, scale: 3}");
        assertThat(experiment.objective().loss()).isInstanceOf(SpikeCountCrossEntropy.class);
        assertThat(oneEpoch(experiment).training().loss()).isPositive();
    }

    /**
     * The scale of a mean is per the length of a run, 100 ms, so at one step the loss is that of Java with the scale
     * divided by it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "weighted-voltage, tau: 30, scale: 40",
                "integrated-voltage, scale: 40",
                "maximum-voltage, scale: 4"
            })
    void lossesOfVoltages(String loss) {
        String[] changes = {"network.populations.output.neuron", INTEGRATOR, "loss", "{kind: " + loss + "}"};
        Experiment experiment = experiment(changes);
        Loss same = loss.startsWith("weighted")
                ? VoltageCrossEntropy.weighted(outputs(experiment), 30, 0.4)
                : loss.startsWith("integrated")
                        ? VoltageCrossEntropy.integrated(outputs(experiment), 0.4)
                        : VoltageCrossEntropy.maximum(outputs(experiment), 4);
        Experiment byHand = experiment(changes);
        byHand = new Experiment(
                byHand.network(),
                Objective.of(same),
                byHand.end(),
                byHand.training(),
                byHand.validation(),
                byHand.test(),
                byHand.settings());
        assertThat(oneEpoch(experiment)).isEqualTo(oneEpoch(byHand));
    }

    @Test
    void theLossMayBeOverAnotherPopulation() {
        Experiment experiment =
                experiment("network.populations.hidden.size", "2", "loss", "{kind: first-spike, tau0: 1, of: hidden}");
        assertThat(experiment.objective().loss().outputs().name()).isEqualTo("hidden");
    }

    @Test
    void penaltiesOfWeights() {
        Objective both = experiment(
                        "regularise", "[{kind: l1, strength: 0.5}, {kind: l2, strength: 0.25, of: 'hidden->output'}]")
                .objective();
        Experiment experiment = experiment();
        double[] weights = experiment.network().parameters().weight();
        double sum = 0;
        for (int s = 0; s < weights.length; s++) {
            sum += 0.5 * Math.abs(weights[s]);
        }
        double l1 = new WeightL1(0.5)
                .value(experiment.network().description(), experiment.network().parameters());
        double l2 = new WeightL2(0.25, "hidden->output")
                .value(experiment.network().description(), experiment.network().parameters());
        assertThat(l1).isCloseTo(sum, within(1e-12));
        assertThat(both.penalty()
                        .orElseThrow()
                        .value(
                                experiment.network().description(),
                                experiment.network().parameters()))
                .isEqualTo(l1 + l2);
    }

    @Test
    void proximalSteps() {
        assertThat(experiment("regularise", "[{kind: proximal-l1, strength: 0.5}]")
                        .objective()
                        .proximal())
                .containsInstanceOf(WeightL1.class);
        assertThat(experiment("regularise", "[{kind: proximal-l2, strength: 0.5, of: ['input->hidden']}]")
                        .objective()
                        .proximal())
                .containsInstanceOf(WeightL2.class);
        assertThat(oneEpoch(experiment("regularise", "[{kind: proximal-l1, strength: 1000}]"))
                        .vanished())
                .isPositive();
    }

    @Test
    void proximalStepsCannotActOnWeightsThatFollowFromPositions() {
        String[] derived = {
            "network.projections.0.weights",
            "{fromPositions: {inhibition: 0.4}}",
            "regularise",
            "[{kind: proximal-l1, strength: 0.5}]"
        };
        assertThatThrownBy(() -> experiment(derived))
                .hasMessageContaining("regularise.0: a proximal step cannot act on the weights of input->hidden, which"
                        + " follow from positions; l1 can, or name other projections in of");
        derived[3] = "[{kind: proximal-l1, strength: 0.5, of: [hidden->output]}]";
        assertThat(experiment(derived).objective().proximal()).isPresent();
        derived[3] = "[{kind: l1, strength: 0.5}]";
        assertThat(experiment(derived).objective().penalty()).isPresent();
    }

    @Test
    void costsOfConnections() {
        Experiment experiment = experiment();
        Network network = experiment.network().description();
        Parameters parameters = experiment.network().parameters();
        List<String> all = List.of();
        Map<String, ConnectionCost> costs = Map.of(
                "{kind: wiring, strength: 0.5}",
                new WiringLength(0.5, 1, true, ActsOn.BOTH, all),
                "{kind: wiring, strength: 0.5, gamma: 2, normalised: false, of: 'hidden->output'}",
                new WiringLength(0.5, 2, false, ActsOn.BOTH, List.of("hidden->output")),
                "{kind: wiring, strength: 0.5, on: weights}",
                new WiringLength(0.5, 1, true, ActsOn.WEIGHTS, all),
                "{kind: communicability, strength: 0.5, constant: true, on: positions}",
                new CommunicabilityCost(0.5, true, ActsOn.POSITIONS, all),
                "{kind: communicability, strength: 0.5}",
                new CommunicabilityCost(0.5, false, ActsOn.BOTH, all),
                "{kind: repulsion, strength: 0.5, radius: 3, of: [hidden, output]}",
                new Repulsion(0.5, 3, List.of("hidden", "output")));
        costs.forEach((text, cost) -> {
            ParameterPenalty penalty = experiment("regularise", "[" + text + "]")
                    .objective()
                    .penalty()
                    .orElseThrow();
            Gradients expected = new Gradients(network);
            cost.addGradient(network, parameters, expected);
            Gradients actual = new Gradients(network);
            penalty.addGradient(network, parameters, actual);
            assertThat(penalty.value(network, parameters)).isEqualTo(cost.value(network, parameters));
            assertThat(actual.weight()).as(text).isEqualTo(expected.weight());
            assertThat(actual.position()).as(text).isEqualTo(expected.position());
        });
    }

    @Test
    void aCostOfWireShortensItAndReachesZero() {
        String[] positions = {
            "learn", "[{what: weights, rate: 0.01}, {what: positions, rate: 0.1}]", "training.epochs", "3"
        };
        double free = wire(positions);
        String[] cost = Arrays.copyOf(positions, 6);
        cost[4] = "regularise";
        cost[5] = "[{kind: wiring, strength: 1, normalised: false}]";
        assertThat(wire(cost)).isLessThan(0.9 * free);
        cost[5] = "[{kind: proximal-wiring, strength: 100}]";
        assertThat(oneEpoch(experiment(cost)).vanished()).isPositive();
    }

    /** Returns the length of wire after training. */
    private static double wire(String... placesAndValues) {
        try (Trainer trainer = new Trainer(experiment(placesAndValues))) {
            trainer.run(new TrainingListener() {});
            Network network = trainer.network();
            return new WiringLength(1, 1, false, ActsOn.BOTH, List.of()).value(network, network.parameters());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: rate-band, of: hidden, spikes: [50, 60], strength: 1",
                "kind: mean-voltage, of: hidden, target: 5, strength: 1",
                "kind: pull-silent, of: hidden, level: 9, strength: 1",
                "kind: pull-correct-output, level: 9, strength: 1"
            })
    void costsOfActivity(String cost) {
        // Half of these act on silent neurons alone: weights are 0.
        String[] silent = {"network.projections.0.weights", "0", "regularise", "[{" + cost + "}]"};
        EpochRecord epoch = oneEpoch(experiment(silent));
        assertThat(epoch.training().activityCost()).isPositive();
        silent[3] = "[{" + cost.replace("strength: 1", "strength: 3") + "}]";
        silent[1] = "0";
        assertThat(oneEpoch(experiment(silent)).training().activityCost())
                .isGreaterThan(epoch.training().activityCost());
        assertThat(oneEpoch(experiment()).training().activityCost()).isZero();
    }
}
