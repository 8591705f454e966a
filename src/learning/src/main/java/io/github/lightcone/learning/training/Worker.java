package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.data.augment.AugmentationCounts;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The workspace of one thread: it runs one example at a time, forward or forward and backward. */
final class Worker {

    /** More spikes per neuron than this in one example: a network out of control, nothing to learn from. */
    private static final int SPIKE_LIMIT = 500;

    /** What augmentations lost on this thread. */
    final AugmentationCounts lost = new AugmentationCounts();

    private final Loss loss;
    private final ActivityRegulariser activity;
    private final int activityOffset;
    private final double end;
    private final Simulator simulator;
    private final Adjoint adjoint;
    private final OutputLift lift;
    private final LossSeeds seeds = new LossSeeds();
    private final double[] workspace;
    private final long[] spikes;
    private final RunTotals totals = new RunTotals();

    /** Makes a worker; {@code timeConstants} tells whether their gradients are wanted, {@code sliceWidth} is in ms or NaN. */
    Worker(
            CompiledNetwork compiled,
            Objective objective,
            double end,
            boolean timeConstants,
            OutputLift lift,
            double sliceWidth) {
        this.loss = objective.loss();
        this.activity = objective.activity();
        this.end = end;
        this.lift = lift;
        List<Readout> readouts = new ArrayList<>(loss.readouts());
        activityOffset = readouts.size();
        readouts.addAll(activity.readouts());
        simulator = new Simulator(compiled, readouts)
                .sliceWidth(sliceWidth)
                .spikeLimit(SPIKE_LIMIT * compiled.network().neuronCount());
        adjoint = new Adjoint(simulator, timeConstants).sourceTimes(false);
        workspace = new double[loss.workspaceSize()];
        spikes = new long[compiled.network().neuronCount()];
    }

    /** Runs an example and notes what came out. */
    Tape evaluate(SpikeTrains input, int label, Outcomes outcomes, int example) {
        Tape tape = simulator.run(input, end);
        totals.add(simulator.statistics());
        outcomes.label[example] = label;
        outcomes.loss[example] = loss.value(tape, label, workspace);
        outcomes.activityCost[example] = activity.value(tape, label, activityOffset);
        outcomes.prediction[example] = loss.prediction(tape);
        outcomes.silent[example] = isSilent(tape, label);
        for (int n = 0; n < spikes.length; n++) {
            spikes[n] += tape.spikeCountOf(n);
        }
        return tape;
    }

    /** Runs an example forward and backward and adds its gradient. */
    void train(SpikeTrains input, int label, Outcomes outcomes, int example, Gradients gradients) {
        Tape tape = evaluate(input, label, outcomes, example);
        seeds.reset(tape);
        loss.seed(tape, label, workspace, seeds);
        outcomes.regularised[example] = activity.seed(tape, label, activityOffset, seeds);
        adjoint.run(tape, seeds, gradients);
        Population outputs = loss.outputs();
        outcomes.lifted[example] =
                outcomes.silent[example] && lift.lift(outputs.firstNeuron() + label, tape, gradients);
    }

    /**
     * Runs an example forward and backward for how far its gradient can be trusted. Nothing is noted or counted.
     *
     * @param scratch a gradient that may be overwritten
     * @return empty if the network runs away
     */
    Optional<TrustSummary.Examined> examine(SpikeTrains input, int label, Gradients scratch) {
        simulator.trackMargins(true);
        adjoint.collectTrust(true);
        try {
            Tape tape = simulator.run(input, end);
            loss.value(tape, label, workspace);
            activity.value(tape, label, activityOffset);
            seeds.reset(tape);
            loss.seed(tape, label, workspace, seeds);
            activity.seed(tape, label, activityOffset, seeds);
            adjoint.run(tape, seeds, scratch);
            return Optional.of(new TrustSummary.Examined(adjoint.trustReport(), silent(tape)));
        } catch (SpikeLimitException wild) {
            return Optional.empty();
        } finally {
            simulator.trackMargins(false);
            adjoint.collectTrust(false);
        }
    }

    private BitSet silent(Tape tape) {
        BitSet silent = new BitSet(spikes.length);
        for (int n = 0; n < spikes.length; n++) {
            silent.set(n, simulator.compiled().isSpiking(n) && tape.spikeCountOf(n) == 0);
        }
        return silent;
    }

    /** Returns what all runs so far did. */
    RunTotals totals() {
        return totals;
    }

    private boolean isSilent(Tape tape, int label) {
        Population outputs = loss.outputs();
        return outputs.kind() == NeuronKind.LIF && tape.spikeCountOf(outputs.firstNeuron() + label) == 0;
    }

    /** Adds the spikes of every neuron since the last call to {@code sums}, and forgets them. */
    void drainSpikes(long[] sums) {
        for (int n = 0; n < spikes.length; n++) {
            sums[n] += spikes[n];
        }
        Arrays.fill(spikes, 0);
    }
}
