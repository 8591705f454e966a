package io.github.lightcone.connectivity;

import io.github.lightcone.space.Positions;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.agrona.collections.IntHashSet;

/**
 * Connection rules with the names and meanings of NEST's: {@code all_to_all}, {@code one_to_one}, {@code
 * fixed_indegree}, {@code fixed_outdegree}, {@code fixed_total_number}, {@code pairwise_bernoulli}, and
 * a distance-dependent variant of the last. Self-connections (within one population) and multapses
 * (several synapses from one neuron to another) are allowed unless switched off, as in NEST.
 */
public final class ConnectionRules {

    private ConnectionRules() {}

    /** Every source connects to every target, itself included. */
    public static ConnectionRule allToAll() {
        return allToAll(true);
    }

    /**
     * Every source connects to every target.
     *
     * @param selfConnections whether a neuron may connect to itself
     */
    public static ConnectionRule allToAll(boolean selfConnections) {
        return (source, target, same, random, pairs) -> {
            for (int i = 0; i < source.size(); i++) {
                for (int j = 0; j < target.size(); j++) {
                    if (selfConnections || !same || i != j) {
                        pairs.accept(i, j);
                    }
                }
            }
        };
    }

    /** The i-th source connects to the i-th target; the populations must be of one size. */
    public static ConnectionRule oneToOne() {
        return (source, target, same, random, pairs) -> {
            if (source.size() != target.size()) {
                throw new IllegalArgumentException("one_to_one needs populations of one size, got " + source.size()
                        + " sources and " + target.size() + " targets");
            }
            for (int i = 0; i < source.size(); i++) {
                pairs.accept(i, i);
            }
        };
    }

    /** Each target receives {@code indegree} synapses from sources drawn with replacement. */
    public static ConnectionRule fixedIndegree(int indegree) {
        return fixedIndegree(indegree, true, true);
    }

    /**
     * Each target receives {@code indegree} synapses from random sources.
     *
     * @param selfConnections whether a neuron may connect to itself
     * @param multapses whether sources are drawn with replacement
     */
    public static ConnectionRule fixedIndegree(int indegree, boolean selfConnections, boolean multapses) {
        checkCount("indegree", indegree);
        return (source, target, same, random, pairs) -> {
            boolean avoidSelf = same && !selfConnections;
            for (int j = 0; j < target.size(); j++) {
                int to = j;
                draw(indegree, source.size(), avoidSelf ? j : -1, multapses, random, i -> pairs.accept(i, to));
            }
        };
    }

    /** Each source sends {@code outdegree} synapses to targets drawn with replacement. */
    public static ConnectionRule fixedOutdegree(int outdegree) {
        return fixedOutdegree(outdegree, true, true);
    }

    /**
     * Each source sends {@code outdegree} synapses to random targets.
     *
     * @param selfConnections whether a neuron may connect to itself
     * @param multapses whether targets are drawn with replacement
     */
    public static ConnectionRule fixedOutdegree(int outdegree, boolean selfConnections, boolean multapses) {
        checkCount("outdegree", outdegree);
        return (source, target, same, random, pairs) -> {
            boolean avoidSelf = same && !selfConnections;
            for (int i = 0; i < source.size(); i++) {
                int from = i;
                draw(outdegree, target.size(), avoidSelf ? i : -1, multapses, random, j -> pairs.accept(from, j));
            }
        };
    }

    /** Draws {@code total} pairs independently, with replacement; self-connections are allowed. */
    public static ConnectionRule fixedTotalNumber(int total) {
        checkCount("total", total);
        return (source, target, same, random, pairs) -> {
            if (total > 0 && (source.size() == 0 || target.size() == 0)) {
                throw new IllegalArgumentException("fixed_total_number needs neurons on both sides");
            }
            for (int k = 0; k < total; k++) {
                int i = random.nextInt(source.size());
                pairs.accept(i, random.nextInt(target.size()));
            }
        };
    }

    /** Each pair connects with the given probability; self-connections are allowed. */
    public static ConnectionRule pairwiseBernoulli(double probability) {
        return pairwiseBernoulli(probability, true);
    }

    /**
     * Each pair connects with the given probability.
     *
     * @param selfConnections whether a neuron may connect to itself
     */
    public static ConnectionRule pairwiseBernoulli(double probability, boolean selfConnections) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability = " + probability + ", must be between 0 and 1");
        }
        return distanceDependent(distance -> probability, selfConnections);
    }

    /**
     * Each pair connects with a probability that depends on its distance, for instance {@code d -> 0.8 *
     * Math.exp(-d / 0.2)}.
     *
     * @param probability probability at a distance in mm; values outside [0, 1] count as the nearer end
     * @param selfConnections whether a neuron may connect to itself
     */
    public static ConnectionRule distanceDependent(DoubleUnaryOperator probability, boolean selfConnections) {
        return (source, target, same, random, pairs) -> {
            for (int i = 0; i < source.size(); i++) {
                for (int j = 0; j < target.size(); j++) {
                    if (same && !selfConnections && i == j) {
                        continue;
                    }
                    if (random.nextDouble() < probability.applyAsDouble(distance(source, i, target, j))) {
                        pairs.accept(i, j);
                    }
                }
            }
        };
    }

    private static double distance(Positions source, int i, Positions target, int j) {
        double sum = 0;
        for (int axis = 0; axis < source.dimensions(); axis++) {
            double difference = target.coordinate(j, axis) - source.coordinate(i, axis);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static void checkCount(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " = " + count + ", must be at least 0");
        }
    }

    /** Draws {@code count} of {@code size} indices other than {@code excluded}. */
    private static void draw(
            int count,
            int size,
            int excluded,
            boolean replacement,
            RandomGenerator random,
            java.util.function.IntConsumer drawn) {
        int available = excluded >= 0 ? size - 1 : size;
        if (count > 0 && (available < 1 || (!replacement && count > available))) {
            throw new IllegalArgumentException("cannot draw " + count + " of " + available + " neurons"
                    + (replacement ? "" : " without multapses"));
        }
        IntHashSet seen = replacement ? null : new IntHashSet();
        for (int drawnSoFar = 0; drawnSoFar < count; ) {
            int index = random.nextInt(size);
            if (index != excluded && (seen == null || seen.add(index))) {
                drawn.accept(index);
                drawnSoFar++;
            }
        }
    }
}
