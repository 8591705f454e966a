package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.optimise.Optimizer;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a network by gradient descent; see the package description for the order of things. Not safe for
 * use by several threads, though it runs several itself.
 */
public final class Trainer implements AutoCloseable {

    /** The largest number of blocks a batch is cut into. Part of the result: other numbers, other bits. */
    private static final int MOST_BLOCKS = 16;

    private static final long ORDER_STREAM = 1;

    private final Experiment experiment;
    private final TrainingSettings settings;
    private final Parameters parameters;
    private final CompiledNetwork compiled;
    private final Optimizer optimizer;
    private final Revival revival;
    private final InputDropout dropout;
    private final Team team;
    private final Gradients[] blocks;
    private final int[] hidden;
    private final int[] order;
    private final SeededRandom random;
    private final Outcomes outcomes;
    private int epoch;

    /** Prepares a run; {@link #close} ends its threads. */
    public Trainer(Experiment experiment) {
        this.experiment = experiment;
        settings = experiment.settings();
        Network network = experiment.network();
        parameters = network.parameters();
        compiled = CompiledNetwork.of(network);
        optimizer = new Optimizer(settings.rates(), parameters);
        IncomingSynapses incoming = new IncomingSynapses(network);
        revival = new Revival(incoming, settings.revival());
        dropout = new InputDropout(settings.inputDropout(), settings.seed());
        team = new Team(IntStream.range(0, settings.threads())
                .mapToObj(thread -> worker(incoming))
                .toList());
        blocks = IntStream.range(0, Math.min(MOST_BLOCKS, settings.batchSize()))
                .mapToObj(block -> new Gradients(network))
                .toArray(Gradients[]::new);
        hidden = network.populations().stream()
                .filter(population -> isHidden(population, experiment.loss().outputs()))
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
        order = IntStream.range(0, experiment.training().size()).toArray();
        random = new SeededRandom(settings.seed(), ORDER_STREAM);
        outcomes = new Outcomes(order.length);
    }

    private Worker worker(IncomingSynapses incoming) {
        boolean timeConstants = settings.rates().containsKey(ParameterGroup.TAU_MEM)
                || settings.rates().containsKey(ParameterGroup.TAU_SYN);
        OutputLift lift = new OutputLift(experiment.network(), incoming, settings.outputLift());
        return new Worker(compiled, experiment.loss(), experiment.end(), timeConstants, lift);
    }

    private static boolean isHidden(Population population, Population outputs) {
        return population.kind() == NeuronKind.LIF && !population.equals(outputs);
    }

    /** Trains all epochs that are left and returns their records. */
    public List<EpochRecord> run(TrainingListener listener) {
        List<EpochRecord> records = new ArrayList<>();
        while (epoch < settings.epochs()) {
            records.add(runEpoch(listener));
        }
        return records;
    }

    /** Trains one epoch. */
    public EpochRecord runEpoch(TrainingListener listener) {
        random.shuffle(order);
        optimizer.forgetClamps();
        int batches = (order.length + settings.batchSize() - 1) / settings.batchSize();
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * settings.batchSize();
            trainBatch(from, Math.min(order.length, from + settings.batchSize()));
            listener.batchEnded(epoch + 1, batch + 1, batches);
        }
        long[] spikes = drainSpikes();
        int revived = revival.revive(hidden, spikes, parameters);
        compiled.update(parameters);
        epoch++;
        EpochRecord result = new EpochRecord(
                epoch,
                summarise(outcomes, spikes),
                experiment.validation().map(this::evaluate),
                Outcomes.count(outcomes.lifted),
                revived,
                clamps(),
                meanDelay());
        listener.epochEnded(result);
        return result;
    }

    private void trainBatch(int from, int to) {
        int examples = to - from;
        int pieces = Math.min(MOST_BLOCKS, examples);
        team.run(pieces, (worker, block) -> {
            Gradients gradients = blocks[block];
            gradients.clear();
            int end = from + (block + 1) * examples / pieces;
            for (int k = from + block * examples / pieces; k < end; k++) {
                trainExample(worker, order[k], gradients);
            }
        });
        Gradients sum = PairwiseSum.sum(blocks, pieces);
        sum.toPositions(experiment.network(), parameters);
        optimizer.step(epoch, sum, 1.0 / examples, parameters);
        compiled.update(parameters);
    }

    private void trainExample(Worker worker, int example, Gradients gradients) {
        EventDataset data = experiment.training();
        worker.train(
                dropout.apply(data.input(example), epoch, example), data.label(example), outcomes, example, gradients);
    }

    /** Evaluates the network as it is now. */
    public Evaluation evaluate(EventDataset data) {
        Outcomes results = new Outcomes(data.size());
        team.run(
                data.size(),
                (worker, example) -> worker.evaluate(data.input(example), data.label(example), results, example));
        return summarise(results, drainSpikes());
    }

    private long[] drainSpikes() {
        long[] spikes = new long[experiment.network().neuronCount()];
        team.drainSpikes(spikes);
        return spikes;
    }

    private Evaluation summarise(Outcomes results, long[] spikes) {
        long hiddenSpikes = 0;
        int silentHidden = 0;
        for (int n : hidden) {
            hiddenSpikes += spikes[n];
            silentHidden += spikes[n] == 0 ? 1 : 0;
        }
        int examples = results.loss.length;
        return new Evaluation(
                examples,
                Outcomes.count(results.correct),
                results.meanLoss(),
                hidden.length == 0 ? 0 : (double) hiddenSpikes / hidden.length / examples,
                silentHidden,
                Outcomes.count(results.silent));
    }

    private long clamps() {
        return optimizer.groups().stream().mapToLong(optimizer::clamps).sum();
    }

    private double meanDelay() {
        int synapses = experiment.network().synapseCount();
        double sum = 0;
        for (int s = 0; s < synapses; s++) {
            sum += compiled.totalDelay(s);
        }
        return synapses == 0 ? 0 : sum / synapses;
    }

    /** Returns the network as it is now. */
    public Network network() {
        return experiment.network().with(parameters);
    }

    /** Returns the number of epochs that are done. */
    public int epochsDone() {
        return epoch;
    }

    /** Returns what all runs so far did, those of evaluations included. */
    public RunTotals totals() {
        return team.totals();
    }

    /** Returns the state of the optimiser. */
    public Optimizer optimizer() {
        return optimizer;
    }

    @Override
    public void close() {
        team.close();
    }
}
