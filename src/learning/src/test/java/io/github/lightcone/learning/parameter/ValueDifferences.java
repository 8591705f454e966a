package io.github.lightcone.learning.parameter;

import com.carrotsearch.hppc.IntArrayList;
import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.SpikePattern;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;

/**
 * The loss of a run of a trainable network, and its derivative with respect to a value two ways: by central
 * differences, extrapolated to step 0 (C. J. F. Ridders, Advances in Engineering Software 4, 1982), and by the
 * adjoint and the chain rule. A difference changes one value, refreshes and runs; it says nothing where the
 * order of spikes and arrivals changes.
 */
final class ValueDifferences {

    private static final double SHRINK = 1.8;
    private static final int STEPS = 7;
    private static final int LABEL = 1;

    private final TrainableNetwork network;
    private final Loss loss;
    private final SpikeTrains input;
    private final double end;
    private final CompiledNetwork compiled;
    private final Simulator simulator;
    private final double[] workspace;
    private final IntArrayList pattern;

    /** A derivative, and a bound of its error as far as it can be told from the steps. */
    record Estimate(double derivative, double error) {

        boolean within(double tolerance) {
            return error <= tolerance * Math.max(1, Math.abs(derivative));
        }
    }

    ValueDifferences(TrainableNetwork network, Loss loss, SpikeTrains input, double end) {
        this.network = network;
        this.loss = loss;
        this.input = input;
        this.end = end;
        compiled = CompiledNetwork.of(network.network());
        simulator = new Simulator(compiled, loss.readouts());
        workspace = new double[loss.workspaceSize()];
        pattern = SpikePattern.of(simulator, run());
    }

    /** Runs the network with the values as they are. */
    Tape run() {
        network.refresh();
        compiled.update(network.parameters());
        return simulator.run(input, end);
    }

    /** Returns the gradient of the parameters, with what follows from delays and weights. */
    Gradients complete() {
        Tape tape = run();
        loss.value(tape, LABEL, workspace);
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, LABEL, workspace, seeds);
        Gradients gradients = new Gradients(network.description());
        boolean timeConstants = network.learnables().stream().anyMatch(Learnable::needsTimeConstants);
        new Adjoint(simulator, timeConstants).run(tape, seeds, gradients);
        network.chain(gradients);
        return gradients;
    }

    /** Returns the derivative with respect to a value by differences. */
    Estimate derivative(Learnable learnable, int index) {
        double at = learnable.values()[index];
        double step = 0.003 * Math.max(Math.abs(at), 1);
        double quotient = quotient(learnable.values(), index, at, step);
        while (Double.isNaN(quotient) && step > 1e-9) {
            step /= 4;
            quotient = quotient(learnable.values(), index, at, step);
        }
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        double[][] table = new double[STEPS][STEPS];
        table[0][0] = quotient;
        for (int i = 1; i < STEPS; i++) {
            step /= SHRINK;
            table[0][i] = quotient(learnable.values(), index, at, step);
            double factor = SHRINK * SHRINK;
            for (int j = 1; j <= i; j++) {
                table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
                factor *= SHRINK * SHRINK;
                double error =
                        Math.max(Math.abs(table[j][i] - table[j - 1][i]), Math.abs(table[j][i] - table[j - 1][i - 1]));
                if (error <= best.error) {
                    best = new Estimate(table[j][i], error);
                }
            }
        }
        return best;
    }

    private double quotient(double[] values, int index, double at, double step) {
        values[index] = at + step;
        double above = value();
        values[index] = at - step;
        double below = value();
        values[index] = at;
        network.refresh();
        return (above - below) / (2 * step);
    }

    /** Returns the loss, or NaN if the order of events is another. */
    private double value() {
        Tape tape = run();
        return SpikePattern.of(simulator, tape).equals(pattern) ? loss.value(tape, LABEL, workspace) : Double.NaN;
    }
}
