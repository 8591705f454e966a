package io.github.lightcone.adjoint;

import io.github.lightcone.neuron.AdjointFlow;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * The adjoint of every neuron as a list of knots, from the earliest known one to the end of the run. A
 * knot holds the adjoint just before its time, the end of a stretch on which V is either free or held;
 * {@link #read} carries it back from there.
 *
 * <p>Where delays have factors (see {@link io.github.lightcone.simulation.DelayFactors}), each knot also
 * holds its adjoint as two exponentials of the time from a common base,
 *
 * <pre>
 *     lamI(t) = A e^{(t - base)/tauMem} + B e^{(t - base)/tauSyn}        lamV(t) = A (1 - tauSyn/tauMem) e^{...}
 * </pre>
 *
 * <p>The base moves down with the sweep, so that no exponential grows out of bounds.
 *
 * <p>Under a drive {@code dL/dV = g e^{-r t}} a knot holds what remains after the particular solution is
 * taken off, so that reading adds it again. In a hold there is no drive and lamV is 0.
 */
final class AdjointStates {

    /** The length of the record of a knot: its time, A, B, and one to make it half a cache line. */
    static final int RECORD = 4;

    /** The place of A in a record. */
    static final int OF_MEMBRANE = 1;

    /** The place of B in a record. */
    static final int OF_SYNAPSE = 2;

    private static final int END_OF_LIST = -1;

    private final CompiledNetwork compiled;
    private final boolean timeConstants;
    private final KnotIndex index;
    private final int[] head;
    private final double[] driveRate;
    private final double[] driveStrength;

    private int knots;
    private double[] time = new double[256];
    private boolean[] hold = new boolean[256];
    private int[] later = new int[256];
    private double[] knotV = new double[256];
    private double[] knotI = new double[256];
    private double[] knotQ = new double[0];
    private double[] knotP = new double[0];
    private double[] knotM = new double[0];

    // The adjoint as two exponentials, where delays have factors.
    private boolean factored;
    private double base;
    private double longestDelay;
    private double membraneRate;
    private double synapticRate;
    private double[] factors = new double[256 * RECORD];

    // What the last read found.
    private double lamV;
    private double lamI;
    private double q;
    private double p;
    private double m;

    AdjointStates(CompiledNetwork compiled, boolean timeConstants) {
        this.compiled = compiled;
        this.timeConstants = timeConstants;
        index = new KnotIndex(compiled);
        int neurons = compiled.network().neuronCount();
        head = new int[neurons];
        driveRate = new double[neurons];
        driveStrength = new double[neurons];
        if (timeConstants) {
            knotQ = new double[256];
            knotP = new double[256];
            knotM = new double[256];
        }
    }

    /** Forgets all knots and drives, before a pass over a tape. */
    void reset(Tape tape) {
        knots = 0;
        factored = false;
        index.reset(tape);
        Arrays.fill(head, END_OF_LIST);
        Arrays.fill(driveStrength, 0);
    }

    /** From the next knot on keeps the adjoint as two exponentials, too. */
    void factor(double newBase, double newLongestDelay) {
        factored = true;
        base = newBase;
        longestDelay = newLongestDelay;
        membraneRate = compiled.sharedMembraneRate();
        synapticRate = compiled.sharedSynapticRate();
    }

    /** Moves the base down; knots beyond the reach of any arrival before it are left behind. */
    void moveBase(double newBase) {
        base = newBase;
        double reach = newBase + longestDelay;
        for (int first : head) {
            int knot = first;
            while (knot != END_OF_LIST) {
                computeFactors(knot);
                if (time[knot] > reach) {
                    break;
                }
                knot = later[knot];
            }
        }
        index.refreshFactors(factors, reach);
    }

    private void computeFactors(int knot) {
        double before = base - time[knot];
        double membrane = hold[knot] ? 0 : knotV[knot] * synapticRate / (synapticRate - membraneRate);
        int at = knot * RECORD;
        factors[at] = time[knot];
        factors[at + OF_MEMBRANE] = membrane * Exponential.exp(membraneRate * before);
        factors[at + OF_SYNAPSE] = (knotI[knot] - membrane) * Exponential.exp(synapticRate * before);
    }

    /** Returns the records of the knots, {@link #RECORD} numbers each; not a copy. */
    double[] factors() {
        return factors;
    }

    /** Returns the knot after each knot; not a copy. */
    int[] later() {
        return later;
    }

    KnotIndex index() {
        return index;
    }

    /** Sets the drive dL/dV = g e^{-r t} of a neuron; before its first knot. */
    void drive(int n, double g, double r) {
        driveStrength[n] = g;
        driveRate[n] = r;
    }

    double driveStrength(int n) {
        return driveStrength[n];
    }

    double driveRate(int n) {
        return driveRate[n];
    }

    double lamV() {
        return lamV;
    }

    double lamI() {
        return lamI;
    }

    /** What the voltage's deviation from the bias contributes to dL/dtauMem. */
    double tauMemOfVoltage() {
        return q;
    }

    /** What a unit of current contributes to dL/dtauMem. */
    double tauMemOfCurrent() {
        return p;
    }

    /** What a unit of current contributes to -tauSyn dL/dtauSyn. */
    double tauSynOfCurrent() {
        return m;
    }

    /** Reads the adjoint of a neuron at time t, before the end; the later side of a knot at t. */
    void read(int n, double t) {
        readFrom(n, knotAfter(n, t), t);
    }

    /** Returns whether the voltage of a neuron is held at time t; that of the later side of a knot at t. */
    boolean isHeld(int n, double t) {
        return hold[knotAfter(n, t)];
    }

    private int knotAfter(int n, double t) {
        int knot = index.find(n, t);
        while (time[knot] <= t) {
            knot = later[knot];
        }
        return knot;
    }

    /** Reads the adjoint just before the earliest known knot, or further back. */
    void readHead(int n, double t) {
        readFrom(n, head[n], t);
    }

    private void readFrom(int n, int knot, double t) {
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        double x = time[knot] - t;
        if (hold[knot]) {
            lamV = 0;
            lamI = Exponential.exp(-c * x) * knotI[knot];
        } else {
            lamV = AdjointFlow.voltage(a, knotV[knot], x);
            lamI = AdjointFlow.current(a, c, knotV[knot], knotI[knot], x);
        }
        if (timeConstants) {
            q = AdjointFlow.tauMemOfVoltage(a, knotV[knot], knotQ[knot], x);
            p = AdjointFlow.tauMemOfCurrent(a, c, knotV[knot], knotQ[knot], knotP[knot], x);
            m = AdjointFlow.tauSynOfCurrent(a, c, knotV[knot], knotI[knot], knotM[knot], x);
        }
        if (!hold[knot] && driveStrength[n] != 0) {
            addParticular(n, t, 1);
        }
    }

    /** Adds the particular solution at time t to the registers, or takes it off. */
    private void addParticular(int n, double t, double sign) {
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        double r = driveRate[n];
        double ofV = sign * Exponential.exp(-r * t) * AdjointFlow.driveVoltage(a, driveStrength[n], r);
        double ofI = AdjointFlow.driveCurrent(c, ofV, r);
        lamV += ofV;
        lamI += ofI;
        if (timeConstants) {
            double ofQ = AdjointFlow.driveTauMemOfVoltage(a, ofV, r);
            q += ofQ;
            p += AdjointFlow.driveTauMemOfCurrent(a, c, ofV + ofQ, r);
            m += ofI / (r + c);
        }
    }

    /** Sets the registers to zero, the adjoint at the end of a run. */
    void zero() {
        lamV = 0;
        lamI = 0;
        q = 0;
        p = 0;
        m = 0;
    }

    /** Adds to lamV in the registers. */
    void jump(double change) {
        lamV += change;
    }

    /** Sets lamV in the registers; the state of the voltage before does not matter any more. */
    void restart(double newLamV) {
        lamV = newLamV;
        q = 0;
    }

    /** Makes the registers a knot at time t, before which V flows since another time. */
    void pushFree(int n, double since, double t) {
        if (driveStrength[n] != 0) {
            addParticular(n, t, -1);
        }
        push(n, since, t, false);
    }

    /** Makes the registers a knot at time t, before which V is held since another; it passes on nothing of lamV. */
    void pushHold(int n, double since, double t) {
        lamV = 0;
        q = 0;
        push(n, since, t, true);
    }

    private void push(int n, double since, double t, boolean held) {
        if (knots == time.length) {
            grow();
        }
        int knot = knots++;
        time[knot] = t;
        hold[knot] = held;
        later[knot] = head[n];
        knotV[knot] = lamV;
        knotI[knot] = lamI;
        if (timeConstants) {
            knotQ[knot] = q;
            knotP[knot] = p;
            knotM[knot] = m;
        }
        head[n] = knot;
        if (factored) {
            computeFactors(knot);
        }
        index.put(knot, factors, n, since, t);
    }

    private void grow() {
        int capacity = 2 * time.length;
        time = Arrays.copyOf(time, capacity);
        hold = Arrays.copyOf(hold, capacity);
        later = Arrays.copyOf(later, capacity);
        factors = Arrays.copyOf(factors, capacity * RECORD);
        knotV = Arrays.copyOf(knotV, capacity);
        knotI = Arrays.copyOf(knotI, capacity);
        if (timeConstants) {
            knotQ = Arrays.copyOf(knotQ, capacity);
            knotP = Arrays.copyOf(knotP, capacity);
            knotM = Arrays.copyOf(knotM, capacity);
        }
    }

    /** Returns the integral of lamV over the stretch from t to the earliest known knot. */
    double integralOfVoltage(int n, double t) {
        int knot = head[n];
        if (hold[knot]) {
            return 0;
        }
        double a = compiled.membraneRate()[n];
        double x = time[knot] - t;
        double sum = knotV[knot] * Exponential.integral(a, x);
        if (driveStrength[n] != 0) {
            double r = driveRate[n];
            sum += AdjointFlow.driveVoltage(a, driveStrength[n], r)
                    * Exponential.exp(-r * t)
                    * Exponential.integral(r, x);
        }
        return sum;
    }
}
