package io.github.lightcone.cli.gradient;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A loss that depends smoothly on everything a run gives:
 *
 * <pre>
 *     L = sum over spikes k of spiking neurons  a_k x_k + b_k x_k^2,      x = time / end
 *       + sum over leaky integrators i          c_i r_i + d_i r_i^2,      r = (1/tau) int e^{-t/tau} V dt, tau = end / 2
 * </pre>
 *
 * <p>The coefficients are uniform on [-1, 1) and belong to the neuron and the number of the spike among
 * those of this neuron, so that the loss does not depend on the order of spikes of different neurons.
 */
final class RandomLoss {

    private static final double READOUT_SHARE = 0.5;
    private static final long READOUTS = -1;

    private final long seed;
    private final double end;
    private final List<Readout> readouts = new ArrayList<>();
    private final boolean[] spiking;
    private final int[] seen;

    RandomLoss(Network network, double end, long seed) {
        this.seed = seed;
        this.end = end;
        spiking = new boolean[network.neuronCount()];
        seen = new int[network.neuronCount()];
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                spiking[n] = population.kind() == NeuronKind.LIF;
                if (population.kind() == NeuronKind.LEAKY_INTEGRATOR) {
                    readouts.add(Readout.weighted(n, READOUT_SHARE * end));
                }
            }
        }
    }

    /** Returns what the simulator must read off voltages. */
    List<Readout> readouts() {
        return readouts;
    }

    /** Returns the loss of a run. */
    double value(Tape tape) {
        return evaluate(tape, new LossSeeds().reset(tape));
    }

    /**
     * Returns the loss of a run.
     *
     * @param seeds its derivatives. Modified.
     */
    double evaluate(Tape tape, LossSeeds seeds) {
        seeds.reset(tape);
        java.util.Arrays.fill(seen, 0);
        double sum = 0;
        for (int k = 0; k < tape.spikeCount(); k++) {
            int n = tape.neuron(k);
            if (spiking[n]) {
                SplittableRandom random = random(n, seen[n]++);
                double linear = coefficient(random);
                double quadratic = coefficient(random);
                double x = tape.time(k) / end;
                sum += x * (linear + quadratic * x);
                seeds.addSpikeTime(k, (linear + 2 * quadratic * x) / end);
            }
        }
        double tau = READOUT_SHARE * end;
        for (int i = 0; i < readouts.size(); i++) {
            SplittableRandom random = random(i, READOUTS);
            double linear = coefficient(random);
            double quadratic = coefficient(random);
            double r = tape.readout(i) / tau;
            sum += r * (linear + quadratic * r);
            seeds.addReadout(i, (linear + 2 * quadratic * r) / tau);
        }
        return sum;
    }

    private SplittableRandom random(long a, long b) {
        SplittableRandom mixed = new SplittableRandom(new SplittableRandom(seed + a).nextLong() + b);
        mixed.nextLong();
        return mixed;
    }

    private static double coefficient(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
