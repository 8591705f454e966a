package io.github.lightcone.hardware.quantise;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Makes the numbers of a network whole numbers of a chip. */
public final class Quantiser {

    private static final long DELAY_STREAM = 42;

    private final Network network;
    private final ChipProfile profile;
    private final QuantiserSettings settings;
    private final RoundingErrors weights = new RoundingErrors();
    private final RoundingErrors delays = new RoundingErrors();
    private final RoundingErrors timeConstants = new RoundingErrors();
    private final RoundingErrors thresholds = new RoundingErrors();
    private final RoundingErrors voltages = new RoundingErrors();
    private int withoutUnit;

    private Quantiser(Network network, ChipProfile profile, QuantiserSettings settings) {
        this.network = network;
        this.profile = profile;
        this.settings = settings;
    }

    /**
     * Quantises a network. What the profile does not know is left as it is. O(synapses log synapses).
     *
     * <p>Stochastic rounding draws in the order of synapses, for weights and for delays from generators of their
     * own.
     *
     * @throws IllegalArgumentException if the profile limits the step and the one asked for is outside
     */
    public static QuantisedNetwork quantise(Network network, ChipProfile profile, QuantiserSettings settings) {
        if (!Double.isNaN(settings.step())
                && profile.knows(Quantity.STEP)
                && !(settings.step() >= profile.least(Quantity.STEP)
                        && settings.step() <= profile.most(Quantity.STEP))) {
            throw new IllegalArgumentException("step = " + settings.step() + " ms, " + profile.name() + " allows "
                    + profile.figure(Quantity.STEP).orElseThrow().text() + " ms");
        }
        return new Quantiser(network, profile, settings).run();
    }

    private QuantisedNetwork run() {
        StepChoice choice = StepChoice.of(network, profile, settings);
        Parameters faster = network.parameters();
        faster.conductionSpeed(choice.speed());
        Network fixed = FixedDelays.of(network.with(faster));
        Parameters parameters = fixed.parameters();
        double[] scale = new double[fixed.synapseCount()];
        Arrays.fill(scale, Double.NaN);
        double[] unit = new double[fixed.neuronCount()];
        Arrays.fill(unit, Double.NaN);
        if (profile.knows(Quantity.WEIGHT_BITS)) {
            scales(parameters.weight(), scale);
            roundWeights(parameters.weight(), scale, unit);
        }
        if (profile.knows(Quantity.THRESHOLD_BITS)) {
            roundVoltages(parameters, unit);
        }
        roundDelays(FixedDelays.totals(network), parameters.delay(), choice.step());
        if (profile.limitsTimeConstants()) {
            roundTimeConstants(parameters.tauMem(), choice.step());
            roundTimeConstants(parameters.tauSyn(), choice.step());
        }
        return new QuantisedNetwork(
                fixed.with(parameters),
                choice,
                scale,
                unit,
                new QuantisationErrors(weights, delays, timeConstants, thresholds, voltages, withoutUnit));
    }

    private void scales(double[] weight, double[] scale) {
        int groups = switch (settings.scale()) {
            case NEURON -> network.neuronCount();
            case PROJECTION -> network.projections().size();
            case NETWORK -> 1;
        };
        int[] group = new int[weight.length];
        int[] size = new int[groups];
        for (int p = 0; p < network.projections().size(); p++) {
            for (int s = network.projections().get(p).firstSynapse();
                    s < network.projections().get(p).endSynapse();
                    s++) {
                group[s] = settings.scale() == ScaleOf.NEURON
                        ? network.target(s)
                        : settings.scale() == ScaleOf.PROJECTION ? p : 0;
                size[group[s]]++;
            }
        }
        double[][] sizes = new double[groups][];
        for (int g = 0; g < groups; g++) {
            sizes[g] = new double[size[g]];
        }
        for (int s = 0; s < weight.length; s++) {
            sizes[group[s]][--size[group[s]]] = Math.abs(weight[s]);
        }
        double[] ofGroup = new double[groups];
        for (int g = 0; g < groups; g++) {
            ofGroup[g] = scale(sizes[g]);
        }
        for (int s = 0; s < weight.length; s++) {
            scale[s] = ofGroup[group[s]];
        }
    }

