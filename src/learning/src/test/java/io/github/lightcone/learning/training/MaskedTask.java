package io.github.lightcone.learning.training;

import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.rewire.DeepRewiring;
import io.github.lightcone.learning.rewire.DensitySchedule;
import io.github.lightcone.learning.rewire.MaskRule;
import io.github.lightcone.learning.rewire.ScheduledPruning;
import io.github.lightcone.learning.rewire.SynapseChooser;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.random.SeededRandom;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The full task with every rule on masks. */
final class MaskedTask {

    /** The rules. */
    enum Rule {
        SMALLEST_EACH_STEP,
        SMALLEST_EACH_EPOCH,
        RANDOM_AT_ONCE,
        DEEP_R,
        HOT_DEEP_R
    }

    private MaskedTask() {}

    static Experiment experiment(Rule rule, int threads) {
        Experiment plain = FullTask.experiment(threads);
        return with(plain, rule(rule, plain.network().description()));
    }

    static Experiment with(Experiment plain, MaskRule rule) {
        return new Experiment(
                plain.network(),
                plain.objective(),
                plain.end(),
                plain.training(),
                plain.validation(),
                plain.test(),
                plain.settings().withMasking(rule));
    }

    static MaskRule rule(Rule rule, Network network) {
        return switch (rule) {
            case SMALLEST_EACH_STEP -> new ScheduledPruning(smallest(), falling(DensitySchedule.Shape.CUBIC), true);
            case SMALLEST_EACH_EPOCH -> new ScheduledPruning(smallest(), falling(DensitySchedule.Shape.LINEAR), false);
            case RANDOM_AT_ONCE -> new ScheduledPruning(random(network), DensitySchedule.constant(0, 0.5), true);
            case DEEP_R -> new DeepRewiring(network.projections(), random(network), 0.5, 0);
            case HOT_DEEP_R -> new DeepRewiring(network.projections(), random(network), 0.5, 0.3);
        };
    }

    static DensitySchedule falling(DensitySchedule.Shape shape) {
        return new DensitySchedule(shape, 1, 4, 0.4);
    }

    static int kept(int synapses, double density) {
        return (int) Math.floor(density * synapses + 0.5);
    }

    /** Prunes the smallest weights of the network, by sorting them all. */
    static SynapseChooser smallest() {
        return (parameters, density, mask) -> {
            BitSet gone = new BitSet();
            addSmallest(0, mask.size(), parameters, density, gone);
            mask.set(gone);
        };
    }

    /** Prunes the smallest weights of each projection. */
    static SynapseChooser smallestOfEach(Network network) {
        return (parameters, density, mask) -> {
            BitSet gone = new BitSet();
            for (Projection projection : network.projections()) {
                addSmallest(projection.firstSynapse(), projection.endSynapse(), parameters, density, gone);
            }
            mask.set(gone);
        };
    }

    private static void addSmallest(int from, int to, Parameters parameters, double density, BitSet gone) {
        IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> Math.abs(parameters.weight()[s])))
                .limit(to - from - kept(to - from, density))
                .forEach(gone::set);
    }

    /** Prunes the last ones of each projection in an order that is drawn here. */
    static SynapseChooser random(Network network) {
        SeededRandom random = new SeededRandom(8);
        int[][] orders = network.projections().stream()
                .map(projection -> IntStream.range(projection.firstSynapse(), projection.endSynapse())
                        .toArray())
                .toArray(int[][]::new);
        for (int[] order : orders) {
            random.shuffle(order);
        }
        return (parameters, density, mask) -> {
            BitSet gone = new BitSet();
            for (int[] order : orders) {
                for (int k = kept(order.length, density); k < order.length; k++) {
                    gone.set(order[k]);
                }
            }
            mask.set(gone);
        };
    }

    static int left(SynapseMask mask, Projection projection) {
        return (int) IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .filter(s -> !mask.isPruned(s))
                .count();
    }
}
