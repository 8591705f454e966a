package io.github.lightcone.learning.training;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.stream.IntStream;

/**
 * Evaluates a network without training it, to the same bits as a {@link Trainer} of this network would, for any number
 * of threads. Not safe for use by several threads, though it runs several itself.
 */
public final class Evaluator implements AutoCloseable {

    private final int neurons;
    private final int[] hidden;
    private final int classes;
    private final Team team;

    /**
     * Prepares evaluations; {@link #close} ends their threads.
     *
     * @param network whose first population are the inputs
     * @param objective whose loss is over a population of this network
     * @param end length of a run, ms
     * @param threads at least 1
     * @throws IllegalArgumentException if the loss is over a population of another network
     */
    public Evaluator(Network network, Objective objective, double end, int threads) {
        if (!network.populations().contains(objective.loss().outputs())) {
            throw new IllegalArgumentException("the loss is over a population of another network");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ", must be at least 1");
        }
        neurons = network.neuronCount();
        hidden = Outcomes.hidden(network, objective.loss().outputs());
        classes = objective.loss().outputs().size();
        CompiledNetwork compiled = CompiledNetwork.of(network);
        IncomingSynapses incoming = new IncomingSynapses(network);
        team = new Team(IntStream.range(0, threads)
                .mapToObj(thread ->
                        new Worker(compiled, objective, end, false, new OutputLift(network, incoming, 0), Double.NaN))
                .toList());
    }

    /**
     * Evaluates the network.
     *
     * @param data with a channel per input and a class per output
     * @throws io.github.lightcone.simulation.SpikeLimitException if an example makes the network run away; no other
     *     evaluation should follow
     */
    public Evaluation evaluate(EventDataset data) {
        Outcomes results = new Outcomes(data.size());
        team.run(
                data.size(),
                (worker, example) -> worker.evaluate(data.input(example), data.label(example), results, example));
        long[] spikes = new long[neurons];
        team.drainSpikes(spikes);
        return results.evaluation(spikes, hidden, classes);
    }

    @Override
    public void close() {
        team.close();
    }
}
