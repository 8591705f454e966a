package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.augment.VariedExamples;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Optimizer;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.CompiledNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Trains a network by gradient descent; see the package description for the order of things. Not safe for
 * use by several threads, though it runs several itself.
 */
public final class Trainer implements AutoCloseable {

    /** The largest number of blocks a batch is cut into. Part of the result: other numbers, other bits. */
    private static final int MOST_BLOCKS = 16;

    /** The same where so many gradients would take long to add up. */
    private static final int MOST_LARGE_BLOCKS = 4;

    /** From so many synapses on, blocks are large. */
    private static final int MANY_SYNAPSES = 1 << 20;

    private static final long ORDER_STREAM = 1;

    private final Experiment experiment;
    private final TrainingSettings settings;
    private final TrainableNetwork network;
    private final Parameters parameters;
    private final CompiledNetwork compiled;
    private final Optimizer optimizer;
    private final LearnedGroup[] weightGroups;
    private final Revival revival;
    private final RateKeeper rates;
    private final MaskDriver masking;
    private final VariedExamples examples;
    private final Team team;
    private final Gradients[] blocks;
    private final int[] hidden;
    private final int[] order;
    private final TrustSample trustSample;
    private final SeededRandom random;
    private final Outcomes outcomes;
    private final List<EpochRecord> history = new ArrayList<>();
    private final RunTotals totalsBefore = new RunTotals();
    private BestEpoch best;

    private final Team.Job trainBlock = this::trainBlock;
    private int batchStart;
    private int batchEnd;
    private int pieces;

    /** Prepares a run; {@link #close} ends its threads. */
    public Trainer(Experiment experiment) {
        this.experiment = experiment;
        settings = experiment.settings();
        network = experiment.network();
        parameters = network.parameters();
        Network description = network.description();
        masking = new MaskDriver(network, settings.masking(), settings.seed());
        compiled = CompiledNetwork.of(network.network());
        optimizer = new Optimizer(settings.groups());
        weightGroups = settings.groups().stream()
                .filter(group -> group.learnable().name().startsWith("weights "))
                .toArray(LearnedGroup[]::new);
        IncomingSynapses incoming = new IncomingSynapses(description);
        revival = new Revival(incoming, settings.revival());
        rates = new RateKeeper(settings.homeostasis(), incoming, description.neuronCount());
        examples = new VariedExamples(experiment.training(), settings.variation(), settings.seed());
        List<Learnable> learned =
                settings.groups().stream().map(LearnedGroup::learnable).toList();
        boolean timeConstants = learned.stream().anyMatch(Learnable::needsTimeConstants);
        boolean delays =
                network.needsDelays(learned) || experiment.objective().penalty().isPresent();
        team = new Team(IntStream.range(0, settings.threads())
                .mapToObj(thread -> new Worker(
                        compiled,
                        experiment.objective(),
                        experiment.end(),
                        timeConstants,
                        new OutputLift(description, incoming, network.mask(), settings.outputLift()),
                        settings.sliceWidth()))
                .toList());
        blocks = IntStream.range(0, Math.min(mostBlocks(description), settings.batchSize()))
                .mapToObj(block -> delays ? new Gradients(description) : Gradients.withoutDelays(description))
                .toArray(Gradients[]::new);
        hidden = Outcomes.hidden(description, experiment.objective().loss().outputs());
        order = IntStream.range(0, examples.size()).toArray();
        trustSample = new TrustSample(experiment.training(), settings.seed());
        random = new SeededRandom(settings.seed(), ORDER_STREAM);
        outcomes = new Outcomes(order.length);
    }

    /** Trains until {@link #isDone} and returns the records of these epochs. */
    public List<EpochRecord> run(TrainingListener listener) {
        List<EpochRecord> records = new ArrayList<>();
        while (!isDone()) {
            records.add(runEpoch(listener));
        }
        return records;
    }

    /** Returns whether all epochs are done, or the last ones were no better on validation data. */
    public boolean isDone() {
        return epochsDone() >= settings.epochs() || isStopped();
    }

