package io.github.lightcone.hardware.rule;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.DecayForm;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.hardware.chip.WeightSign;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Checks a network against a profile. */
public final class ChipCheck {

    /** Relative difference up to which a time constant counts as one that the chip has. */
    private static final double TIME_CONSTANT_TOLERANCE = 1e-9;

    private final Network network;
    private final ChipProfile profile;
    private final IntToLongFunction id;
    private final Parameters parameters;
    private final double[] delay;
    private final int leftOut;
    private final double step;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Rule> checked = new ArrayList<>();
    private final Map<Rule, String> skipped = new EnumMap<>(Rule.class);

    private ChipCheck(Network network, ChipProfile profile, double givenStep, IntToLongFunction id) {
        this.network = network;
        this.profile = profile;
        this.id = id;
        parameters = network.parameters();
        delay = FixedDelays.totals(network);
        double[] used = IntStream.range(0, delay.length)
                .filter(this::isUsed)
                .mapToDouble(s -> delay[s])
                .toArray();
        leftOut = delay.length - used.length;
        step = Double.isNaN(givenStep) ? StepSearch.step(used, profile) : givenStep;
    }

    /**
     * Checks a network, all but its synapses of weight 0, which need no place on a chip. O(synapses * log greatest
     * weight + projections * neurons).
     *
     * @param step length of a step, ms; NaN to look for one with which all delays are whole
     */
    public static CheckReport check(Network network, ChipProfile profile, double step) {
        return check(network, profile, step, n -> n);
    }

    /**
     * Checks a network whose neurons go by other ids than their numbers.
     *
     * @param step length of a step, ms; NaN to look for one with which all delays are whole
     * @param id by which violations name a neuron
     */
    public static CheckReport check(Network network, ChipProfile profile, double step, IntToLongFunction id) {
        return new ChipCheck(network, profile, step, id).run();
    }

    private CheckReport run() {
        checkWeights();
        checkSigns();
        checkDelays();
        checkStep();
        checkTimeConstants();
        checkVoltages();
        checkFans();
        checkSizes();
        return new CheckReport(violations, checked, skipped, step, leftOut);
    }

    private boolean isUsed(int synapse) {
        return parameters.weight()[synapse] != 0;
    }

    /** Returns whether a rule can be checked, and notes that it is or why it is not. */
    private boolean known(Rule rule, Quantity... quantities) {
        for (Quantity quantity : quantities) {
            if (!profile.knows(quantity)) {
                skipped.put(rule, quantity.label() + " of " + profile.name() + " is unknown");
                return false;
            }
        }
        checked.add(rule);
        return true;
    }

    private String neuron(int n) {
        Population population = network.populationOf(n);
        return "neuron " + id.applyAsLong(n) + " (" + population.name() + " " + (n - population.firstNeuron()) + ")";
    }

    private String synapse(int s) {
        return "synapse " + s + " (" + id.applyAsLong(network.source(s)) + " -> " + id.applyAsLong(network.target(s))
                + ")";
    }

    private void add(Rule rule, String place, double value, String limit) {
        violations.add(new Violation(rule, place, value, limit));
    }

    private void checkWeights() {
        if (!known(Rule.WEIGHT, Quantity.WEIGHT_BITS)) {
            return;
        }
        double most = profile.greatestWeight();
        Arrivals.forEach(network, (neuron, synapses) -> {
            double[] weights = Arrivals.of(parameters.weight(), synapses);
            double least = Grid.largest(weights) / most;
            if (Double.isNaN(Grid.scale(weights, least))) {
                addWeights(weights, synapses, least);
            }
        });
    }

    private void addWeights(double[] weights, int[] synapses, double scale) {
        for (int i = 0; i < weights.length; i++) {
            if (!Grid.fits(weights[i], scale)) {
                add(
                        Rule.WEIGHT,
                        synapse(synapses[i]),
                        weights[i],
                        "a whole multiple, up to " + profile.greatestWeight() + ", of a scale; of " + Figure.text(scale)
                                + " it is " + Figure.text(weights[i] / scale));
            }
        }
    }

    private void checkSigns() {
        checked.add(Rule.SIGN);
        if (profile.sign() == WeightSign.UNSIGNED) {
            for (int s = 0; s < network.synapseCount(); s++) {
                if (parameters.weight()[s] < 0) {
                    add(Rule.SIGN, synapse(s), parameters.weight()[s], "at least 0");
                }
            }
        }
    }

    private void checkDelays() {
        if (!known(Rule.DELAY, Quantity.DELAY_STEPS)) {
            return;
        }
        double least = profile.least(Quantity.DELAY_STEPS);
        double most = profile.most(Quantity.DELAY_STEPS);
        for (int s = 0; s < delay.length; s++) {
            boolean none = delay[s] == 0;
            boolean fits = !isUsed(s)
                    || (none && least == 0)
                    || (!none
                            && step > 0
                            && Grid.fits(delay[s], step)
                            && Math.rint(delay[s] / step) >= Math.max(1, least)
                            && Math.rint(delay[s] / step) <= most);
            if (!fits) {
                String range = least == most ? Figure.text(most) : Figure.text(least) + " to " + Figure.text(most);
                add(
                        Rule.DELAY,
                        synapse(s),
                        delay[s],
                        range + " whole steps"
                                + (step > 0
                                        ? " of " + Figure.text(step) + " ms; it is " + Figure.text(delay[s] / step)
                                        : ""));
            }
        }
    }

