package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network whose parameters follow from numbers that are learned. What is learned, and what follows from
 * what, stays; the numbers change.
 *
 * <pre>
 *     values of learnables --scatter--> parameters --derive (spatial rules)--> parameters --mask, round--> simulation
 *     their gradients     &lt;--gather--  gradients  &lt;--chain (rules, delays)--  gradients  &lt;--mask-- adjoint
 * </pre>
 *
 * <p>With a {@link SynapseMask} a pruned synapse has a weight of exactly 0 and a weight gradient of 0. The weight it
 * would have without the mask is kept beside, and comes back with {@link #unmask}.
 *
 * <p>With a {@link WeightRounding} the network runs with rounded weights and its gradients are taken there, while values
 * stay unrounded: a gradient passes rounding as if the weight had not been rounded (straight-through estimation).
 *
 * <p>Y. Bengio, N. Leonard and A. Courville, Estimating or propagating gradients through stochastic neurons for
 * conditional computation, 2013, arXiv 1308.3432.
 */
public final class TrainableNetwork {

    private final Network network;
    private final List<SpatialRule> rules;
    private final List<Learnable> learnables;
    private final Parameters described;
    private final Parameters parameters;
    private SynapseMask mask;
    private double[] unmasked;
    private WeightRounding rounding;
    private double[] unrounded;
    private double[] rounded;

    /**
     * Makes a network with the parameters that follow from the values as they are.
     *
     * @param network whose parameters hold where nothing is learned or derived
     * @param rules what is derived from positions; the numbers of a rule stay as they are unless they are
     *     among the learnables
     * @param learnables what may be learned, each under a name of its own
     * @throws IllegalArgumentException if two have the same name, or parameters are out of range
     */
    public TrainableNetwork(Network network, List<SpatialRule> rules, List<Learnable> learnables) {
        this.network = network;
        this.rules = List.copyOf(rules);
        this.learnables = List.copyOf(learnables);
        List<String> names = new ArrayList<>();
        for (Learnable learnable : learnables) {
            if (names.contains(learnable.name())) {
                throw new IllegalArgumentException("'" + learnable.name() + "' is learned twice");
            }
            names.add(learnable.name());
        }
        described = network.parameters();
        parameters = network.parameters();
        refresh();
        parameters.check(network);
    }

    /** Returns a network all of whose parameters are as they are described; nothing is learned. */
    public static TrainableNetwork of(Network network) {
        return new TrainableNetwork(network, List.of(), List.of());
    }

    /** Derives the parameters from the values, which may have changed. */
    public void refresh() {
        if (mask != null || rounding != null) {
            System.arraycopy(described.weight(), 0, parameters.weight(), 0, network.synapseCount());
        }
        scatter();
        for (int k = 0; k < rules.size(); k++) {
            rules.get(k).derive(parameters);
        }
        if (mask != null) {
            System.arraycopy(parameters.weight(), 0, unmasked, 0, unmasked.length);
            clearPruned(parameters.weight());
        }
        if (rounding != null) {
            System.arraycopy(parameters.weight(), 0, unrounded, 0, unrounded.length);
            rounding.round(parameters.weight());
            System.arraycopy(parameters.weight(), 0, rounded, 0, rounded.length);
        }
    }

    /** Gives weights what rounding took; a change that was made to a rounded weight is then one of the unrounded. */
    private void unround() {
        double[] weight = parameters.weight();
        for (int s = 0; rounding != null && s < weight.length; s++) {
            weight[s] = unrounded[s] + (weight[s] - rounded[s]);
        }
    }

    private void scatter() {
        for (int k = 0; k < learnables.size(); k++) {
            learnables.get(k).scatter(parameters);
        }
    }

    private void gatherValues() {
        for (int k = 0; k < learnables.size(); k++) {
            learnables.get(k).collect(parameters);
        }
    }

    private void clearPruned(double[] weight) {
        for (int s = mask.nextPruned(0); s >= 0; s = mask.nextPruned(s + 1)) {
            weight[s] = 0;
        }
    }

    /**
     * Applies a mask from now on; {@link #refresh} or {@link #collect} follows whenever it changes.
     *
     * @param newMask not copied
     * @throws IllegalArgumentException if it is one of another number of synapses
     */
    public void mask(SynapseMask newMask) {
        if (newMask.size() != network.synapseCount()) {
            throw new IllegalArgumentException(
                    "a mask of " + newMask.size() + " synapses, the network has " + network.synapseCount());
        }
        mask = newMask;
        unmasked = new double[newMask.size()];
        refresh();
    }

    /** Rounds the weights from now on, after every {@link #refresh}. */
    public void round(WeightRounding newRounding) {
        rounding = newRounding;
        unrounded = new double[network.synapseCount()];
        rounded = new double[network.synapseCount()];
        refresh();
    }

    /** Returns the mask, if there is one; not a copy. */
    public Optional<SynapseMask> mask() {
        return Optional.ofNullable(mask);
    }

    /**
     * Gives pruned synapses the weights they would have without the mask, until the next {@link #refresh} or {@link
     * #collect}. Without a mask, does nothing.
     */
    public void unmask() {
        if (mask == null) {
            return;
        }
        for (int s = mask.nextPruned(0); s >= 0; s = mask.nextPruned(s + 1)) {
            parameters.weight()[s] = unmasked[s];
        }
    }

    /**
     * Takes back what a step of the optimiser did to learned weights of pruned synapses, which may come from what it
     * remembers of the time before they were. {@link #refresh} follows. Without a mask, does nothing.
     */
    public void holdPruned() {
        if (mask == null) {
            return;
        }
        scatter();
        unmask();
        gatherValues();
    }

    /**
     * Takes the values from the parameters, which may have been changed themselves, and derives the rest. A change of
     * what is neither a value nor derived, or of the weight of a pruned synapse, is undone; that of a rounded weight
     * is one of the unrounded.
     */
    public void collect() {
        unround();
        unmask();
        gatherValues();
        parameters.set(described);
        refresh();
    }

    /**
     * Completes gradients that backward passes left: those of pruned weights become 0; to those of positions and
     * speed is added what follows from delays, and from weights where they follow from positions.
     *
     * @param gradients Modified.
     */
    public void chain(Gradients gradients) {
        if (mask != null) {
            clearPruned(gradients.weight());
        }
        gradients.toPositions(network, parameters);
        for (int k = 0; k < rules.size(); k++) {
            rules.get(k).chain(parameters, gradients);
        }
    }

    /** Returns whether what these need of a gradient includes that of delays, their own or through what is derived. */
    public boolean needsDelays(List<Learnable> learned) {
        boolean spatial = network.projections().stream().anyMatch(Projection::spatial);
        return rules.stream().anyMatch(SpatialRule::needsDelays)
                || learned.stream().anyMatch(group -> group.needsDelays() || (spatial && group.needsPositions()));
    }

    /** Returns what may be learned. */
    public List<Learnable> learnables() {
        return learnables;
    }

    /**
     * Returns what may be learned under a name.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public Learnable learnable(String name) {
        for (Learnable learnable : learnables) {
            if (learnable.name().equals(name)) {
                return learnable;
            }
        }
        throw new IllegalArgumentException("nothing to learn is called '" + name + "'; there are "
                + learnables.stream().map(Learnable::name).toList());
    }

    /** Returns the description, with the parameters it was made from. */
    public Network description() {
        return network;
    }

    /** Returns the parameters as they are now; not a copy. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns the network as it is now. */
    public Network network() {
        return network.with(parameters);
    }
}
