package io.github.lightcone.learning.training;

import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.rewire.MaskRule;
import io.github.lightcone.learning.rewire.Masking;
import io.github.lightcone.random.SeededRandom;
import java.util.BitSet;
import java.util.Optional;

/** The mask of a training, if it has one: asks its rule, and counts. Without a rule, nothing is pruned. */
final class MaskDriver {

    /** A stream that the augmentation of no example has. */
    private static final long MASK_STREAM = 1L << 31;

    private final TrainableNetwork network;
    private SynapseMask mask;
    private SeededRandom random;
    private Masking masking;
    private long woken;

    MaskDriver(TrainableNetwork network, Optional<MaskRule> rule, long seed) {
        this.network = network;
        if (rule.isPresent()) {
            mask = new SynapseMask(network.description().synapseCount());
            random = new SeededRandom(seed, MASK_STREAM);
            network.mask(mask);
            masking = rule.get().start(network, mask, random);
            network.refresh();
        }
    }

    /** Returns whether there is a rule. */
    boolean isOn() {
        return mask != null;
    }

    /** Lets the rule decide after a step; values and parameters follow from what it did. Only if there is one. */
    void stepEnded(Schedule.Time time, double rate) {
        BitSet before = mask.toBitSet();
        network.unmask();
        masking.stepEnded(time, rate);
        network.collect();
        count(before);
    }

    /** As {@link #stepEnded}, after an epoch. */
    void epochEnded(int epochs) {
        BitSet before = mask.toBitSet();
        network.unmask();
        masking.epochEnded(epochs);
        network.collect();
        count(before);
    }

    /** Returns whether as much is pruned as will be. */
    boolean isFinal(int epochs) {
        return mask == null || masking.isFinal(epochs);
    }

    private void count(BitSet before) {
        before.andNot(mask.toBitSet());
        woken += before.cardinality();
    }

    void forgetCounts() {
        woken = 0;
    }

    /** Counts the synapses as they are now. */
    Connections connections() {
        double[] weight = network.parameters().weight();
        int zero = 0;
        for (double w : weight) {
            zero += w == 0 ? 1 : 0;
        }
        int pruned = mask == null ? 0 : mask.prunedCount();
        return new Connections(weight.length, weight.length - pruned, zero - pruned, woken);
    }

    /** Returns the bits of the mask; none if there is no mask. */
    long[] bits() {
        return mask == null ? new long[0] : mask.toArray();
    }

    /** Sets the mask; {@link TrainableNetwork#refresh} follows. */
    void use(long[] bits) {
        if (mask != null) {
            mask.restore(bits);
        }
    }

    MaskState state() {
        return mask == null ? MaskState.none() : new MaskState(mask.toArray(), masking.memory(), random.state());
    }

    /** Goes on from a state that {@link MaskState#isLike} this one; {@link TrainableNetwork#refresh} follows. */
    void restore(MaskState saved) {
        if (mask != null) {
            mask.restore(saved.bits);
            masking.restore(saved.memory);
            random.restore(saved.random);
        }
    }
}
