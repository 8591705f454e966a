package io.github.lightcone.adjoint;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.DelayFactors;
import io.github.lightcone.simulation.Tape;

/**
 * Reads rows with two exponentials per spike. At the arrival of a spike of time t through delay d, and with
 * (A, B) the factors of the target's knot (see {@link AdjointStates}), write
 *
 * <pre>
 *     x = A e^{(t - base)/tauMem}       y = B e^{(t - base)/tauSyn}
 *     lamI = e^{d/tauMem} x + e^{d/tauSyn} y        lamV - lamI = -(tauSyn/tauMem) e^{d/tauMem} x - e^{d/tauSyn} y
 * </pre>
 *
 * <p>The exponentials of the delay are the same for all spikes, so a synapse only adds up x and y; its
 * weight and its delay receive what follows from the sums when the row is finished.
 */
final class StreamedReader implements RowReader {

    private final CompiledNetwork compiled;
    private final AdjointStates states;
    private final DrivenSynapses driven;
    private double[] ofMembrane = new double[0];
    private double[] ofSynapse = new double[0];
    private Tape tape;
    private Gradients gradients;
    private DelayFactors factors;
    private double base;

    StreamedReader(CompiledNetwork compiled, AdjointStates states, DrivenSynapses driven) {
        this.compiled = compiled;
        this.states = states;
        this.driven = driven;
    }

    void start(Tape newTape, Gradients newGradients) {
        tape = newTape;
        gradients = newGradients;
        factors = compiled.delayFactors();
        if (ofMembrane.length == 0) {
            ofMembrane = new double[compiled.synapses().size()];
            ofSynapse = new double[compiled.synapses().size()];
        }
        driven.start(newTape, newGradients);
    }

    /** Sets the common time of the exponentials; all rows have been finished. */
    void base(double newBase) {
        base = newBase;
    }

    @Override
    public double read(int spike) {
        SynapseTable synapses = compiled.synapses();
        int n = tape.neuron(spike);
        double t = tape.time(spike);
        double sum = 0;
        double membraneNow = Exponential.exp(compiled.sharedMembraneRate() * (t - base));
        double synapticNow = Exponential.exp(compiled.sharedSynapticRate() * (t - base));
        sum = readRow(synapses.rowStart(n), synapses.rowStart(n + 1), t, membraneNow, synapticNow);
        return driven.areThereAny() ? sum + driven.read(n, t) : sum;
    }

    private double readRow(int firstSlot, int rowEnd, double t, double membraneNow, double synapticNow) {
        SynapseTable synapses = compiled.synapses();
        int[] target = synapses.target();
        double[] weight = synapses.weight();
        double[] delay = synapses.delay();
        double[] membrane = factors.membrane();
        double[] synaptic = factors.synaptic();
        int[] cells = states.index().cells();
        double binsPerMs = states.index().binsPerMs();
        int neurons = compiled.network().neuronCount();
        int[] later = states.later();
        double[] knots = states.factors();
        double[] x = ofMembrane;
        double[] y = ofSynapse;
        double end = tape.end();
        double ratio = compiled.sharedMembraneRate() / compiled.sharedSynapticRate();
        double sum = 0;
        for (int slot = firstSlot; slot < rowEnd; slot++) {
            double arrival = t + delay[slot];
            if (arrival >= end) {
                break;
            }
            int knot = cells[(int) (arrival * binsPerMs) * neurons + target[slot]];
            while (knots[knot * AdjointStates.RECORD] <= arrival) {
                knot = later[knot];
            }
            int at = knot * AdjointStates.RECORD;
            double ofV = knots[at + AdjointStates.OF_MEMBRANE] * membraneNow;
            double ofI = knots[at + AdjointStates.OF_SYNAPSE] * synapticNow;
            x[slot] += ofV;
            y[slot] += ofI;
            sum -= weight[slot] * (ratio * membrane[slot] * ofV + synaptic[slot] * ofI);
        }
        return sum;
    }

    @Override
    public void finish(int neuron) {
        SynapseTable synapses = compiled.synapses();
        int firstSlot = synapses.rowStart(neuron);
        int rowEnd = synapses.rowStart(neuron + 1);
        int[] synapse = synapses.synapse();
        double[] weight = synapses.weight();
        double[] membrane = factors.membrane();
        double[] synaptic = factors.synaptic();
        double[] x = ofMembrane;
        double[] y = ofSynapse;
        double[] ofWeight = gradients.weight();
        double[] ofDelay = gradients.delay();
        double ratio = compiled.sharedMembraneRate() / compiled.sharedSynapticRate();
        double tauSyn = 1 / compiled.sharedSynapticRate();
        for (int slot = firstSlot; slot < rowEnd; slot++) {
            double ofV = membrane[slot] * x[slot];
            double ofI = synaptic[slot] * y[slot];
            x[slot] = 0;
            y[slot] = 0;
            ofWeight[synapse[slot]] -= tauSyn * (ofV + ofI);
            ofDelay[synapse[slot]] -= weight[slot] * (ratio * ofV + ofI);
        }
        if (driven.areThereAny()) {
            driven.finish(neuron);
        }
    }
}