    /** Returns the scale with which a share of these weights is within range; 1 if all are 0. */
    private double scale(double[] sizes) {
        if (sizes.length == 0) {
            return 1;
        }
        Arrays.sort(sizes);
        int inside = (int) Math.ceil(settings.coverage() * sizes.length);
        double largest = sizes[Math.max(0, inside - 1)];
        if (largest == 0) {
            largest = sizes[sizes.length - 1];
        }
        return largest == 0 ? 1 : largest / profile.greatestWeight();
    }

    private void roundWeights(double[] weight, double[] scale, double[] unit) {
        new WeightGrid(profile, settings, scale).round(weight, weights);
        for (int s = 0; s < weight.length; s++) {
            int n = network.target(s);
            unit[n] = Double.isNaN(unit[n]) ? scale[s] : Math.min(unit[n], scale[s]);
        }
    }

    private void roundVoltages(Parameters parameters, double[] unit) {
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); population.kind().hasState() && n < population.endNeuron(); n++) {
                if (Double.isNaN(unit[n])) {
                    withoutUnit++;
                } else {
                    roundVoltages(parameters, n, unit[n], population.kind() == NeuronKind.LIF);
                }
            }
        }
    }

    private void roundVoltages(Parameters parameters, int n, double unit, boolean spikes) {
        double most = profile.greatestThreshold();
        round(parameters.bias(), n, unit, most);
        if (!spikes) {
            round(parameters.vInitial(), n, unit, most);
            return;
        }
        // The threshold is above both of them, and in range.
        double initial = round(parameters.vInitial(), n, unit, most - 1);
        double reset = round(parameters.vReset(), n, unit, most - 1);
        double whole = Math.rint(parameters.vThreshold()[n] / unit);
        double held = Math.max(Math.max(reset, initial) + 1, Math.min(most, whole));
        thresholds.add(parameters.vThreshold()[n], held * unit, held != whole);
        parameters.vThreshold()[n] = held * unit;
    }

    /** Rounds a voltage of a neuron; returns it in units. */
    private double round(double[] voltage, int n, double unit, double most) {
        double whole = Math.rint(voltage[n] / unit);
        double held = Math.min(most, Math.max(-most, whole));
        voltages.add(voltage[n], held * unit, held != whole);
        voltage[n] = held * unit;
        return held;
    }

    private void roundDelays(double[] before, double[] delay, double step) {
        if (!profile.knows(Quantity.DELAY_STEPS)) {
            return;
        }
        RandomGenerator random = new SeededRandom(settings.seed(), DELAY_STREAM);
        double least = profile.least(Quantity.DELAY_STEPS);
        double most = profile.most(Quantity.DELAY_STEPS);
        for (int s = 0; s < delay.length; s++) {
            double whole = settings.rounding().round(WeightGrid.exact(delay[s] / step), random);
            double held = Math.min(most, Math.max(least, whole));
            delay[s] = held * step;
            delays.add(before[s], delay[s], held != whole);
        }
    }

    private void roundTimeConstants(double[] tau, double step) {
        for (int n = 0; n < tau.length; n++) {
            if (!Double.isNaN(tau[n])) {
                double nearest = profile.decay().nearest(tau[n], step, profile.decayBits());
                double ratio = nearest / tau[n];
                if (Math.abs(ratio - 1) <= 1e-9) {
                    timeConstants.add(1, 1, false);
                } else {
                    timeConstants.add(1, ratio, !profile.decay().reaches(tau[n], step, profile.decayBits()));
                    tau[n] = nearest;
                }
            }
        }
    }
}
