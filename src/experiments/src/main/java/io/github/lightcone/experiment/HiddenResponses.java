package io.github.lightcone.experiment;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.function.Responses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What the hidden neurons of a trained network do in examples of its experiment: neurons that are neither spike sources
 * nor outputs. The examples are those of the validation data, of the training data if there are none for validation,
 * each run from rest as training judges it.
 */
public final class HiddenResponses {

    /** More spikes per neuron than this in one example: a network out of control. */
    private static final int SPIKE_LIMIT = 500;

    private final Experiment experiment;
    private final Network network;

    /**
     * Prepares the examples of an experiment for a network.
     *
     * @param network the network of the experiment, with any values
     * @throws IllegalArgumentException if it has other populations
     */
    public HiddenResponses(Experiment experiment, Network network) {
        Network described = experiment.network().description();
        if (!shape(network).equals(shape(described))) {
            throw new IllegalArgumentException("the network has the populations " + shape(network)
                    + ", those of its experiment are " + shape(described));
        }
        this.experiment = experiment;
        this.network = network;
    }

    private static List<String> shape(Network network) {
        return network.populations().stream()
                .map(population -> population.name() + " of " + population.size() + " "
                        + population.kind().label())
                .toList();
    }

    /**
     * Runs examples and counts spikes.
     *
     * @param neurons neurons of which the hidden ones are wanted, ascending; a node of {@link Responses} is a place here
     * @param examples how many examples, at least as many as there are classes with examples; if there are more, a
     *     random choice of them with the classes taken in turns
     * @param seed of this choice
     * @param threads at least 1; the result does not depend on it
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if the examples are too few, or one makes too many spikes
     */
    public Responses of(int[] neurons, int examples, long seed, int threads, Progress progress) {
        EventDataset data = experiment.validation().orElse(experiment.training());
        int[] classes = occurring(data);
        if (examples < classes.length) {
            throw new IllegalArgumentException(
                    "examples = " + examples + ", must be at least the " + classes.length + " classes that occur");
        }
        int[] chosen = choose(data, examples, seed);
        int[] nodes = hidden(neurons);
        int[][] counts = new int[nodes.length][chosen.length];
        run(data, chosen, Arrays.stream(nodes).map(node -> neurons[node]).toArray(), counts, threads, progress);
        int[] label = Arrays.stream(chosen)
                .map(example -> Arrays.binarySearch(classes, data.label(example)))
                .toArray();
        String source = (experiment.validation().isPresent() ? "validation data" : "training data") + ", "
                + chosen.length + " of " + data.size() + " examples";
        List<String> names =
                Arrays.stream(classes).mapToObj(c -> data.classNames().get(c)).toList();
        Responses responses = Responses.of(source, nodes, counts, label, names)
                .withInputs(inputWeights(neurons, nodes), inputPositions());
        return network.projections().stream().anyMatch(Projection::spatial) ? responses : responses.withoutSpace();
    }

    private static int[] occurring(EventDataset data) {
        int[] count = data.classCounts();
        return IntStream.range(0, count.length).filter(c -> count[c] > 0).toArray();
    }

    private static int[] choose(EventDataset data, int examples, long seed) {
        int[] order = IntStream.range(0, data.size()).toArray();
        if (examples >= order.length) {
            return order;
        }
        new SeededRandom(seed, -1).shuffle(order);
        int[] seen = new int[data.classes()];
        long[] turn = new long[order.length];
        for (int k = 0; k < order.length; k++) {
            turn[k] = ((long) seen[data.label(order[k])]++ << Integer.SIZE) | k;
        }
        Arrays.sort(turn);
        return Arrays.stream(turn, 0, examples)
                .mapToInt(place -> order[(int) place])
                .sorted()
                .toArray();
    }

    private int[] hidden(int[] neurons) {
        Population outputs = experiment.objective().loss().outputs();
        return IntStream.range(0, neurons.length)
                .filter(node -> {
                    Population population = network.populationOf(neurons[node]);
                    return population.kind() == NeuronKind.LIF
                            && !population.name().equals(outputs.name());
                })
                .toArray();
    }

    private void run(EventDataset data, int[] chosen, int[] neurons, int[][] counts, int threads, Progress progress) {
        CompiledNetwork compiled = CompiledNetwork.of(network);
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> {
                    Simulator simulator = new Simulator(compiled).spikeLimit(SPIKE_LIMIT * network.neuronCount());
                    for (int t = next.getAndIncrement(); t < chosen.length; t = next.getAndIncrement()) {
                        Tape tape = run(simulator, data, chosen[t]);
                        for (int n = 0; n < neurons.length; n++) {
                            counts[n][t] = tape.spikeCountOf(neurons[n]);
                        }
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
                progress.done((double) Math.min(next.get(), chosen.length) / chosen.length);
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("an example could not be run", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run of examples was interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private Tape run(Simulator simulator, EventDataset data, int example) {
        try {
            return simulator.run(data.input(example), experiment.end());
        } catch (SpikeLimitException wild) {
            throw new IllegalArgumentException(
                    "example " + example + " makes more than " + wild.limit() + " spikes by " + wild.time()
                            + " ms, the network runs away",
                    wild);
        }
    }

    private double[][] inputWeights(int[] neurons, int[] nodes) {
        Population inputs = network.populations().get(0);
        int[] row = new int[network.neuronCount()];
        Arrays.fill(row, -1);
        for (int n = 0; n < nodes.length; n++) {
            row[neurons[nodes[n]]] = n;
        }
        double[] weight = network.parameters().weight();
        double[][] weights = new double[nodes.length][inputs.size()];
        for (int s = 0; s < network.synapseCount(); s++) {
            if (row[network.target(s)] >= 0 && inputs.contains(network.source(s))) {
                weights[row[network.target(s)]][network.source(s) - inputs.firstNeuron()] += weight[s];
            }
        }
        return weights;
    }

    private Positions inputPositions() {
        Population inputs = network.populations().get(0);
        int dimensions = network.dimensions();
        double[] all = network.parameters().position();
        return Positions.of(
                dimensions,
                Arrays.copyOfRange(all, inputs.firstNeuron() * dimensions, inputs.endNeuron() * dimensions));
    }
}
