package io.github.lightcone.simulation;

import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import java.util.Arrays;
import java.util.List;

/**
 * The state of every neuron at the start of a slice, what it becomes at the end if nothing crosses, and
 * the bound that says that nothing can.
 *
 * <p>With k the voltage response to an arrival, which rises over the whole slice:
 *
 * <pre>
 *     V(t) &lt;= max(V(start), Vfree(end)) + curve + X        for all t in the slice
 *     X     = the excitatory response at the end, exactly
 *     curve = h^2/8 sup -Vfree''                             how far a curve can rise above its chord
 * </pre>
 *
 * <p>A neuron whose bound stays below its threshold, by more than {@link #ROUNDING} of the numbers
 * involved, is certified: no order of its arrivals makes it spike.
 */
final class SliceStates {

    /** What rounding may do to a bound, relative to the numbers in it: 10^5 additions and some. */
    static final double ROUNDING = 1e-10;

    /** Voltage of a neuron that is held throughout a slice: no bound can reach a threshold from here. */
    private static final double HELD = -1e30;

    private final CompiledNetwork compiled;
    private final int[] rangeStart;
    private final int[] rangeEnd;
    private final double[] level;
    final double[] sums;
    final double[] heldUntil;
    final double[] bound;
    double[] v;
    double[] i;
    double[] vEnd;
    double[] iEnd;

    SliceStates(CompiledNetwork compiled) {
        this.compiled = compiled;
        int neurons = compiled.network().neuronCount();
        List<Population> populations = compiled.network().populations().stream()
                .filter(population -> population.kind().hasState())
                .toList();
        rangeStart = populations.stream().mapToInt(Population::firstNeuron).toArray();
        rangeEnd = populations.stream().mapToInt(Population::endNeuron).toArray();
        level = new double[neurons];
        sums = new double[Accumulation.SUMS * neurons];
        heldUntil = new double[neurons];
        bound = new double[neurons];
        v = new double[neurons];
        i = new double[neurons];
        vEnd = new double[neurons];
        iEnd = new double[neurons];
    }

    void reset() {
        Parameters parameters = compiled.parameters();
        Arrays.fill(sums, 0);
        Arrays.fill(i, 0);
        Arrays.fill(heldUntil, Double.NEGATIVE_INFINITY);
        for (int n = 0; n < v.length; n++) {
            v[n] = parameters.vInitial()[n] - parameters.bias()[n];
            level[n] = parameters.vThreshold()[n] - parameters.bias()[n];
        }
    }

    double level(int n) {
        return level[n];
    }

    /** Moves every neuron to the end of the slice and reports those that might cross before. */
    void certify(SliceConstants constants, Candidates candidates) {
        for (int r = 0; r < rangeStart.length; r++) {
            certify(rangeStart[r], rangeEnd[r], constants, candidates);
        }
    }

    private void certify(int from, int to, SliceConstants constants, Candidates candidates) {
        double[] decayV = constants.decayV;
        double[] decayI = constants.decayI;
        double[] response = constants.response;
        double[] curveOfCurrent = constants.curveOfCurrent;
        double[] curveOfVoltage = constants.curveOfVoltage;
        double[] level = this.level;
        double[] v = this.v;
        double[] i = this.i;
        double[] vEnd = this.vEnd;
        double[] iEnd = this.iEnd;
        double[] sums = this.sums;
        double[] bound = this.bound;
        for (int n = from; n < to; n++) {
            int at = Accumulation.SUMS * n;
            double excitatory = sums[at];
            double v0 = v[n];
            double i0 = i[n];
            double free = v0 * decayV[n] + i0 * response[n];
            vEnd[n] = free + excitatory + sums[at + 2];
            iEnd[n] = i0 * decayI[n] + sums[at + 1] + sums[at + 3];
            sums[at] = 0;
            sums[at + 1] = 0;
            sums[at + 2] = 0;
            sums[at + 3] = 0;
            double curve = curveOfCurrent[n] * Math.max(i0, 0) + curveOfVoltage[n] * Math.max(0, -Math.min(v0, i0));
            double rounding = ROUNDING * (Math.abs(v0) + Math.abs(i0) + excitatory);
            bound[n] = Math.max(v0, free) + curve + excitatory + rounding;
            if (!(bound[n] < level[n])) {
                candidates.add(n);
            }
        }
    }

    /** Adds an arrival to a certified neuron; returns whether it stays certified. */
    boolean addCertified(int n, double weight, double voltage, double current) {
        vEnd[n] += weight * voltage;
        iEnd[n] += weight * current;
        if (weight > 0) {
            bound[n] += weight * voltage * (1 + ROUNDING);
        }
        return bound[n] < level[n];
    }

    /** Sets the state of a candidate at the end of the slice; held neurons stay far below any threshold. */
    void setEnd(int n, double newV, double newI, double newHeldUntil, double end) {
        boolean held = newHeldUntil >= end;
        heldUntil[n] = held ? newHeldUntil : Double.NEGATIVE_INFINITY;
        vEnd[n] = held ? HELD : newV;
        iEnd[n] = newI;
    }

    /** Returns v at the start of the slice, also for a neuron that is held. */
    double startVoltage(int n) {
        if (heldUntil[n] == Double.NEGATIVE_INFINITY) {
            return v[n];
        }
        Parameters parameters = compiled.parameters();
        return parameters.vReset()[n] - parameters.bias()[n];
    }

    /** Makes the end of the slice the start of the next. */
    void commit() {
        double[] oldV = v;
        v = vEnd;
        vEnd = oldV;
        double[] oldI = i;
        i = iEnd;
        iEnd = oldI;
    }
}
