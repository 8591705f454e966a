package io.github.lightcone.cli.gradient;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.adjoint.TrustReport;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Compares the gradient of the backward pass with finite differences; {@link #close} ends its threads. */
final class GradientCheck implements AutoCloseable {

    /** Gradients below this share of the largest of their kind are compared on that scale. */
    private static final double FLOOR = 1e-3;

    private final Network network;
    private final CompiledNetwork compiled;
    private final Gradients gradients;
    private final Tape tape;
    private final double value;
    private final TrustReport trust;
    private final List<Probe> probes;
    private final ConcurrentLinkedQueue<Probe> idle;
    private final ExecutorService threads;

    /**
     * Runs the network and its adjoint.
     *
     * @param seed of the loss
     * @param maxSpikes number of spikes after which a run is given up
     * @param threadCount number of threads; the result does not depend on it
     */
    GradientCheck(Network network, SpikeTrains input, double end, long seed, int maxSpikes, int threadCount) {
        this.network = network;
        compiled = CompiledNetwork.of(network);
        RandomLoss loss = new RandomLoss(network, end, seed);
        Simulator simulator = new Simulator(compiled, loss.readouts()).spikeLimit(maxSpikes);
        tape = simulator.trackMargins(true).run(input, end).copy();
        simulator.trackMargins(false);
        long fingerprint = new EventOrder(compiled).fingerprint(tape);
        gradients = new Gradients(network);
        LossSeeds seeds = new LossSeeds();
        value = loss.evaluate(tape, seeds);
        Adjoint adjoint = new Adjoint(simulator, true).collectTrust(true);
        adjoint.run(tape, seeds, gradients);
        gradients.toPositions(network, network.parameters());
        trust = adjoint.trustReport();
        probes = Stream.generate(() -> new Probe(network, input, end, seed, maxSpikes, fingerprint))
                .limit(threadCount)
                .toList();
        idle = new ConcurrentLinkedQueue<>(probes);
        threads = Executors.newFixedThreadPool(threadCount, body -> {
            Thread thread = new Thread(body, "lightcone-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns the run whose gradient is checked. */
    Tape tape() {
        return tape;
    }

    /** Returns its loss. */
    double loss() {
        return value;
    }

    /** Returns how far its gradient can be trusted. */
    TrustReport trust() {
        return trust;
    }

    /**
     * Checks parameters of one kind.
     *
     * @param samples how many; all if there are not more
     * @param relativeStep first step, relative to the size of the parameters
     * @param tolerance largest relative error that counts as agreement
     * @param progress is told how many are done, and of how many
     */
    List<Comparison> check(
            ParameterKind kind,
            int samples,
            double relativeStep,
            double tolerance,
            SplittableRandom random,
            Progress progress) {
        int[] indices = kind.indices(network);
        double largest = 0;
        for (int index : indices) {
            largest = Math.max(largest, Math.abs(kind.get(gradients, index)));
        }
        double step = relativeStep * scale(kind, indices);
        int[] sample = sample(kind, indices, samples, random);
        List<Future<FiniteDifference>> differences = Arrays.stream(sample)
                .mapToObj(index -> threads.submit(() -> differentiate(kind, index, step)))
                .toList();
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < sample.length; k++) {
            comparisons.add(compare(kind, sample[k], await(differences.get(k)), FLOOR * largest, tolerance));
            progress.done(k + 1, sample.length);
        }
        return comparisons;
    }

    /** Hears how far a check is. */
    @FunctionalInterface
    interface Progress {
        void done(int samples, int all);
    }

    /** Runs on one of as many threads as there are probes, so that one is idle. */
    private FiniteDifference differentiate(ParameterKind kind, int index, double step) {
        Probe probe = idle.remove();
        try {
            return probe.differentiate(kind, index, step);
        } finally {
            idle.add(probe);
        }
    }

    private static FiniteDifference await(Future<FiniteDifference> difference) {
        try {
            return difference.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a check failed", failed.getCause());
        }
    }

    /** Returns the number of changed runs that were given up because of their spikes. */
    long runaways() {
        return probes.stream().mapToLong(Probe::runaways).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Returns the root mean square of all parameters of a kind, of delays in total, or 1 if they are all 0. */
    private double scale(ParameterKind kind, int[] indices) {
        Parameters parameters = network.parameters();
        double squares = 0;
        for (int index : indices) {
            double number = kind == ParameterKind.DELAY ? compiled.totalDelay(index) : kind.get(parameters, index);
            squares += number * number;
        }
        return squares == 0 ? 1 : Math.sqrt(squares / indices.length);
    }

    /** Draws without replacement; three quarters from those with a gradient, as far as there are such. */
    private int[] sample(ParameterKind kind, int[] indices, int samples, SplittableRandom random) {
        int[] order = indices.clone();
        for (int k = order.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swapped = order[k];
            order[k] = order[other];
            order[other] = swapped;
        }
        int[] live = Arrays.stream(order)
                .filter(index -> kind.get(gradients, index) != 0)
                .toArray();
        int[] dead = Arrays.stream(order)
                .filter(index -> kind.get(gradients, index) == 0)
                .toArray();
        int size = Math.min(samples, order.length);
        int deadSize = Math.min(dead.length, Math.max(size / 4, size - live.length));
        int[] drawn = Arrays.copyOf(live, size - deadSize);
        int[] all = Arrays.copyOf(drawn, size);
        System.arraycopy(dead, 0, all, drawn.length, deadSize);
        return all;
    }

    private Comparison compare(
            ParameterKind kind, int index, FiniteDifference difference, double floor, double tolerance) {
        double adjoint = kind.get(gradients, index);
        if (!difference.exists()) {
            return new Comparison(kind, index, adjoint, Double.NaN, Double.NaN, Comparison.Verdict.KINK);
        }
        double estimate = difference.derivative();
        double scale = Math.max(floor, Math.max(Math.abs(adjoint), Math.abs(estimate)));
        double distance = Math.abs(adjoint - estimate);
        double error = distance == 0 ? 0 : distance / scale;
        Comparison.Verdict verdict = error <= tolerance
                ? Comparison.Verdict.AGREES
                : difference.error() > tolerance * scale / 2
                        ? Comparison.Verdict.UNRESOLVED
                        : Comparison.Verdict.DISAGREES;
        return new Comparison(kind, index, adjoint, estimate, error, verdict);
    }
}
