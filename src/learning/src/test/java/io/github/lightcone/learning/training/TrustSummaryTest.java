package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.adjoint.TrustReport;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustSummaryTest {

    private static Experiment experiment(int examples, int threads) {
        TrainableNetwork trainable = SmallTask.trainable(SmallTask.network(2.5, 1));
        return new Experiment(
                trainable,
                Objective.of(SmallTask.loss(trainable.description())),
                SmallTask.END,
                SmallTask.data(examples, 1),
                Optional.empty(),
                Optional.empty(),
                SmallTask.settings(5, threads, 3, 7, SmallTask.everythingLearned(trainable)));
    }

    /** Two examples are all examined: the summary is that of two reports of plain passes. */
    @Test
    void itIsThatOfPlainPasses() {
        Experiment experiment = experiment(2, 1);
        Network network = experiment.network().network();
        Loss loss = experiment.objective().loss();
        Simulator simulator = new Simulator(CompiledNetwork.of(network), loss.readouts()).trackMargins(true);
        Adjoint adjoint = new Adjoint(simulator, true).collectTrust(true);
        EventDataset data = experiment.training();
        List<TrustReport> reports = new ArrayList<>();
        BitSet spiked = new BitSet();
        for (int k = 0; k < 2; k++) {
            Tape tape = simulator.run(data.input(k), SmallTask.END);
            double[] workspace = new double[loss.workspaceSize()];
            loss.value(tape, data.label(k), workspace);
            LossSeeds seeds = new LossSeeds().reset(tape);
            loss.seed(tape, data.label(k), workspace, seeds);
            adjoint.run(tape, seeds, new Gradients(network));
            reports.add(adjoint.trustReport());
            for (int n = 5; n < network.neuronCount(); n++) {
                spiked.set(n, spiked.get(n) || tape.spikeCountOf(n) > 0);
            }
        }
        TrustSummary trust;
        try (Trainer trainer = new Trainer(experiment)) {
            trust = trainer.trust();
        }
        assertThat(trust)
                .isEqualTo(new TrustSummary(
                        2,
                        reports.stream().mapToLong(TrustReport::spikes).sum(),
                        network.neuronCount() - 5 - spiked.cardinality(),
                        reports.stream()
                                .mapToDouble(TrustReport::smallestSlope)
                                .min()
                                .orElseThrow(),
                        0,
                        reports.stream()
                                .mapToDouble(TrustReport::nearestMissedCrossing)
                                .min()
                                .orElseThrow(),
                        reports.stream().mapToLong(TrustReport::nearTies).sum(),
                        reports.stream()
                                .mapToDouble(TrustReport::smallestTie)
                                .min()
                                .orElseThrow(),
                        reports.stream().mapToDouble(TrustReport::worstShare).sum() / 2));
        assertThat(trust.spikes()).isGreaterThan(10);
    }

    /** Asked after each epoch, it leaves results, counts and what is learned as they are, on any number of threads. */
    @Test
    void lookingChangesNothing() {
        List<TrustSummary> first = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Trainer asked = new Trainer(experiment(70, threads));
                    Trainer other = new Trainer(experiment(70, 1))) {
                List<TrustSummary> found = new ArrayList<>();
                asked.run(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochRecord epoch) {
                        found.add(asked.trust());
                    }
                });
                assertThat(found).hasSize(3).doesNotHaveDuplicates();
                assertThat(asked.history()).isEqualTo(other.run(new TrainingListener() {}));
                assertThat(asked.network().parameters().weight())
                        .isEqualTo(other.network().parameters().weight());
                assertThat(asked.totals().runs()).isEqualTo(other.totals().runs());
                first = first.isEmpty() ? found : first;
                assertThat(found).isEqualTo(first);
            }
        }
    }
}
