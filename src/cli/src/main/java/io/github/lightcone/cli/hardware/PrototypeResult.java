package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.cost.Energy;
import io.github.lightcone.hardware.cost.RunCost;
import io.github.lightcone.hardware.emulate.Convergence;
import io.github.lightcone.hardware.mismatch.Spread;
import io.github.lightcone.hardware.place.Placement;
import io.github.lightcone.hardware.place.Traffic;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a prototype came to.
 *
 * @param profile the chip
 * @param trained the trained network
 * @param rulesBefore of the trained network
 * @param quantised the network on the chip, tuned if that was asked for
 * @param rulesAfter of the network on the chip
 * @param before results of the trained network by data set; none where it ran away
 * @param after results of the quantised network before any tuning
 * @param tuned what tuning did, if it was asked for
 * @param afterTuning results of the tuned network; empty without tuning
 * @param sampleSet data set of the examples that were looked at closely
 * @param sample how many these are
 * @param sampleBefore how many of these the trained network gets right
 * @param exact trained network against that on the chip, both by the exact engine
 * @param emulated emulations, none on a chip without steps
 * @param cost counts over these examples
 * @param energy of these, if published figures allow it
 * @param placement on tiles, unless the chip's neurons per core are unknown
 * @param traffic between these
 * @param devices results of devices with mismatch; none unless asked for
 * @param convergence of ever shorter steps to the exact engine; none unless asked for
 */
record PrototypeResult(
        ChipProfile profile,
        Network trained,
        CheckReport rulesBefore,
        QuantisedNetwork quantised,
        CheckReport rulesAfter,
        Map<String, Optional<Evaluation>> before,
        Map<String, Optional<Evaluation>> after,
        Optional<Tuning.Result> tuned,
        Map<String, Optional<Evaluation>> afterTuning,
        String sampleSet,
        int sample,
        int sampleBefore,
        Comparison.Result exact,
        List<Emulation> emulated,
        RunCost cost,
        Optional<Energy> energy,
        Optional<Placement> placement,
        Optional<Traffic> traffic,
        Optional<DeviceSpread> devices,
        Optional<Convergence> convergence) {

    /**
     * The quantised network step by step.
     *
     * @param name how numbers were held
     * @param correct how many of the examples were right
     * @param compared quantised network by the exact engine against the emulator
     * @param saturations how often a number did not fit into its bits
     * @param standing how many neurons stand still, as their bits do not hold what a step changes
     */
    record Emulation(String name, int correct, Comparison.Result compared, long saturations, int standing) {}

    /**
     * Results of devices on one data set.
     *
     * @param set its name
     * @param spread how much devices differ
     * @param held how many numbers of all devices would have left their range and were held at its end
     * @param accuracies of the devices, 0 to 1; NaN for one that ran away
     */
    record DeviceSpread(String set, Spread spread, long held, List<Double> accuracies) {}

    /** Returns whether the network on the chip breaks no rule. */
    boolean fits() {
        return rulesAfter.fits();
    }

    /** Returns what the network on the chip is. */
    String onChip() {
        return tuned.isPresent() ? "tuned" : "quantised";
    }

    /** Returns the conclusion: whether it fits, what that costs in accuracy, and what to mind. */
    String verdict() {
        StringBuilder verdict = new StringBuilder(fit());
        after.forEach((set, found) -> {
            verdict.append("; ")
                    .append(set)
                    .append(" accuracy ")
                    .append(percent(before.get(set)))
                    .append(" to ")
                    .append(percent(found));
            if (tuned.isPresent()) {
                verdict.append(", tuned ").append(percent(afterTuning.get(set)));
            }
        });
        for (Emulation emulation : emulated) {
            verdict.append(String.format(
                    Locale.ROOT,
                    "; in steps, %s, %.2f %% of %d examples (trained: %.2f %%)",
                    emulation.name(),
                    100.0 * emulation.correct() / sample,
                    sample,
                    100.0 * sampleBefore / sample));
            if (emulation.standing() > 0) {
                verdict.append(", ")
                        .append(emulation.standing())
                        .append(" neurons stand still: the bits do not hold what so short a step changes");
            }
        }
        double shortest = shortestTimeConstant(quantised.network());
        if (!emulated.isEmpty() && quantised.step() > shortest) {
            verdict.append("; a step is longer than the shortest time constant, ")
                    .append(Figure.text(shortest))
                    .append(" ms, so that steps distort what neurons do");
        }
        return verdict.toString();
    }

    /** Returns the shortest time constant of all neurons, ms. */
    static double shortestTimeConstant(Network network) {
        return timeConstants(network).min().orElse(Double.NaN);
    }

    /** Returns the time constants of all neurons, ms. */
    static DoubleStream timeConstants(Network network) {
        Parameters parameters = network.parameters();
        return DoubleStream.concat(Arrays.stream(parameters.tauMem()), Arrays.stream(parameters.tauSyn()))
                .filter(tau -> !Double.isNaN(tau));
    }

    private static String percent(Optional<Evaluation> found) {
        return found.map(evaluation -> String.format(Locale.ROOT, "%.2f %%", 100 * evaluation.accuracy()))
                .orElse("none, it runs away");
    }

    private String fit() {
        if (!rulesAfter.fits()) {
            return "does not fit because of " + violated(rulesAfter);
        }
        if (rulesBefore.fits()) {
            return "fits";
        }
        String clipped = quantised.errors().named().entrySet().stream()
                .filter(errors -> errors.getValue().clipped() > 0)
                .map(errors -> errors.getValue().clipped() + " " + errors.getKey())
                .collect(Collectors.joining(", "));
        String losses = clipped.isEmpty() ? "nothing clipped" : "clipped: " + clipped;
        return "fits with quantisation (" + losses + "), which mends " + violated(rulesBefore);
    }

    private static String violated(CheckReport report) {
        return report.checked().stream()
                .filter(rule -> report.count(rule) > 0)
                .distinct()
                .map(rule -> rule.label() + " (" + report.count(rule) + ")")
                .collect(Collectors.joining(", "));
    }
}
