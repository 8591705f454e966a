package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseParts;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.neuron.Exponential;
import java.util.Arrays;
import java.util.List;

/**
 * Integrals of the voltages of leaky integrators, read off the tape after the run. Integrating {@code
 * e^{-r t} (v' / a + v - i) = 0} and {@code e^{-r t} (i' + c i - sum of arrivals) = 0} by parts over the
 * whole run leaves nothing but the ends and the arrivals:
 *
 * <pre>
 *     int e^{-r t} i dt = (sum of w e^{-r (arrival)} - e^{-r T} i(T)) / (r + c)
 *     int e^{-r t} v dt = (int e^{-r t} i dt - (e^{-r T} v(T) - v(0)) / a) / (1 + r / a)
 * </pre>
 *
 * <p>No pole, no cases, and nobody has to watch the neuron during the run.
 */
final class IntegralsOfTape {

    private static final int NONE = -1;

    private final CompiledNetwork compiled;
    private final int[] readoutOf;
    private final int[] neurons;
    private final double[] rate;
    private final double[] arrivals;

    // Rows of the synapses onto these neurons, for the numbers of one version.
    private long version = -1;
    private final int[] rowStart;
    private int[] of = new int[0];
    private double[] delay = new double[0];
    private double[] weight = new double[0];

    /** Takes those of the readouts that are integrals of neurons without threshold. */
    IntegralsOfTape(CompiledNetwork compiled, List<Readout> readouts) {
        this.compiled = compiled;
        readoutOf = new int[compiled.network().neuronCount()];
        Arrays.fill(readoutOf, NONE);
        int count = 0;
        int[] found = new int[readouts.size()];
        double[] rates = new double[readouts.size()];
        for (int r = 0; r < readouts.size(); r++) {
            Readout readout = readouts.get(r);
            if (readout.kind() == Readout.Kind.INTEGRAL && !compiled.isSpiking(readout.neuron())) {
                readoutOf[readout.neuron()] = r;
                found[count++] = readout.neuron();
            }
            rates[r] = readout.rate();
        }
        neurons = Arrays.copyOf(found, count);
        rate = rates;
        arrivals = new double[readouts.size()];
        rowStart = new int[compiled.network().neuronCount() + 1];
    }

    /** Adds the integrals of a run that has ended in these states. */
    void read(Tape tape, SliceStates states) {
        if (neurons.length == 0) {
            return;
        }
        if (version != compiled.version()) {
            collectRows();
        }
        addArrivals(tape);
        double end = tape.end();
        for (int n : neurons) {
            int readout = readoutOf[n];
            double r = rate[readout];
            double a = compiled.membraneRate()[n];
            double c = compiled.synapticRate()[n];
            double bias = compiled.parameters().bias()[n];
            double decay = Exponential.exp(-r * end);
            double ofCurrent = (arrivals[readout] - decay * states.i[n]) / (r + c);
            double change = (decay * states.v[n] - (compiled.parameters().vInitial()[n] - bias)) / a;
            double ofBias = bias * Exponential.integral(r, end);
            tape.readouts().addIntegral(readout, (ofCurrent - change) / (1 + r / a) + ofBias);
        }
    }

    private void addArrivals(Tape tape) {
        Arrays.fill(arrivals, 0);
        for (int k = 0; k < tape.spikeCount(); k++) {
            int source = tape.neuron(k);
            double t = tape.time(k);
            for (int at = rowStart[source]; at < rowStart[source + 1]; at++) {
                double arrival = t + delay[at];
                if (arrival < tape.end()) {
                    double r = rate[of[at]];
                    arrivals[of[at]] += r == 0 ? weight[at] : weight[at] * Exponential.exp(-r * arrival);
                }
            }
        }
    }

    private void collectRows() {
        version = compiled.version();
        SynapseParts parts = compiled.parts(compiled.partCount());
        int at = 0;
        for (int source = 0; source < compiled.network().neuronCount(); source++) {
            rowStart[source] = at;
            for (int k = 0; k < parts.count(); k++) {
                Synapses rows = parts.part(k);
                for (int slot = rows.rowStart(source); slot < rows.rowEnd(source); slot++) {
                    int readout = readoutOf[rows.target(source, slot)];
                    if (readout != NONE) {
                        put(at++, readout, rows.delay(source, slot), rows.weight(source, slot));
                    }
                }
            }
        }
        rowStart[rowStart.length - 1] = at;
    }

    private void put(int at, int readout, double newDelay, double newWeight) {
        if (at == of.length) {
            int capacity = Math.max(64, 2 * at);
            of = Arrays.copyOf(of, capacity);
            delay = Arrays.copyOf(delay, capacity);
            weight = Arrays.copyOf(weight, capacity);
        }
        of[at] = readout;
        delay[at] = newDelay;
        weight[at] = newWeight;
    }
}
