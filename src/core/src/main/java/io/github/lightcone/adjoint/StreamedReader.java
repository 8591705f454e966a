package io.github.lightcone.adjoint;

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
 * weight and its delay receive what follows from the sums when the row is finished. Where all synapses of a
 * row of a source share a delay and weights alone are asked for, they receive it at once.
 */
final class StreamedReader implements RowReader {

    /** Crossings per place of a row below which copying it pays. */
    private static final double MOST_CROSSINGS = 0.25;

    private final CompiledNetwork compiled;
    private final AdjointStates states;
    private final DrivenSynapses driven;
    /** Whether the row of a neuron is copied, and not gathered, in this pass. */
    private final boolean[] copied;
    /** Whether spikes of a neuron add to the gradients of its weights at once, and nothing else is asked of its row. */
    private final boolean[] direct;

    // By row and place: the sums of x and y over the spikes read so far.
    private double[][] sumOfMembrane = new double[0][];
    private double[][] sumOfSynapse = new double[0][];
    // Of the row being read: A and B, and what each arrival means to the time of the spike.
    private double[] ofMembrane = new double[0];
    private double[] ofSynapse = new double[0];
    private double[] products = new double[0];
    private Tape tape;
    private Gradients gradients;
    private DelayFactors factors;
    private double base;

    StreamedReader(CompiledNetwork compiled, AdjointStates states, DrivenSynapses driven) {
        this.compiled = compiled;
        this.states = states;
        this.driven = driven;
        copied = new boolean[compiled.network().neuronCount()];
        direct = new boolean[copied.length];
    }

    /** Prepares for a pass, of which no knot is known yet. */
    void start(Tape newTape, Gradients newGradients, boolean sourceTimes) {
        tape = newTape;
        gradients = newGradients;
        factors = compiled.delayFactors();
        if (sumOfMembrane.length == 0) {
            allocate();
        }
        boolean copying = false;
        for (int n = 0; n < copied.length; n++) {
            copied[n] = canCopy(n);
            copying |= copied[n];
            direct[n] = !sourceTimes && !newGradients.hasDelays() && compiled.isSource(n) && isUniform(n);
        }
        if (copying) {
            states.index().keepFactors();
        }
        driven.start(newTape, newGradients);
    }

    private void allocate() {
        ofMembrane = new double[factors.longestRow()];
        ofSynapse = new double[factors.longestRow()];
        products = new double[factors.longestRow()];
        sumOfMembrane = new double[factors.rowCount()][];
        sumOfSynapse = new double[factors.rowCount()][];
        for (int n = 0; n < factors.rowCount(); n++) {
            sumOfMembrane[n] = new double[factors.places(n)];
            sumOfSynapse[n] = new double[factors.places(n)];
        }
    }

    /** A dense row is copied where few arrivals are expected that meet a later knot than the first one. */
    private boolean canCopy(int n) {
        double spread = factors.longestDelay(n) - factors.shortestDelay(n);
        return factors.isDense(n) && states.index().expectedCrossings(spread) < MOST_CROSSINGS * factors.places(n);
    }

    /** In a uniform row synapses share a delay and are numbered in its order. */
    private boolean isUniform(int n) {
        return factors.isCommon(n) && factors.firstSynapse(n) != DelayFactors.NONE;
    }

    /** Sets the common time of the exponentials; all rows have been finished. */
    void base(double newBase) {
        base = newBase;
    }

    @Override
    public double read(int spike) {
        int n = tape.neuron(spike);
        double t = tape.time(spike);
        int count = factors.places(n);
        if (copied[n] && t + factors.longestDelay(n) < tape.end()) {
            copy(n, count, t);
        } else {
            gather(n, count, t);
        }
        double membraneNow = Exponential.exp(compiled.sharedMembraneRate() * (t - base));
        double synapticNow = Exponential.exp(compiled.sharedSynapticRate() * (t - base));
        if (direct[n]) {
            double tauSyn = 1 / compiled.sharedSynapticRate();
            double ofA = -tauSyn * factors.membrane(n)[0] * membraneNow;
            double ofB = -tauSyn * factors.synaptic(n)[0] * synapticNow;
            addCombined(count, ofA, ofMembrane, ofB, ofSynapse, gradients.weight(), factors.firstSynapse(n));
            return driven.areThereAny() ? driven.read(n, t) : 0;
        }
        double ratio = compiled.sharedMembraneRate() / compiled.sharedSynapticRate();
        double[] weight = factors.weight(n);
        addScaled(count, membraneNow, ofMembrane, sumOfMembrane[n]);
        addScaled(count, synapticNow, ofSynapse, sumOfSynapse[n]);
        if (factors.isCommon(n)) {
            double ofV = -ratio * membraneNow * factors.membrane(n)[0];
            double ofI = -synapticNow * factors.synaptic(n)[0];
            combine(count, ofV, ofMembrane, ofI, ofSynapse, weight, products);
        } else {
            multiply(count, -ratio * membraneNow, ofMembrane, factors.membrane(n), weight, products);
            multiplyAndAdd(count, -synapticNow, ofSynapse, factors.synaptic(n), weight, products);
        }
        double sum = sum(count, products);
        return driven.areThereAny() ? sum + driven.read(n, t) : sum;
    }

