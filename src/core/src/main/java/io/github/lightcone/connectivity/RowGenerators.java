package io.github.lightcone.connectivity;

import java.util.SplittableRandom;
import org.agrona.collections.IntHashSet;

/**
 * Generators of rows, with the names and meanings of NEST's rules. Each connects the neurons of one range to
 * those of another; {@link RowGenerator#and} joins several. Every row draws from randomness of its own, which
 * the seed and the source decide.
 */
public final class RowGenerators {

    private RowGenerators() {}

    /** Each source sends {@code outdegree} synapses to targets drawn with replacement, itself included. */
    public static RowGenerator fixedOutdegree(
            NeuronRange sources,
            NeuronRange targets,
            int outdegree,
            RowDistribution weight,
            RowDistribution ownDelay,
            long seed) {
        return fixedOutdegree(sources, targets, outdegree, true, true, weight, ownDelay, seed);
    }

    /**
     * Each source sends {@code outdegree} synapses to random targets.
     *
     * @param sources neurons the synapses come from
     * @param targets neurons they act on
     * @param outdegree synapses of each source
     * @param selfConnections whether a neuron may connect to itself
     * @param multapses whether targets are drawn with replacement
     * @param weight weight of each synapse, drawn after its target
     * @param ownDelay own delay of each synapse, ms, drawn after its weight
     * @param seed decides everything
     */
    public static RowGenerator fixedOutdegree(
            NeuronRange sources,
            NeuronRange targets,
            int outdegree,
            boolean selfConnections,
            boolean multapses,
            RowDistribution weight,
            RowDistribution ownDelay,
            long seed) {
        checkOutdegree(sources, targets, outdegree, selfConnections, multapses);
        return (source, row) -> {
            if (!sources.contains(source)) {
                return;
            }
            SplittableRandom random = random(seed, source);
            Candidates candidates = new Candidates(targets, source, selfConnections);
            IntHashSet seen = multapses ? null : new IntHashSet();
            for (int k = candidates.count - outdegree; k < candidates.count; k++) {
                int candidate;
                if (seen == null) {
                    candidate = random.nextInt(candidates.count);
                } else {
                    // Floyd's sampling: each subset is equally likely, and no draw is in vain.
                    candidate = random.nextInt(k + 1);
                    if (!seen.add(candidate)) {
                        candidate = k;
                        seen.add(k);
                    }
                }
                row.add(candidates.neuron(candidate), weight.sample(source, random), ownDelay.sample(source, random));
            }
        };
    }

    /**
     * Each pair connects with the given probability. The work is proportional to the synapses, not to the
     * pairs: the gaps between targets are drawn from the geometric distribution.
     *
     * @param sources neurons the synapses come from
     * @param targets neurons they act on
     * @param probability between 0 and 1
     * @param selfConnections whether a neuron may connect to itself
     * @param weight weight of each synapse, drawn after its target
     * @param ownDelay own delay of each synapse, ms, drawn after its weight
     * @param seed decides everything
     */
    public static RowGenerator pairwiseBernoulli(
            NeuronRange sources,
            NeuronRange targets,
            double probability,
            boolean selfConnections,
            RowDistribution weight,
            RowDistribution ownDelay,
            long seed) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability = " + probability + ", must be between 0 and 1");
        }
        // Strict logarithms: a seed means the same network on every machine.
        double logMiss = StrictMath.log1p(-probability);
        return (source, row) -> {
            if (!sources.contains(source) || probability == 0) {
                return;
            }
            SplittableRandom random = random(seed, source);
            Candidates candidates = new Candidates(targets, source, selfConnections);
            for (int next = 0; ; next++) {
                double gap = StrictMath.log1p(-random.nextDouble()) / logMiss;
                if (gap >= candidates.count - next) {
                    return;
                }
                next += (int) gap;
                row.add(candidates.neuron(next), weight.sample(source, random), ownDelay.sample(source, random));
            }
        };
    }

    /** Returns the randomness of a source's row; different for every source and seed. */
    public static SplittableRandom random(long seed, int source) {
        return new SplittableRandom(mix(mix(seed) + source));
    }

    /** Stafford's variant 13 of the finalizer of MurmurHash3: a bijection. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static void checkOutdegree(
            NeuronRange sources, NeuronRange targets, int outdegree, boolean selfConnections, boolean multapses) {
        if (outdegree < 0) {
            throw new IllegalArgumentException("outdegree = " + outdegree + ", must be at least 0");
        }
        boolean overlap = sources.first() < targets.end() && targets.first() < sources.end();
        int available = targets.size() - (overlap && !selfConnections ? 1 : 0);
        if (sources.size() > 0 && outdegree > 0 && (available < 1 || (!multapses && outdegree > available))) {
            throw new IllegalArgumentException("cannot draw " + outdegree + " of " + available + " neurons"
                    + (multapses ? "" : " without multapses"));
        }
    }

    /** The possible targets of a source, numbered from 0. */
    private static final class Candidates {
        final int count;
        private final int first;
        private final int excluded;

        Candidates(NeuronRange targets, int source, boolean selfConnections) {
            boolean exclude = !selfConnections && targets.contains(source);
            first = targets.first();
            excluded = exclude ? source : Integer.MAX_VALUE;
            count = targets.size() - (exclude ? 1 : 0);
        }

        int neuron(int candidate) {
            int neuron = first + candidate;
            return neuron >= excluded ? neuron + 1 : neuron;
        }
    }
}