    /** Returns whether the last epochs were no better on validation data than one before. */
    public boolean isStopped() {
        OptionalInt patience = settings.stopping();
        return patience.isPresent() && best != null && epochsDone() - best.epoch >= patience.getAsInt();
    }

    /** Trains one epoch. */
    public EpochRecord runEpoch(TrainingListener listener) {
        int epoch = epochsDone();
        random.shuffle(order);
        optimizer.forgetCounts();
        masking.forgetCounts();
        long lostBefore = team.lostSpikes();
        long vanished = 0;
        int batches = (order.length + settings.batchSize() - 1) / settings.batchSize();
        Schedule.Time time = new Schedule.Time(epoch, settings.epochs(), 0, batches);
        for (int batch = 0; batch < batches; batch++) {
            batchStart = batch * settings.batchSize();
            batchEnd = Math.min(order.length, batchStart + settings.batchSize());
            time.toBatch(batch);
            vanished += trainBatch(time);
            listener.batchEnded(epoch + 1, batch + 1, batches);
        }
        long[] spikes = drainSpikes();
        rates.drainSpikes(spikes);
        int revived = revive(spikes);
        if (masking.isOn()) {
            masking.epochEnded(epoch + 1);
            settle();
            compiled.update(parameters);
        }
        EpochRecord result = new EpochRecord(
                epoch + 1,
                summarise(outcomes, spikes),
                experiment.validation().map(this::evaluate),
                penalty(),
                Outcomes.count(outcomes.lifted),
                outcomes.regularised(),
                revived,
                vanished,
                optimizer.clamped(),
                optimizer.clipped(),
                team.lostSpikes() - lostBefore,
                meanDelay(),
                masking.connections());
        history.add(result);
        keepIfBest(result);
        listener.epochEnded(result);
        return result;
    }

    /** Takes a step. Without augmentation and mask it allocates nothing, but while numbers of spikes still reach new heights. */
    private long trainBatch(Schedule.Time time) {
        int size = batchEnd - batchStart;
        pieces = Math.min(blocks.length, size);
        team.run(pieces, trainBlock);
        Gradients gradients = PairwiseSum.sum(blocks, pieces);
        gradients.scale(1.0 / size);
        if (experiment.objective().penalty().isPresent()) {
            experiment.objective().penalty().get().addGradient(network.description(), parameters, gradients);
        }
        network.chain(gradients);
        optimizer.step(time, parameters, gradients);
        network.holdPruned();
        network.refresh();
        long vanished = shrink(time);
        keepRates(size, time);
        if (masking.isOn()) {
            masking.stepEnded(time, weightRate(time));
            settle();
        }
        compiled.update(parameters);
        return vanished;
    }

    private static int mostBlocks(Network description) {
        return description.synapseCount() < MANY_SYNAPSES ? MOST_BLOCKS : MOST_LARGE_BLOCKS;
    }

    private void trainBlock(Worker worker, int block) {
        int size = batchEnd - batchStart;
        Gradients gradients = blocks[block];
        gradients.clear();
        int end = batchStart + (block + 1) * size / pieces;
        for (int k = batchStart + block * size / pieces; k < end; k++) {
            int example = order[k];
            SpikeTrains input = examples.input(epochsDone(), example, worker.lost);
            worker.train(input, examples.label(epochsDone(), example), outcomes, example, gradients);
        }
    }

    /** Takes the proximal step, as long as those of weights, and returns how many weights became 0. */
    private int shrink(Schedule.Time time) {
        if (experiment.objective().proximal().isEmpty()) {
            return 0;
        }
        int vanished =
                experiment.objective().proximal().get().apply(network.description(), parameters, weightRate(time));
        network.collect();
        settle();
        return vanished;
    }

    private void keepRates(int size, Schedule.Time time) {
        if (rates.isOn() && rates.apply(team, size, weightRate(time), parameters)) {
            network.collect();
            settle();
        }
    }

    /** Returns the rate of weights in a step, the largest if they differ; 0 if none are learned. */
    private double weightRate(Schedule.Time time) {
        double rate = 0;
        for (LearnedGroup group : weightGroups) {
            rate = Math.max(rate, group.rate() * group.schedule().factor(time));
        }
        return rate;
    }

