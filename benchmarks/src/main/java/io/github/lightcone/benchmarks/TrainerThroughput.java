package io.github.lightcone.benchmarks;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Examples per second of T10 through the public {@link Trainer}: forward, backward, the step of all weights and
 * positions, and the network made ready again. One thread and two take turns, epoch by epoch. Besides wall time it takes
 * the processor time of the whole process, which tells more on a busy machine; compiler and collector are in it.
 */
public final class TrainerThroughput {

    private static final int BATCH = 32;
    private static final double END = 1000;
    private static final int WARM_UP = 2;
    private static final long SEED = 1;

    /** So small that the network stays what it is. */
    private static final double RATE = 1e-9;

    private TrainerThroughput() {}

    /** Measures as {@link ThroughputOptions} say. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(ThroughputOptions.HELP);
            return;
        }
        ThroughputOptions options;
        try {
            options = ThroughputOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        String json = measure(options.examples(), BATCH, END, options.repeats()).json();
        System.out.print(json);
        if (options.out() != null) {
            Files.writeString(options.out(), json);
        }
    }

    static Report measure(int examples, int batch, double end, int repeats) {
        Samples samples = new Samples();
        try (Trainer one = trainer(examples, batch, end, repeats, 1);
                Trainer two = trainer(examples, batch, end, repeats, 2)) {
            for (int k = 0; k < WARM_UP + repeats; k++) {
                if (k == WARM_UP) {
                    samples.clear();
                }
                epoch(one, examples, samples, "OnOneThread");
                epoch(two, examples, samples, "OnTwoThreads");
            }
            Report report = new Report()
                    .put("network", PeerNetworks.T10.label())
                    .put("machine", Machine.name())
                    .put("java", Runtime.version().toString())
                    .put("examples", examples)
                    .put("batch", batch)
                    .put(
                            "inputSpikesPerExample",
                            TrainedNetwork.example(end, SEED).size())
                    .put(
                            "hiddenSpikesPerNeuron",
                            one.history().get(0).training().hiddenSpikes())
                    .put("repeats", repeats)
                    .put("clock", "wall time; ProcessorMs: processor time of the process");
            samples.putMedians(report);
            samples.putRatio(report, "speedup", "exampleMsOnOneThread", "exampleMsOnTwoThreads");
            return report;
        }
    }

    /** Adds the two times that an epoch takes per example, ms. */
    private static void epoch(Trainer trainer, int examples, Samples samples, String threads) {
        long processor = Machine.processorTimeOfAllThreads();
        long start = System.nanoTime();
        trainer.runEpoch(new TrainingListener() {});
        samples.add("exampleMs" + threads, (System.nanoTime() - start) / 1e6 / examples);
        samples.add("exampleProcessorMs" + threads, (Machine.processorTimeOfAllThreads() - processor) / 1e6 / examples);
    }

    private static Trainer trainer(int examples, int batch, double end, int repeats, int threads) {
        Network network = PeerNetworks.T10.network(SEED).orElseThrow();
        List<Learnable> learnables = new ArrayList<>();
        for (Projection projection : network.projections()) {
            learnables.add(Learnables.weights(network, projection));
        }
        for (Population population : network.populations()) {
            learnables.add(Learnables.positions(network, population));
        }
        List<LearnedGroup> groups = learnables.stream()
                .map(learnable -> LearnedGroup.of(learnable, RATE, Schedule.constant()))
                .toList();
        Population outputs = network.population("output");
        List<SpikeTrains> inputs = new ArrayList<>();
        int[] labels = new int[examples];
        for (int k = 0; k < examples; k++) {
            inputs.add(TrainedNetwork.example(end, SEED + k));
            labels[k] = k % outputs.size();
        }
        EventDataset data = new EventDataset(network.population("input").size(), outputs.size(), inputs, labels);
        return new Trainer(new Experiment(
                new TrainableNetwork(network, List.of(), learnables),
                Objective.of(VoltageCrossEntropy.integrated(outputs, 10 / end)),
                end,
                data,
                Optional.empty(),
                Optional.empty(),
                new TrainingSettings(
                        SEED, threads, WARM_UP + repeats, batch, groups, 0, 0, Optional.empty(), OptionalInt.empty())));
    }
}
