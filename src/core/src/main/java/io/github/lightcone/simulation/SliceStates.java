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
 *
 * <p>Why: V is Vfree plus a response to each arrival. That of an excitatory one rises, so at no time is
 * it more than at the end; that of an inhibitory one is never above 0. Vfree stays below its chord, hence
 * below the larger of its ends, plus h^2/8 sup -Vfree''. From v' = a (i - v) and i' = -c i,
 *
 * <pre>
 *     -Vfree'' = a (a + c) i - a^2 v  &lt;=  a (a + c) |i(start)| + a^2 |v(start)|
 * </pre>
 *
 * <p>for every sign of both: i keeps its sign and shrinks, and v, drawn towards i, stays above the least
 * of v(start), i(start) and 0. If i &gt;= 0, then -v is at most |v(start)|. If i &lt; 0, the first term is
 * negative and -v is at most |v(start)| + |i(start)|, of which a^2 |i(start)| fits into a (a + c)
 * |i(start)|. Bias only shifts v. A reset below 0 is a start like any other; a held neuron starts so low
 * that with a h at most 0.6 its bound is below half of that; the level of a leaky integrator is infinite.
 *
 * <p>Responses are exact to rounding of the weights, not of themselves. What is lost to that of an arrival
 * right before the end of the slice is found at the start of the next one, where V then is at its level.
 */
final class SliceStates {

    /** What rounding may do to a bound, relative to the numbers in it: 10^5 additions and some. */
    static final double ROUNDING = 1e-10;

    /** Neurons moved on together, few enough to stay in the cache from one step to the next. */
    private static final int STRIP = 512;

    /** Voltage of a neuron that is held throughout a slice: no bound can reach a threshold from here. */
    private static final double HELD = -1e30;

    private final CompiledNetwork compiled;
    private final int[] rangeStart;
    private final int[] rangeEnd;
    private final double[] level;
    final double[] heldUntil;

    /** How far the bound stays below the threshold; above 0 for a certified neuron. */
    private final double[] slack;

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
        heldUntil = new double[neurons];
        slack = new double[neurons];
        v = new double[neurons];
        i = new double[neurons];
        vEnd = new double[neurons];
        iEnd = new double[neurons];
    }

    void reset() {
        Parameters parameters = compiled.parameters();
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

    /**
     * Moves the neurons in a range to the end of the slice and reports those that might cross before.
     *
     * @param sums what arrives in the slice; set to 0
     */
    void certify(int from, int to, SliceConstants constants, Sums sums, Candidates candidates) {
        for (int r = 0; r < rangeStart.length; r++) {
            int first = Math.max(from, rangeStart[r]);
            int end = Math.min(to, rangeEnd[r]);
            for (int strip = first; strip < end; strip += STRIP) {
                certifyStrip(strip, Math.min(strip + STRIP, end), constants, sums, candidates);
            }
        }
    }

    private void certifyStrip(int from, int to, SliceConstants constants, Sums sums, Candidates candidates) {
        if (constants.kernel != null) {
            flowShared(from, to, constants, sums);
        } else {
            flowEach(from, to, constants, sums);
        }
        addArrivals(from, to, vEnd, sums.excitatory, sums.inhibitory);
        addArrivals(from, to, iEnd, sums.current);
        sums.clear(from, to);
        report(from, to, slack, candidates);
    }

    private void flowShared(int from, int to, SliceConstants constants, Sums sums) {
        combine(from, to, v, constants.sharedDecayV, i, constants.sharedResponse, vEnd);
        scale(from, to, i, constants.sharedDecayI, iEnd);
        rise(from, to, v, vEnd, sums.excitatory, slack);
        double ofCurrent = constants.sharedCurveOfCurrent;
        double ofVoltage = constants.sharedCurveOfVoltage;
        bound(from, to, v, ofVoltage, i, ofCurrent, level, slack);
    }

    private void flowEach(int from, int to, SliceConstants constants, Sums sums) {
        for (int n = from; n < to; n++) {
            vEnd[n] = v[n] * constants.decayV[n] + i[n] * constants.response[n];
            iEnd[n] = i[n] * constants.decayI[n];
        }
        rise(from, to, v, vEnd, sums.excitatory, slack);
        for (int n = from; n < to; n++) {
            double curve = constants.curveOfVoltage[n] * Math.abs(v[n]) + constants.curveOfCurrent[n] * Math.abs(i[n]);
            slack[n] = level[n] - slack[n] - curve;
        }
    }

    // Loops short enough to become vector instructions.

    private static void combine(int from, int to, double[] x, double a, double[] y, double b, double[] sum) {
        for (int n = from; n < to; n++) {
            sum[n] = x[n] * a + y[n] * b;
        }
    }

    private static void scale(int from, int to, double[] x, double a, double[] product) {
        for (int n = from; n < to; n++) {
            product[n] = x[n] * a;
        }
    }

    /** How high V can rise but for the curve: the larger end, and the excitatory arrivals. */
    private static void rise(int from, int to, double[] v, double[] free, double[] excitatory, double[] rise) {
        for (int n = from; n < to; n++) {
            rise[n] = 0.5 * (v[n] + free[n] + Math.abs(v[n] - free[n])) + (1 + ROUNDING) * excitatory[n];
        }
    }

    private static void bound(
            int from,
            int to,
            double[] v,
            double ofVoltage,
            double[] i,
            double ofCurrent,
            double[] level,
            double[] slack) {
        for (int n = from; n < to; n++) {
            slack[n] = level[n] - slack[n] - (ofVoltage * Math.abs(v[n]) + ofCurrent * Math.abs(i[n]));
        }
    }

    private static void addArrivals(int from, int to, double[] end, double[] sum) {
        for (int n = from; n < to; n++) {
            end[n] += sum[n];
        }
    }

    private static void addArrivals(int from, int to, double[] end, double[] sum, double[] other) {
        for (int n = from; n < to; n++) {
            end[n] += sum[n] + other[n];
        }
    }

    private static void report(int from, int to, double[] slack, Candidates candidates) {
        for (int n = from; n < to; n++) {
            if (!(slack[n] > 0)) {
                candidates.add(n);
            }
        }
    }

    /** Adds an arrival to a certified neuron; returns whether it stays certified. */
    boolean addCertified(int n, double weight, double voltage, double current) {
        vEnd[n] += weight * voltage;
        iEnd[n] += weight * current;
        if (weight > 0) {
            slack[n] -= weight * voltage * (1 + ROUNDING);
        }
        return slack[n] > 0;
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

    void save(StateWriter out) {
        out.put(v, 0, v.length);
        out.put(i, 0, i.length);
        out.put(heldUntil, 0, heldUntil.length);
    }

    void load(StateReader in) {
        in.get(v, 0, v.length);
        in.get(i, 0, i.length);
        in.get(heldUntil, 0, heldUntil.length);
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