    /** Puts values that were taken from parameters back into their ranges. */
    private void settle() {
        optimizer.keepInBounds();
        network.refresh();
    }

    /** Revives silent neurons and returns how many; weights that are not learned, or at their bounds, stay. */
    private int revive(long[] spikes) {
        double[] before = parameters.weight().clone();
        int silent = revival.revive(hidden, spikes, parameters);
        if (silent == 0) {
            return 0;
        }
        network.collect();
        settle();
        compiled.update(parameters);
        return revival.raised(hidden, before, parameters);
    }

    private double penalty() {
        return experiment
                .objective()
                .penalty()
                .map(cost -> cost.value(network.description(), parameters))
                .orElse(0.0);
    }

    private void keepIfBest(EpochRecord epoch) {
        if (epoch.validation().isEmpty() || !masking.isFinal(epoch.epoch())) {
            return;
        }
        Evaluation validation = epoch.validation().get();
        if (best == null) {
            best = new BestEpoch(epoch.epoch(), validation, values(), masking.bits());
        } else if (validation.isBetterThan(best.validation)) {
            best.epoch = epoch.epoch();
            best.validation = validation;
            copyValues(best.values);
            best.mask = masking.bits();
        }
    }

    /** Evaluates the network as it is now. */
    public Evaluation evaluate(EventDataset data) {
        Outcomes results = new Outcomes(data.size());
        team.run(
                data.size(),
                (worker, example) -> worker.evaluate(data.input(example), data.label(example), results, example));
        return summarise(results, drainSpikes());
    }

    /**
     * Returns how far gradients of the network as it is now can be trusted: those of one in 200 training examples, at
     * least 2 and at most 16, which the seed draws and which stay the same. Without augmentation. Costs about as much as
     * training on a few times as many examples; what is trained and counted stays as it is.
     */
    public TrustSummary trust() {
        return trustSample.examine(team, blocks);
    }

    /** Evaluates the network of the best epoch; without validation data, as it is now. */
    public Evaluation evaluateBest(EventDataset data) {
        if (best == null) {
            return evaluate(data);
        }
        double[][] now = values();
        long[] mask = masking.bits();
        use(best.values, best.mask);
        try {
            return evaluate(data);
        } finally {
            use(now, mask);
        }
    }

    /** Returns the network of the best epoch; without validation data, as it is now. */
    public Network bestNetwork() {
        if (best == null) {
            return network.network();
        }
        double[][] now = values();
        long[] mask = masking.bits();
        put(best.values, best.mask);
        Network result = network.network();
        put(now, mask);
        return result;
    }

    private double[][] values() {
        return network.learnables().stream()
                .map(learnable -> learnable.values().clone())
                .toArray(double[][]::new);
    }

    private void copyValues(double[][] to) {
        List<Learnable> learnables = network.learnables();
        for (int k = 0; k < to.length; k++) {
            System.arraycopy(learnables.get(k).values(), 0, to[k], 0, to[k].length);
        }
    }

    private void use(double[][] values, long[] mask) {
        put(values, mask);
        compiled.update(parameters);
    }

    /** Makes the parameters follow from other values and another mask, but not what is simulated. */
    private void put(double[][] values, long[] mask) {
        List<Learnable> learnables = network.learnables();
        for (int k = 0; k < values.length; k++) {
            double[] to = learnables.get(k).values();
            System.arraycopy(values[k], 0, to, 0, to.length);
        }
        masking.use(mask);
        network.refresh();
    }

    private long[] drainSpikes() {
        long[] spikes = new long[network.description().neuronCount()];
        team.drainSpikes(spikes);
        return spikes;
    }

    private Evaluation summarise(Outcomes results, long[] spikes) {
        return results.evaluation(spikes, hidden, experiment.training().classes());
    }

    private double meanDelay() {
        int synapses = network.description().synapseCount();
        double sum = 0;
        for (int s = 0; s < synapses; s++) {
            sum += compiled.totalDelay(s);
        }
        return synapses == 0 ? 0 : sum / synapses;
    }