    private void checkStep() {
        if (!known(Rule.STEP, Quantity.STEP)) {
            return;
        }
        if (Double.isNaN(step)) {
            checked.remove(Rule.STEP);
            skipped.put(Rule.STEP, "no delay and no option says how long a step is");
        } else if (step < profile.least(Quantity.STEP) * (1 - Grid.TOLERANCE)
                || step > profile.most(Quantity.STEP) * (1 + Grid.TOLERANCE)) {
            add(
                    Rule.STEP,
                    "network",
                    step,
                    profile.figure(Quantity.STEP).orElseThrow().text() + " ms");
        }
    }

    private void checkTimeConstants() {
        if (!profile.limitsTimeConstants()) {
            skipped.put(
                    Rule.TIME_CONSTANT,
                    profile.name()
                            + (profile.decayBits() == 0 && profile.decay() != DecayForm.FREE
                                    ? ": decayBits is unknown"
                                    : " takes any time constant, as far as its profile knows"));
            return;
        }
        if (Double.isNaN(step)) {
            skipped.put(Rule.TIME_CONSTANT, "no delay and no option says how long a step is");
            return;
        }
        checked.add(Rule.TIME_CONSTANT);
        for (int n = 0; n < network.neuronCount(); n++) {
            checkTimeConstant(n, "tauMem", parameters.tauMem()[n]);
            checkTimeConstant(n, "tauSyn", parameters.tauSyn()[n]);
        }
    }

    private void checkTimeConstant(int n, String name, double tau) {
        if (Double.isNaN(tau)) {
            return;
        }
        double nearest = profile.decay().nearest(tau, step, profile.decayBits());
        if (Math.abs(nearest / tau - 1) > TIME_CONSTANT_TOLERANCE) {
            add(
                    Rule.TIME_CONSTANT,
                    neuron(n) + ": " + name,
                    tau,
                    "a decay by " + profile.decay().label() + " of " + profile.decayBits() + " bits in steps of "
                            + Figure.text(step) + " ms; the nearest is " + Figure.text(nearest) + " ms");
        }
    }

    private void checkVoltages() {
        if (known(Rule.THRESHOLD, Quantity.THRESHOLD_BITS, Quantity.WEIGHT_BITS)) {
            VoltageCheck.check(
                    network,
                    profile,
                    (n, voltage, value, limit) ->
                            add(Rule.THRESHOLD, neuron(n) + ": " + voltage.label(), value, limit));
        }
    }

    private void checkFans() {
        if (known(Rule.FAN_IN, Quantity.FAN_IN)) {
            addAbove(Rule.FAN_IN, count(network::target), profile.most(Quantity.FAN_IN));
        }
        if (known(Rule.FAN_OUT, Quantity.FAN_OUT)) {
            addAbove(Rule.FAN_OUT, count(network::source), profile.most(Quantity.FAN_OUT));
        }
    }

    /** Counts synapses by the neuron at one of their ends. */
    private int[] count(IntUnaryOperator end) {
        int[] count = new int[network.neuronCount()];
        for (int s = 0; s < network.synapseCount(); s++) {
            count[end.applyAsInt(s)] += isUsed(s) ? 1 : 0;
        }
        return count;
    }

    private void addAbove(Rule rule, int[] count, double most) {
        for (int n = 0; n < count.length; n++) {
            if (count[n] > most) {
                add(rule, neuron(n), count[n], "at most " + Figure.text(most));
            }
        }
    }

    private void checkSizes() {
        int sources = 0;
        int outputs = 0;
        int neurons = 0;
        for (Population population : network.populations()) {
            boolean listened = network.projections().stream()
                    .anyMatch(projection -> isBeyond(projection, population) && isUsed(projection));
            sources += population.kind().hasState() ? 0 : population.size();
            neurons += population.kind().hasState() ? population.size() : 0;
            outputs += population.kind().hasState() && !listened ? population.size() : 0;
        }
        if (known(Rule.INPUTS, Quantity.INPUTS)) {
            addTotal(Rule.INPUTS, sources, profile.most(Quantity.INPUTS));
        }
        if (known(Rule.OUTPUTS, Quantity.OUTPUTS)) {
            addTotal(Rule.OUTPUTS, outputs, profile.most(Quantity.OUTPUTS));
        }
        if (known(Rule.NEURONS, Quantity.NEURONS_PER_CORE, Quantity.CORES)) {
            addTotal(Rule.NEURONS, neurons, profile.most(Quantity.NEURONS_PER_CORE) * profile.most(Quantity.CORES));
        }
        double synapses = profile.most(Quantity.SYNAPSES);
        if (Double.isNaN(synapses)) {
            synapses = profile.most(Quantity.SYNAPSES_PER_CORE) * profile.most(Quantity.CORES);
        }
        if (Double.isNaN(synapses)) {
            skipped.put(Rule.SYNAPSES, "synapses of " + profile.name() + " is unknown");
        } else {
            checked.add(Rule.SYNAPSES);
            addTotal(Rule.SYNAPSES, network.synapseCount() - leftOut, synapses);
        }
    }

    /** Returns whether a projection goes from a population to another one. */
    private static boolean isBeyond(Projection projection, Population population) {
        return projection.source().name().equals(population.name())
                && !projection.target().name().equals(population.name());
    }

    private boolean isUsed(Projection projection) {
        return IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .anyMatch(this::isUsed);
    }

    private void addTotal(Rule rule, int value, double most) {
        if (value > most) {
            add(rule, "network", value, "at most " + Figure.text(most));
        }
    }
}
