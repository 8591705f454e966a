package io.github.lightcone.cli.hardware;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipTime;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.hardware.cost.Energy;
import io.github.lightcone.hardware.cost.RunCost;
import io.github.lightcone.hardware.emulate.Convergence;
import io.github.lightcone.hardware.emulate.FixedPoint;
import io.github.lightcone.hardware.emulate.GridEmulator;
import io.github.lightcone.hardware.emulate.GridRun;
import io.github.lightcone.hardware.mismatch.Device;
import io.github.lightcone.hardware.mismatch.Mismatch;
import io.github.lightcone.hardware.mismatch.Spread;
import io.github.lightcone.hardware.place.Placement;
import io.github.lightcone.hardware.place.Placer;
import io.github.lightcone.hardware.place.Traffic;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.Quantiser;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.hardware.rule.ChipCheck;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Evaluator;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures what a trained network does on a chip.
 *
 * @param experiment whose data and loss it is judged by
 * @param network the trained network
 * @param profile the chip
 * @param settings how it is quantised
 * @param examples most examples that are looked at closely
 * @param tile neurons of a tile; 0 for those of a core
 * @param spread how much devices differ, if that is asked for
 * @param devices number of devices
 * @param converge whether ever shorter steps are compared with the exact engine
 * @param tuning training of the quantised network, if asked for
 * @param threads number of threads of evaluations
 */