    /** Returns the network as it is now. */
    public Network network() {
        return network.network();
    }

    /** Returns the number of epochs that are done. */
    public int epochsDone() {
        return history.size();
    }

    /** Returns what happened in every epoch so far. */
    public List<EpochRecord> history() {
        return Collections.unmodifiableList(history);
    }

    /**
     * Returns the number of the best epoch by validation data, from 1, among those after which the network was pruned
     * as far as it will be; empty without such data or before the first such epoch.
     */
    public OptionalInt bestEpoch() {
        return best == null ? OptionalInt.empty() : OptionalInt.of(best.epoch);
    }

    /** Returns what all runs so far did, those of evaluations included. */
    public RunTotals totals() {
        RunTotals sum = team.totals();
        sum.add(totalsBefore);
        return sum;
    }

    /** Returns the state of the optimiser. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /**
     * Returns where the training stands, as bytes for {@link #restore}.
     *
     * @throws IOException if there is no memory for so many bytes in one array
     */
    public byte[] checkpoint() throws IOException {
        Checkpoint checkpoint = new Checkpoint();
        checkpoint.order = order;
        checkpoint.random = random.state();
        checkpoint.values = values();
        int groups = settings.groups().size();
        checkpoint.moverSteps = IntStream.range(0, groups)
                .mapToLong(g -> optimizer.mover(g).steps())
                .toArray();
        checkpoint.moverMemory = IntStream.range(0, groups)
                .mapToObj(g -> optimizer.mover(g).memory())
                .toArray(double[][][]::new);
        checkpoint.best = best;
        checkpoint.history = history;
        RunTotals totals = totals();
        checkpoint.runs = totals.runs();
        checkpoint.totals = totals.toArray();
        checkpoint.mask = masking.state();
        return checkpoint.toBytes();
    }

    /**
     * Goes on from where another trainer of the same experiment stood; to the same bits, whatever the number of
     * threads.
     *
     * @param checkpoint as {@link #checkpoint} returned it
     * @throws IOException if the bytes are damaged
     * @throws IllegalArgumentException if they are of an experiment with other numbers of examples or values, or other
     *     optimisers; the trainer stays as it is
     * @throws IllegalStateException if this trainer has trained already
     */
    public void restore(byte[] checkpoint) throws IOException {
        if (epochsDone() > 0) {
            throw new IllegalStateException("this trainer has done " + epochsDone() + " epochs of its own");
        }
        Checkpoint saved = Checkpoint.fromBytes(checkpoint);
        requireSameShape(saved);
        System.arraycopy(saved.order, 0, order, 0, order.length);
        random.restore(saved.random);
        for (int g = 0; g < saved.moverSteps.length; g++) {
            optimizer.mover(g).restore(saved.moverSteps[g], saved.moverMemory[g]);
        }
        best = saved.best;
        history.addAll(saved.history);
        totalsBefore.add(saved.runs, saved.totals);
        masking.restore(saved.mask);
        use(saved.values, saved.mask.bits);
    }

    private void requireSameShape(Checkpoint saved) {
        double[][] values = values();
        boolean same = saved.order.length == order.length
                && saved.random.length == random.state().length
                && sameShape(saved.values, values)
                && (saved.best == null || sameShape(saved.best.values, values))
                && saved.totals.length == totalsBefore.toArray().length
                && saved.mask.isLike(masking.state())
                && (saved.best == null || saved.best.mask.length == saved.mask.bits.length)
                && saved.moverSteps.length == settings.groups().size()
                && saved.moverMemory.length == saved.moverSteps.length;
        for (int g = 0; same && g < saved.moverSteps.length; g++) {
            same = sameShape(saved.moverMemory[g], optimizer.mover(g).memory());
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "the checkpoint is of another experiment: numbers of examples, of what is"
                            + " learned or pruned, or of what its optimisers remember, differ");
        }
    }

    private static boolean sameShape(double[][] first, double[][] second) {
        boolean same = first.length == second.length;
        for (int k = 0; same && k < first.length; k++) {
            same = first[k].length == second[k].length;
        }
        return same;
    }

    @Override
    public void close() {
        team.close();
    }
}
