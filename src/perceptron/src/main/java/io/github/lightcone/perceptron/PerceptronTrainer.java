package io.github.lightcone.perceptron;

import io.github.lightcone.learning.optimise.Mover;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.random.SeededRandom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Trains a perceptron in batches. With validation data the best epoch is remembered, without them the last. The result
 * follows from seed and settings alone, and a training that goes on from a checkpoint ends in the same bits.
 */
public final class PerceptronTrainer {

    /** Told after each batch. */
    @FunctionalInterface
    public interface BatchListener {
        /** Learns of so many batches done in an epoch. */
        void batchEnded(int epoch, int batch, int batches);
    }

    private final Perceptron perceptron;
    private final Optional<SparseImages> validation;
    private final PerceptronSettings settings;
    private final List<ParameterArray> learned;
    private final List<Mover> movers = new ArrayList<>();
    private final SeededRandom random;
    private final int[] order;
    private final Batch batch;
    private final List<EpochScore> history = new ArrayList<>();
    private int bestEpoch;
    private double[][] best;

    /**
     * Prepares a training.
     *
     * @param perceptron is trained
     * @param validation examples to choose the best epoch by, if any
     * @throws IllegalArgumentException if examples do not fit the perceptron, or nothing is learned
     */
    public PerceptronTrainer(
            Perceptron perceptron,
            SparseImages training,
            Optional<SparseImages> validation,
            PerceptronSettings settings) {
        perceptron.requireFits(training);
        validation.ifPresent(perceptron::requireFits);
        this.perceptron = perceptron;
        this.validation = validation;
        this.settings = settings;
        learned = perceptron.parameters().stream()
                .filter(array -> settings.rates().containsKey(array.what()))
                .toList();
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("nothing is learned: there are "
                    + perceptron.parameters().stream().map(ParameterArray::what).toList());
        }
        for (ParameterArray array : learned) {
            movers.add(settings.method().start(array.values().length));
        }
        random = new SeededRandom(settings.seed(), 11);
        order = IntStream.range(0, training.size()).toArray();
        batch = new Batch(training, Math.min(settings.batch(), training.size()));
        perceptron.prune(settings.pruning());
        best = copyOfParameters();
    }

    /** Returns what is trained. */
    public Perceptron perceptron() {
        return perceptron;
    }

    /** Returns what is learned. */
    public List<ParameterArray> learned() {
        return learned;
    }

    /** Returns the epochs done, in order. */
    public List<EpochScore> history() {
        return List.copyOf(history);
    }

    /** Returns whether all epochs are done. */
    public boolean isDone() {
        return history.size() >= settings.epochs();
    }

    /** Returns the best epoch by validation data, if there are any and an epoch is done. */
    public OptionalInt bestEpoch() {
        return bestEpoch == 0 ? OptionalInt.empty() : OptionalInt.of(bestEpoch);
    }

    /**
     * Trains for an epoch.
     *
     * @throws ArithmeticException if numbers run away
     */
    public EpochScore epoch(BatchListener listener) {
        int epoch = history.size();
        int size = settings.batch();
        int batches = (order.length + size - 1) / size;
        random.shuffle(order);
        Tally tally = new Tally(perceptron.outputs());
        Schedule.Time time = new Schedule.Time(epoch, settings.epochs(), 0, batches);
        for (int k = 0; k < batches; k++) {
            batch.take(order, k * size, Math.min(order.length, (k + 1) * size));
            perceptron.differentiate(batch, tally);
            time.toBatch(k);
            step(settings.schedule().factor(time));
            listener.batchEnded(epoch + 1, k + 1, batches);
        }
        Optional<Score> validated = validation.map(perceptron::evaluate);
        EpochScore score = new EpochScore(epoch + 1, tally.score(), validated);
        history.add(score);
        remember(score);
        return score;
    }

    private void step(double factor) {
        for (int k = 0; k < learned.size(); k++) {
            ParameterArray array = learned.get(k);
            double rate = settings.rates().get(array.what());
            movers.get(k).step(array.values(), array.gradient(), rate * factor);
        }
        perceptron.bound();
    }

    private void remember(EpochScore score) {
        if (score.validation().isEmpty()) {
            best = copyOfParameters();
        } else if (bestEpoch == 0
                || score.validation()
                        .get()
                        .isBetterThan(history.get(bestEpoch - 1).validation().orElseThrow())) {
            bestEpoch = score.epoch();
            best = copyOfParameters();
        }
    }

    private double[][] copyOfParameters() {
        return perceptron.parameters().stream()
                .map(array -> array.values().clone())
                .toArray(double[][]::new);
    }

    private void setParameters(double[][] values) {
        List<ParameterArray> arrays = perceptron.parameters();
        for (int k = 0; k < arrays.size(); k++) {
            System.arraycopy(values[k], 0, arrays.get(k).values(), 0, values[k].length);
        }
    }

    /** Gives the perceptron the parameters of the best epoch. A training cannot go on from there but by a checkpoint. */
    public void toBest() {
        setParameters(best);
    }

    /** Returns where the training stands, after an epoch. */
    public byte[] checkpoint() throws IOException {
        PerceptronCheckpoint state = new PerceptronCheckpoint();
        state.order = order;
        state.random = random.state();
        state.values = copyOfParameters();
        state.best = best;
        state.bestEpoch = bestEpoch;
        state.history = history;
        state.steps = movers.stream().mapToLong(Mover::steps).toArray();
        state.memory = movers.stream().map(Mover::memory).toArray(double[][][]::new);
        return state.toBytes();
    }

    /**
     * Goes on from a checkpoint.
     *
     * @throws IOException if the bytes are damaged
     * @throws IllegalArgumentException if it is of another training
     */
    public void restore(byte[] checkpoint) throws IOException {
        PerceptronCheckpoint state = PerceptronCheckpoint.fromBytes(checkpoint);
        requireSame(state);
        System.arraycopy(state.order, 0, order, 0, order.length);
        random.restore(state.random);
        setParameters(state.values);
        best = state.best;
        bestEpoch = state.bestEpoch;
        history.clear();
        history.addAll(state.history);
        for (int k = 0; k < movers.size(); k++) {
            movers.get(k).restore(state.steps[k], state.memory[k]);
        }
    }

    private void requireSame(PerceptronCheckpoint state) {
        List<ParameterArray> arrays = perceptron.parameters();
        boolean same = state.order.length == order.length
                && state.values.length == arrays.size()
                && state.best.length == arrays.size()
                && state.steps.length == movers.size()
                && state.memory.length == movers.size();
        for (int k = 0; same && k < arrays.size(); k++) {
            int length = arrays.get(k).values().length;
            same = state.values[k].length == length && state.best[k].length == length;
        }
        if (!same) {
            throw new IllegalArgumentException("the checkpoint is of another training: of " + state.order.length
                    + " examples and " + state.values.length + " arrays of parameters, must be of " + order.length
                    + " and " + arrays.size() + " of the same lengths");
        }
    }
}