record PrototypeRun(
        Experiment experiment,
        Network network,
        ChipProfile profile,
        QuantiserSettings settings,
        int examples,
        int tile,
        Optional<Spread> spread,
        int devices,
        boolean converge,
        Optional<Tuning> tuning,
        int threads) {

    /** Spikes per neuron in an example beyond which a network has run away. */
    private static final int SPIKE_LIMIT = 10_000;

    private static final int MOST_CONVERGING = 20;
    private static final int STEPS_CONVERGING = 12;

    /** Most bits of a state that are kept for fractions of a unit of weight. */
    private static final int FRACTION_BITS = 6;

    /** Measures; tells of each part before it. */
    PrototypeResult measure(Consumer<String> progress) {
        progress.accept("quantising");
        QuantisedNetwork untuned = Quantiser.quantise(network, profile, settings);
        Map<String, EventDataset> sets = sets();
        progress.accept("evaluating the trained network");
        Map<String, Optional<Evaluation>> before = results(network, sets);
        progress.accept("evaluating the quantised network");
        Map<String, Optional<Evaluation>> after = results(untuned.network(), sets);
        Optional<Tuning.Result> tuned =
                tuning.map(wanted -> wanted.tune(experiment, network, untuned, profile, settings, threads, progress));
        QuantisedNetwork quantised = tuned.map(Tuning.Result::network).orElse(untuned);
        Map<String, Optional<Evaluation>> afterTuning =
                tuned.isPresent() ? results(quantised.network(), sets) : Map.of();
        CheckReport rulesBefore = ChipCheck.check(network, profile, quantised.step());
        CheckReport rulesAfter = ChipCheck.check(quantised.network(), profile, quantised.step());

        String sampleSet = new ArrayList<>(sets.keySet()).get(sets.size() - 1);
        EventDataset all = sets.get(sampleSet);
        EventDataset sample = all.first(Math.min(examples, all.size()));
        progress.accept("running " + sample.size() + " examples of the " + sampleSet + " data");
        List<SpikeTrains> exactSpikes = new ArrayList<>();
        RunCost cost = new RunCost(quantised.network(), profile, updateStep(quantised));
        Comparison exact = new Comparison(network);
        int sampleBefore = compareExact(sample, quantised.network(), exact, exactSpikes, cost);
        List<PrototypeResult.Emulation> emulated = emulate(sample, quantised, exactSpikes, progress);

        Optional<Placement> placement = capacity().map(held -> Placer.place(quantised.network(), held));
        Optional<Traffic> traffic = placement.map(placed -> Traffic.of(quantised.network(), placed, cost.spikesOf()));
        Optional<Convergence> convergence = converge ? converge(sample, progress) : Optional.empty();
        return new PrototypeResult(
                profile,
                network,
                rulesBefore,
                quantised,
                rulesAfter,
                before,
                after,
                tuned,
                afterTuning,
                sampleSet,
                sample.size(),
                sampleBefore,
                exact.result(),
                emulated,
                cost,
                Energy.of(cost, profile),
                placement,
                traffic,
                spread.map(wanted -> devices(wanted, quantised.network(), sampleSet, all, progress)),
                convergence);
    }

    private Map<String, EventDataset> sets() {
        Map<String, EventDataset> sets = new LinkedHashMap<>();
        experiment.validation().ifPresent(set -> sets.put("validation", set));
        experiment.test().ifPresent(set -> sets.put("test", set));
        if (sets.isEmpty()) {
            sets.put("training", experiment.training());
        }
        return sets;
    }

    private Map<String, Optional<Evaluation>> results(Network evaluated, Map<String, EventDataset> sets) {
        Map<String, Optional<Evaluation>> results = new LinkedHashMap<>();
        sets.forEach((name, set) -> results.put(name, result(evaluated, set)));
        return results;
    }

    private Optional<Evaluation> result(Network evaluated, EventDataset set) {
        try (Evaluator evaluator = new Evaluator(evaluated, experiment.objective(), experiment.end(), threads)) {
            return Optional.of(evaluator.evaluate(set));
        } catch (SpikeLimitException wild) {
            return Optional.empty();
        }
    }

    /** Returns how many of the examples the trained network gets right. */
    private int compareExact(
            EventDataset sample,
            Network quantised,
            Comparison comparison,
            List<SpikeTrains> quantisedSpikes,
            RunCost cost) {
        Loss loss = experiment.objective().loss();
        int limit = spikeLimit();
        Simulator trained = new Simulator(CompiledNetwork.of(network), loss.readouts()).spikeLimit(limit);
        Simulator onChip = new Simulator(CompiledNetwork.of(quantised)).spikeLimit(limit);
        double[] workspace = new double[loss.workspaceSize()];
        int correct = 0;
        for (int i = 0; i < sample.size(); i++) {
            Tape tape = trained.run(sample.input(i), experiment.end());
            loss.value(tape, sample.label(i), workspace);
            correct += loss.prediction(tape) == sample.label(i) ? 1 : 0;
            SpikeTrains before = tape.trains(0, network.neuronCount());
            Tape after = onChip.run(sample.input(i), experiment.end());
            cost.add(after);
            quantisedSpikes.add(after.trains(0, network.neuronCount()));
            comparison.add(network.neuronCount(), before, quantisedSpikes.get(i));
        }
        return correct;
    }

    private int spikeLimit() {
        return (int) Math.min(Integer.MAX_VALUE, (long) SPIKE_LIMIT * network.neuronCount());
    }

    /**
     * Compares the trained network in steps, each half as long as the one before, with the exact engine; empty if its
     * delays are too long for all of them.
     */
    private Optional<Convergence> converge(EventDataset sample, Consumer<String> progress) {
        List<SpikeTrains> inputs = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CONVERGING, sample.size()); i++) {
            inputs.add(sample.input(i));
        }
        double longest = PrototypeResult.shortestTimeConstant(network);
        double shortest = GridEmulator.shortestStep(network, experiment.end());
        double[] steps = IntStream.range(0, STEPS_CONVERGING)
                .mapToDouble(k -> Math.scalb(longest, -k))
                .filter(step -> step >= shortest)
                .toArray();
        if (steps.length < STEPS_CONVERGING) {
            progress.accept(
                    "steps below " + shortest + " ms are left out: the longest delay would be too many of them");
        }
        if (steps.length == 0) {
            return Optional.empty();
        }
        progress.accept("comparing steps from " + longest + " to " + steps[steps.length - 1]
                + " ms with the exact engine on " + inputs.size() + " examples");
        return Optional.of(Convergence.of(network, inputs, experiment.end(), spikeLimit(), longest, steps));
    }

    /** Returns the length of a step in which neurons are updated, ms; NaN where they are not. */
    private double updateStep(QuantisedNetwork quantised) {
        return profile.time() == ChipTime.STEPS ? quantised.step() : Double.NaN;
    }

    private List<PrototypeResult.Emulation> emulate(
            EventDataset sample, QuantisedNetwork quantised, List<SpikeTrains> exact, Consumer<String> progress) {
        List<PrototypeResult.Emulation> emulated = new ArrayList<>();
        if (Double.isNaN(updateStep(quantised))) {
            return emulated;
        }
        progress.accept("emulating in steps of " + quantised.step() + " ms");
        emulated.add(emulate(
                "floating point",
                GridEmulator.floating(quantised.network(), quantised.step()),
                sample,
                quantised,
                exact));
        if (profile.knows(Quantity.STATE_BITS) && profile.knows(Quantity.WEIGHT_BITS)) {
            FixedPoint form = form(quantised);
            emulated.add(emulate(
                    "fixed point, " + form.stateBits() + " bits",
                    GridEmulator.fixedPoint(quantised.network(), quantised.step(), form, quantised.unit()),
                    sample,
                    quantised,
                    exact));
        }
        return emulated;
    }

    private FixedPoint form(QuantisedNetwork quantised) {
        int state = (int) profile.most(Quantity.STATE_BITS);
        int fraction = (int) Math.max(0, Math.min(FRACTION_BITS, state - 2 - profile.most(Quantity.WEIGHT_BITS)));
        double longest =
                PrototypeResult.timeConstants(quantised.network()).max().orElse(1);
        return FixedPoint.of(state, fraction, profile.decayBits(), longest / quantised.step());
    }

    private PrototypeResult.Emulation emulate(
            String name,
            GridEmulator emulator,
            EventDataset sample,
            QuantisedNetwork quantised,
            List<SpikeTrains> exact) {
        Replay replay = new Replay(quantised.network(), experiment.objective().loss(), experiment.end());
        Comparison comparison = new Comparison(network);
        int correct = 0;
        long saturations = 0;
        for (int i = 0; i < sample.size(); i++) {
            GridRun run = emulator.run(sample.input(i), experiment.end());
            saturations += run.saturations();
            correct += replay.prediction(run.spikes(), sample.label(i)) == sample.label(i) ? 1 : 0;
            comparison.add(network.neuronCount(), exact.get(i), run.spikes());
        }
        return new PrototypeResult.Emulation(name, correct, comparison.result(), saturations, emulator.standing());
    }

    private Optional<Integer> capacity() {
        if (tile > 0) {
            return Optional.of(tile);
        }
        return profile.figure(Quantity.NEURONS_PER_CORE).map(figure -> (int) figure.most());
    }

    private PrototypeResult.DeviceSpread devices(
            Spread wanted, Network quantised, String name, EventDataset set, Consumer<String> progress) {
        List<Double> accuracies = new ArrayList<>();
        long held = 0;
        for (int k = 0; k < devices; k++) {
            progress.accept("device " + (k + 1) + " of " + devices);
            Device device = Mismatch.draw(quantised, wanted, settings.seed(), k);
            held += device.held();
            accuracies.add(
                    result(device.network(), set).map(Evaluation::accuracy).orElse(Double.NaN));
        }
        return new PrototypeResult.DeviceSpread(name, wanted, held, accuracies);
    }
}