    /** Takes A and B for the arrivals of a spike from the knots they read, one by one. */
    private void gather(int n, int count, double t) {
        int[] target = factors.target(n);
        double[] delay = factors.delay(n);
        KnotIndex index = states.index();
        int[] cells = index.cells();
        double binsPerMs = index.binsPerMs();
        int width = index.width();
        int origin = index.origin();
        int[] later = states.later();
        double[] knots = states.factors();
        double[] a = ofMembrane;
        double[] b = ofSynapse;
        double end = tape.end();
        for (int i = 0; i < count; i++) {
            double arrival = t + delay[i];
            if (arrival >= end) {
                a[i] = 0;
                b[i] = 0;
                continue;
            }
            int bin = (int) (arrival * binsPerMs);
            int knot = cells[bin * width + target[i] - origin];
            while (knots[knot * AdjointStates.RECORD] <= arrival) {
                knot = later[knot];
            }
            int at = knot * AdjointStates.RECORD;
            a[i] = knots[at + AdjointStates.OF_MEMBRANE];
            b[i] = knots[at + AdjointStates.OF_SYNAPSE];
        }
    }

    /**
     * The same for a dense row: as if every arrival read the knot that is the first at the earliest arrival.
     * Then the knots between the earliest and the latest arrival are visited, those of a neuron in ascending
     * time, and each that an arrival is not before hands over to the next.
     */
    private void copy(int n, int count, double t) {
        KnotIndex index = states.index();
        int first = factors.target(n)[0];
        int from = index.cellOf(first, t + factors.shortestDelay(n));
        double[] a = ofMembrane;
        double[] b = ofSynapse;
        System.arraycopy(index.ofMembrane(), from, a, 0, count);
        System.arraycopy(index.ofSynapse(), from, b, 0, count);
        double[] delay = factors.delay(n);
        double[] knots = states.factors();
        int[] later = states.later();
        int last = index.bin(t + factors.longestDelay(n));
        for (int bin = index.bin(t + factors.shortestDelay(n)); bin <= last; bin++) {
            for (int knot = index.firstIn(bin); knot != KnotIndex.END_OF_LIST; knot = index.nextIn(knot)) {
                int i = index.neuronOf(knot) - first;
                if (i >= 0 && i < count && t + delay[i] >= knots[knot * AdjointStates.RECORD]) {
                    int at = later[knot] * AdjointStates.RECORD;
                    a[i] = knots[at + AdjointStates.OF_MEMBRANE];
                    b[i] = knots[at + AdjointStates.OF_SYNAPSE];
                }
            }
        }
    }

    private static void addScaled(int count, double scale, double[] values, double[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += scale * values[i];
        }
    }

    private static void addCombined(
            int count, double ofA, double[] x, double ofB, double[] y, double[] sums, int first) {
        for (int i = 0; i < count; i++) {
            sums[first + i] += ofA * x[i] + ofB * y[i];
        }
    }

    private static void combine(
            int count, double ofV, double[] x, double ofI, double[] y, double[] weight, double[] products) {
        for (int i = 0; i < count; i++) {
            products[i] = (ofV * x[i] + ofI * y[i]) * weight[i];
        }
    }

    private static void multiply(
            int count, double scale, double[] values, double[] factor, double[] weight, double[] products) {
        for (int i = 0; i < count; i++) {
            products[i] = scale * values[i] * (factor[i] * weight[i]);
        }
    }

    private static void multiplyAndAdd(
            int count, double scale, double[] values, double[] factor, double[] weight, double[] products) {
        for (int i = 0; i < count; i++) {
            products[i] += scale * values[i] * (factor[i] * weight[i]);
        }
    }

    /** Returns a sum; four partial sums do not wait for each other. */
    private static double sum(int count, double[] terms) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += terms[i];
            sum1 += terms[i + 1];
            sum2 += terms[i + 2];
            sum3 += terms[i + 3];
        }
        for (; i < count; i++) {
            sum0 += terms[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    @Override
    public void finish(int neuron) {
        if (!direct[neuron]) {
            finishSums(neuron);
        }
        if (driven.areThereAny()) {
            driven.finish(neuron);
        }
    }

    private void finishSums(int neuron) {
        int[] synapse = factors.synapse(neuron);
        double[] weight = factors.weight(neuron);
        double[] membrane = factors.membrane(neuron);
        double[] synaptic = factors.synaptic(neuron);
        double[] x = sumOfMembrane[neuron];
        double[] y = sumOfSynapse[neuron];
        double[] ofWeight = gradients.weight();
        double[] ofDelay = gradients.writtenDelay();
        double ratio = compiled.sharedMembraneRate() / compiled.sharedSynapticRate();
        double tauSyn = 1 / compiled.sharedSynapticRate();
        for (int place = 0; place < synapse.length; place++) {
            double ofV = membrane[place] * x[place];
            double ofI = synaptic[place] * y[place];
            x[place] = 0;
            y[place] = 0;
            int s = synapse[place];
            if (s != DelayFactors.NONE) {
                ofWeight[s] -= tauSyn * (ofV + ofI);
                ofDelay[s] -= weight[place] * (ratio * ofV + ofI);
            }
        }
    }
}
