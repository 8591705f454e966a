package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.Tape;

/**
 * Squared van Rossum distance between output trains and target trains, summed over outputs. With f and g the
 * trains of an output and its targets, each spike replaced by {@code e^{-(t - spike)/tau}} from its time on,
 *
 * <pre>
 *     L = (1/tau) int_0^infinity (f - g)^2 dt = 1/2 sum over pairs a, b of s_a s_b e^{-|x_a - x_b|/tau}
 *
 *     dL/dx_a = (1/tau) (sum over later b of s_b e^{-(x_b - x_a)/tau} - sum over earlier b of s_b e^{-(x_a - x_b)/tau})
 * </pre>
 *
 * <p>where x are the times of spikes (s = 1) and of targets (s = -1). A lone spike without a target, or the
 * reverse, costs 1/2. Spikes are not paired: a missing or surplus one simply is a difference of f and g. A
 * spike that sits exactly on a target is at a kink of L; that target is left out of its derivative, which
 * is the mean of both sides. Far from any target, beyond a few tau, a spike feels next to nothing.
 *
 * <p>Sums over later and earlier spikes decay from one to the next, so that value and seeds take time linear in
 * the number of spikes and targets and no exponential grows, however long the run is.
 *
 * <p>M. C. W. van Rossum, A novel spike distance, Neural Computation 13 (2001); the sums in linear time are those of
 * C. Houghton and T. Kreuz, On the efficient calculation of van Rossum distances, Network 23 (2012).
 */
public final class VanRossumDistance extends TargetLoss {

    /** Per output: the sum over earlier spikes and targets, the time it holds for, the next target. */
    private static final int NUMBERS_PER_OUTPUT = 3;

    private final double tau;

    /**
     * Makes a loss.
     *
     * @param outputs spiking neurons
     * @param targets trains for as many outputs
     * @param tau how far apart spikes may be to be alike, ms, above 0
     */
    public VanRossumDistance(Population outputs, TargetTrains targets, double tau) {
        super("van Rossum", outputs, targets);
        ParameterCheck.positive("tau", tau);
        this.tau = tau;
    }

    @Override
    public int workspaceSize() {
        return NUMBERS_PER_OUTPUT * outputs.size();
    }

    @Override
    double distance(Tape tape, int label) {
        double sum = 0;
        for (int c = 0; c < outputs.size(); c++) {
            sum += distance(tape, label, c);
        }
        return sum;
    }

    /** Goes through spikes and targets together, from the last one down. */
    private double distance(Tape tape, int label, int output) {
        int spike = tape.lastSpike(outputs.firstNeuron() + output);
        int target = targets.count(label, output) - 1;
        double sum = 0;
        double later = 0;
        double at = Double.POSITIVE_INFINITY;
        while (spike != Tape.NO_SPIKE || target >= 0) {
            boolean isSpike =
                    target < 0 || (spike != Tape.NO_SPIKE && tape.time(spike) >= targets.time(label, output, target));
            double time = isSpike ? tape.time(spike) : targets.time(label, output, target);
            double sign = isSpike ? 1 : -1;
            later *= decay(at - time);
            sum += 0.5 + sign * later;
            later += sign;
            at = time;
            if (isSpike) {
                spike = tape.previousSpike(spike);
            } else {
                target--;
            }
        }
        return sum;
    }

    private double decay(double interval) {
        return StrictMath.exp(-interval / tau);
    }

    @Override
    public void seed(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            seedFromLater(tape, label, c, seeds);
        }
        seedFromEarlier(tape, label, workspace, seeds);
    }

    private void seedFromLater(Tape tape, int label, int output, LossSeeds seeds) {
        int target = targets.count(label, output) - 1;
        double later = 0;
        double at = Double.POSITIVE_INFINITY;
        int spike = tape.lastSpike(outputs.firstNeuron() + output);
        for (; spike != Tape.NO_SPIKE; spike = tape.previousSpike(spike)) {
            double time = tape.time(spike);
            for (; target >= 0 && targets.time(label, output, target) > time; target--) {
                later = later * decay(at - targets.time(label, output, target)) - 1;
                at = targets.time(label, output, target);
            }
            later *= decay(at - time);
            seeds.addSpikeTime(spike, later / tau);
            later += 1;
            at = time;
        }
    }

    private void seedFromEarlier(Tape tape, int label, double[] workspace, LossSeeds seeds) {
        for (int c = 0; c < outputs.size(); c++) {
            workspace[NUMBERS_PER_OUTPUT * c] = 0;
            workspace[NUMBERS_PER_OUTPUT * c + 1] = Double.NEGATIVE_INFINITY;
            workspace[NUMBERS_PER_OUTPUT * c + 2] = 0;
        }
        for (int k = 0; k < tape.spikeCount(); k++) {
            if (outputs.contains(tape.neuron(k))) {
                int output = tape.neuron(k) - outputs.firstNeuron();
                double earlier = passTargets(tape.time(k), label, output, workspace);
                seeds.addSpikeTime(k, -earlier / tau);
                workspace[NUMBERS_PER_OUTPUT * output] = earlier + 1;
            }
        }
    }

    /** Takes the targets before a time into the sum of an output and returns what it is at that time. */
    private double passTargets(double time, int label, int output, double[] workspace) {
        int place = NUMBERS_PER_OUTPUT * output;
        double earlier = workspace[place];
        double at = workspace[place + 1];
        int target = (int) workspace[place + 2];
        int count = targets.count(label, output);
        for (; target < count && targets.time(label, output, target) < time; target++) {
            earlier = earlier * decay(targets.time(label, output, target) - at) - 1;
            at = targets.time(label, output, target);
        }
        workspace[place + 1] = time;
        workspace[place + 2] = target;
        return earlier * decay(time - at);
    }
}
