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
    // By slot: the sums of x and y over the spikes read so far.
    private double[] sumOfMembrane = new double[0];
    private double[] sumOfSynapse = new double[0];
    // Of the row being read, by place in it: A and B, then their shares in the loss.
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
        if (sumOfMembrane.length == 0) {
            allocate(compiled.synapses());
        }
        driven.start(newTape, newGradients);
    }

    private void allocate(SynapseTable synapses) {
        int longest = 0;
        for (int n = 0; n < synapses.sourceCount(); n++) {
            longest = Math.max(longest, synapses.rowStart(n + 1) - synapses.rowStart(n));
        }
        ofMembrane = new double[longest];
        ofSynapse = new double[longest];
        sumOfMembrane = new double[synapses.size()];
        sumOfSynapse = new double[synapses.size()];
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
        int first = synapses.rowStart(n);
        int last = synapses.rowStart(n + 1) - 1;
        if (first > last) {
            return 0;
        }
        boolean together = synapses.delay()[first] == synapses.delay()[last];
        int count = together ? gatherTogether(first, last, t) : gather(first, last, t);
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        double membraneNow = Exponential.exp(a * (t - base));
        double synapticNow = Exponential.exp(c * (t - base));
        addScaled(count, ofMembrane, membraneNow, sumOfMembrane, first);
        addScaled(count, ofSynapse, synapticNow, sumOfSynapse, first);
        multiply(count, ofMembrane, -a / c * membraneNow, factors.membrane(), first);
        multiply(count, ofSynapse, -synapticNow, factors.synaptic(), first);
        double sum = sumOfProducts(count, ofMembrane, ofSynapse, synapses.weight(), first);
        return driven.areThereAny() ? sum + driven.read(n, t) : sum;
    }

    /** Collects the factors of the knots that the arrivals of a spike read; returns how many arrive. */
    private int gather(int first, int last, double t) {
        int[] target = compiled.synapses().target();
        double[] delay = compiled.synapses().delay();
        int[] cells = states.index().cells();
        double binsPerMs = states.index().binsPerMs();
        int neurons = compiled.network().neuronCount();
        int[] later = states.later();
        double[] knots = states.factors();
        double[] a = ofMembrane;
        double[] b = ofSynapse;
        double end = tape.end();
        for (int slot = first; slot <= last; slot++) {
            double arrival = t + delay[slot];
            if (arrival >= end) {
                return slot - first;
            }
            int knot = cells[(int) (arrival * binsPerMs) * neurons + target[slot]];
            while (knots[knot * AdjointStates.RECORD] <= arrival) {
                knot = later[knot];
            }
            int at = knot * AdjointStates.RECORD;
            a[slot - first] = knots[at + AdjointStates.OF_MEMBRANE];
            b[slot - first] = knots[at + AdjointStates.OF_SYNAPSE];
        }
        return last + 1 - first;
    }

    /** The same for a row that shares one delay. */
    private int gatherTogether(int first, int last, double t) {
        double arrival = t + compiled.synapses().delay()[first];
        if (arrival >= tape.end()) {
            return 0;
        }
        int[] target = compiled.synapses().target();
        int[] cells = states.index().cells();
        int bin = (int) (arrival * states.index().binsPerMs())
                * compiled.network().neuronCount();
        int[] later = states.later();
        double[] knots = states.factors();
        double[] a = ofMembrane;
        double[] b = ofSynapse;
        for (int slot = first; slot <= last; slot++) {
            int knot = cells[bin + target[slot]];
            while (knots[knot * AdjointStates.RECORD] <= arrival) {
                knot = later[knot];
            }
            int at = knot * AdjointStates.RECORD;
            a[slot - first] = knots[at + AdjointStates.OF_MEMBRANE];
            b[slot - first] = knots[at + AdjointStates.OF_SYNAPSE];
        }
        return last + 1 - first;
    }

    private static void addScaled(int count, double[] values, double scale, double[] sums, int first) {
        for (int i = 0; i < count; i++) {
            sums[first + i] += scale * values[i];
        }
    }

    private static void multiply(int count, double[] values, double scale, double[] factors, int first) {
        for (int i = 0; i < count; i++) {
            values[i] *= scale * factors[first + i];
        }
    }

    /** Returns the sum of weight (x + y); four partial sums do not wait for each other. */
    private static double sumOfProducts(int count, double[] x, double[] y, double[] weight, int first) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += weight[first + i] * (x[i] + y[i]);
            sum1 += weight[first + i + 1] * (x[i + 1] + y[i + 1]);
            sum2 += weight[first + i + 2] * (x[i + 2] + y[i + 2]);
            sum3 += weight[first + i + 3] * (x[i + 3] + y[i + 3]);
        }
        for (; i < count; i++) {
            sum0 += weight[first + i] * (x[i] + y[i]);
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    @Override
    public void finish(int neuron) {
        SynapseTable synapses = compiled.synapses();
        int first = synapses.rowStart(neuron);
        int rowEnd = synapses.rowStart(neuron + 1);
        int[] synapse = synapses.synapse();
        double[] weight = synapses.weight();
        double[] membrane = factors.membrane();
        double[] synaptic = factors.synaptic();
        double[] x = sumOfMembrane;
        double[] y = sumOfSynapse;
        double[] ofWeight = gradients.weight();
        double[] ofDelay = gradients.delay();
        double ratio = compiled.sharedMembraneRate() / compiled.sharedSynapticRate();
        double tauSyn = 1 / compiled.sharedSynapticRate();
        for (int slot = first; slot < rowEnd; slot++) {
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
