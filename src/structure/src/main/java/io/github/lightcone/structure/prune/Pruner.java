package io.github.lightcone.structure.prune;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.KthSelector;

/**
 * Chooses the synapses of some projections that go, so that a given share of them stays. It depends on the numbers of
 * the network at hand alone: what went before may come back. Not safe for use by several threads.
 *
 * <p>Smallest weights: S. Han et al., Learning both weights and connections for efficient neural networks, NIPS 2015.
 */
public final class Pruner {

    /** Among which synapses the density is reached. */
    public enum Scope {
        /** Among all that are chosen from, so that projections may end up with different densities. */
        TOGETHER,
        /** In each projection on its own. */
        EACH_PROJECTION
    }

    private final Network network;
    private final PruningCriterion criterion;
    private final List<int[]> groups;
    private final BitSet spatial = new BitSet();
    private final double[] drawn;
    private final double[] urgency;
    private final KthSelector selector = new KthSelector();

    /**
     * Makes a pruner.
     *
     * @param projections names such as {@code input->hidden}; all projections if empty
     * @param random draws the order of {@link PruningCriterion#RANDOM}, here and once; otherwise not used
     * @throws IllegalArgumentException if the network has no projection of a name, naming those that it has
     */
    public Pruner(
            Network network, PruningCriterion criterion, Scope scope, List<String> projections, SeededRandom random) {
        this.network = network;
        this.criterion = criterion;
        groups = groups(network, scope, projections);
        network.projections().stream()
                .filter(Projection::spatial)
                .forEach(projection -> spatial.set(projection.firstSynapse(), projection.endSynapse()));
        urgency = new double[network.synapseCount()];
        drawn = criterion == PruningCriterion.RANDOM ? order(network.synapseCount(), random) : new double[0];
    }

    private static List<int[]> groups(Network network, Scope scope, List<String> names) {
        List<String> known =
                network.projections().stream().map(Projection::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no projection '" + name + "' to prune; there are " + known);
            }
        }
        List<int[]> each = new ArrayList<>();
        for (Projection projection : network.projections()) {
            if (names.isEmpty() || names.contains(projection.name())) {
                each.add(IntStream.range(projection.firstSynapse(), projection.endSynapse())
                        .toArray());
            }
        }
        return scope == Scope.EACH_PROJECTION
                ? each
                : List.of(each.stream().flatMapToInt(Arrays::stream).toArray());
    }

    private static double[] order(int synapses, SeededRandom random) {
        int[] order = IntStream.range(0, synapses).toArray();
        random.shuffle(order);
        return Arrays.stream(order).asDoubleStream().toArray();
    }

    /** Returns the number of synapses that are chosen from. */
    public int synapses() {
        return groups.stream().mapToInt(group -> group.length).sum();
    }

    /** Returns how many of these synapses stay at a density, 0 to 1. */
    public int kept(double density) {
        return groups.stream()
                .mapToInt(group -> Density.kept(group.length, density))
                .sum();
    }

    /**
     * Chooses in expected time proportional to the number of synapses.
     *
     * @param parameters of the network, as they are now
     * @param density 0 to 1
     * @return the numbers of the synapses that go
     */
    public BitSet choose(Parameters parameters, double density) {
        BitSet pruned = new BitSet(urgency.length);
        for (int[] group : groups) {
            int leaving = group.length - Density.kept(group.length, density);
            if (leaving > 0) {
                choose(group, leaving, parameters, pruned);
            }
        }
        return pruned;
    }

    private void choose(int[] group, int leaving, Parameters parameters, BitSet pruned) {
        double[] work = new double[group.length];
        for (int k = 0; k < group.length; k++) {
            work[k] = urgency(group[k], parameters);
            urgency[group[k]] = work[k];
        }
        double last = selector.select(work, null, group.length - leaving);
        int left = leaving;
        for (int synapse : group) {
            if (urgency[synapse] > last) {
                pruned.set(synapse);
                left--;
            }
        }
        for (int k = 0; left > 0; k++) {
            if (urgency[group[k]] == last) {
                pruned.set(group[k]);
                left--;
            }
        }
    }

    /** Returns a number that is the larger, the sooner a synapse goes. */
    private double urgency(int synapse, Parameters parameters) {
        return switch (criterion) {
            case LONGEST -> length(synapse, parameters);
            case SLOWEST ->
                parameters.delay()[synapse]
                        + (spatial.get(synapse) ? length(synapse, parameters) / parameters.conductionSpeed() : 0);
            case SMALLEST -> -Math.abs(parameters.weight()[synapse]);
            case RANDOM -> drawn[synapse];
        };
    }

    private double length(int synapse, Parameters parameters) {
        return ConductionDelay.distance(
                parameters.position(), network.dimensions(), network.source(synapse), network.target(synapse));
    }
}
