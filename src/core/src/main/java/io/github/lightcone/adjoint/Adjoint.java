package io.github.lightcone.adjoint;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.DelayFactors;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.ReadoutValues;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.List;

/**
 * The backward pass over a tape; see the package description for how it works.
 *
 * <p>For a spike of n at t that reaches m at {@code a = t + d} through weight w, and with S the sum of
 * the second line over its row plus the loss's own dependence on t:
 *
 * <pre>
 *     dL/dw      += -tauSyn lamI_m(a)
 *     dL/dd      += w (lamV_m(a) - lamI_m(a))
 *     G           = S + g e^{-r t} (vThreshold - vReset) + lamV_n(release) (I_n(release) + bias - vReset)
 *     lamV_n(t-)  = G / (tauMem V'(t))                          dL/dvThreshold += G / V'(t)
 * </pre>
 *
 * <p>An adjoint is a workspace for one thread; once warm, a pass allocates nothing.
 */
public final class Adjoint {

    /** Below this slope, 1/ms, a crossing counts as floored, unless set otherwise. */
    public static final double DEFAULT_SLOPE_FLOOR = 1e-12;

    /** How far the base of the exponentials may lie ahead of the sweep, in time constants. */
    private static final double WINDOW = 20;

    private final CompiledNetwork compiled;
    private final List<Readout> readouts;
    private final boolean timeConstants;
    private final AdjointStates states;
    private final double[] releaseV;
    private final int[] maximumOf;
    private final boolean[] readPlainly;
    private final TrustCollector trust;
    private double slopeFloor = DEFAULT_SLOPE_FLOOR;
    private double[] spikeGradient = new double[64];

    // Of the pass in progress.
    private Tape tape;
    private LossSeeds seeds;
    private Gradients gradients;
    private DelayFactors factors;
    private double base;
    private double window;

    /**
     * Makes an adjoint without gradients of time constants.
     *
     * @param simulator the simulator whose tapes it will read: it tells the network and the readouts
     */
    public Adjoint(Simulator simulator) {
        this(simulator, false);
    }

    /**
     * Makes an adjoint.
     *
     * @param simulator the simulator whose tapes it will read: it tells the network and the readouts
     * @param timeConstants whether passes also give dL/dtauMem and dL/dtauSyn; these are
     *     read arrival by arrival and cost several times as much
     */
    public Adjoint(Simulator simulator, boolean timeConstants) {
        compiled = simulator.compiled();
        readouts = simulator.readouts();
        this.timeConstants = timeConstants;
        states = new AdjointStates(compiled, timeConstants);
        int neurons = compiled.network().neuronCount();
        releaseV = new double[neurons];
        maximumOf = new int[neurons];
        Arrays.fill(maximumOf, -1);
        readPlainly = new boolean[neurons];
        for (int r = 0; r < readouts.size(); r++) {
            if (readouts.get(r).kind() == Readout.Kind.MAXIMUM) {
                maximumOf[readouts.get(r).neuron()] = r;
            }
        }
        trust = new TrustCollector(compiled);
    }

    /** Sets the slope, 1/ms, to which smaller slopes at crossings are raised; each is counted. */
    public Adjoint slopeFloor(double floor) {
        ParameterCheck.positive("slopeFloor", floor);
        slopeFloor = floor;
        return this;
    }

    /** Sets whether passes collect a {@link TrustReport}, at some cost. */
    public Adjoint collectTrust(boolean collect) {
        trust.enable(collect);
        return this;
    }

    /** Returns the report of the last pass, which must have been asked for before it. */
    public TrustReport trustReport() {
        return trust.report();
    }

    /**
     * Runs backwards over a tape and adds to a gradient.
     *
     * @param newTape what a run of the simulator left, at the parameters now in force
     * @param newSeeds how the loss depends on it
     * @param newGradients gradient of all parameters but positions and speed. Modified.
     */
    public void run(Tape newTape, LossSeeds newSeeds, Gradients newGradients) {
        tape = newTape;
        seeds = newSeeds;
        gradients = newGradients;
        if (seeds.spikeCount() != tape.spikeCount()) {
            throw new IllegalArgumentException(
                    "seeds are for " + seeds.spikeCount() + " spikes, the tape has " + tape.spikeCount());
        }
        if (spikeGradient.length < tape.spikeCount()) {
            spikeGradient = new double[Math.max(tape.spikeCount(), 2 * spikeGradient.length)];
        }
        trust.start(tape, slopeFloor);
        states.reset();
        chooseReading();
        setDrives();
        startFromEnd();
        for (int k = tape.spikeCount() - 1; k >= 0; k--) {
            int n = tape.neuron(k);
            double s = seeds.spikeTime(k) + readRow(k, n);
            spikeGradient[k] = s;
            if (!compiled.isSource(n)) {
                passCrossing(k, n, s);
            }
        }
        finishAtStart();
    }

    /**
     * Returns the derivative of the loss with respect to the time of a spike of the last pass, through
     * what it sent out and through the loss itself: for the spike of a source, dL/dtime of the input.
     */
    public double spikeGradient(int spike) {
        return spikeGradient[spike];
    }

    /**
     * Rows are streamed with the factors of the delays where there are any and nothing but arrivals is
     * asked for; what else there is, drives and maxima of single neurons, is read in closed form.
     */
    private void chooseReading() {
        factors = null;
        boolean possible = !Double.isNaN(compiled.sharedMembraneRate()) && !timeConstants && !trust.isEnabled();
        if (possible && compiled.delayFactors().available()) {
            factors = compiled.delayFactors();
            base = tape.end();
            window = WINDOW / Math.max(compiled.sharedMembraneRate(), compiled.sharedSynapticRate());
            states.factor(base, factors.longestDelay());
        }
        for (int n = 0; n < readPlainly.length; n++) {
            readPlainly[n] = maximumOf[n] >= 0;
        }
    }

    private void setDrives() {
        for (int r = 0; r < readouts.size(); r++) {
            Readout readout = readouts.get(r);
            if (readout.kind() == Readout.Kind.INTEGRAL && seeds.readout(r) != 0) {
                states.drive(readout.neuron(), seeds.readout(r), readout.rate());
                readPlainly[readout.neuron()] = true;
            }
        }
    }

    /** Sets each neuron's adjoint at the end, at the maximum its loss looks at, and at its last release. */
    private void startFromEnd() {
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (compiled.isSource(n)) {
                continue;
            }
            states.zero();
            int last = tape.lastSpike(n);
            releaseV[n] = 0;
            if (last != Tape.NO_SPIKE && Double.isNaN(tape.releaseCurrent(last))) {
                states.pushHold(n, tape.end());
                continue;
            }
            states.pushFree(n, tape.end());
            if (last != Tape.NO_SPIKE) {
                passRelease(last, n);
            }
            if (maximumOf[n] >= 0 && seeds.readout(maximumOf[n]) != 0) {
                passMaximum(n, maximumOf[n]);
            }
        }
    }

    private void passMaximum(int n, int readout) {
        double t = tape.readouts().maximumTime(readout);
        gradients.bias()[n] -= states.integralOfVoltage(n, t);
        states.readHead(n, t);
        states.jump(-seeds.readout(readout) * compiled.membraneRate()[n]);
        states.pushFree(n, t);
    }

    /** Goes back through the release after a spike: before it V is held. */
    private void passRelease(int spike, int n) {
        Parameters parameters = compiled.parameters();
        double vReset = parameters.vReset()[n];
        double bias = parameters.bias()[n];
        double t = tape.time(spike) + parameters.refractory()[n];
        gradients.bias()[n] -= states.integralOfVoltage(n, t);
        states.readHead(n, t);
        releaseV[n] = states.lamV() * (tape.releaseCurrent(spike) + bias - vReset);
        gradients.vReset()[n] -= parameters.tauMem()[n] * states.lamV();
        if (timeConstants) {
            gradients.tauMem()[n] += (vReset - bias) * states.tauMemOfVoltage();
        }
        states.pushHold(n, t);
    }

    /** Reads the adjoint at every arrival of a spike; returns how the loss depends on its time. */
    private double readRow(int k, int n) {
        int slot = compiled.synapses().rowStart(n);
        int rowEnd = compiled.synapses().rowStart(n + 1);
        if (factors == null) {
            double sum = 0;
            while (slot < rowEnd && tape.time(k) + compiled.synapses().delay()[slot] < tape.end()) {
                sum += readArrival(k, slot++);
            }
            return sum;
        }
        if (tape.time(k) < base - window) {
            base = tape.time(k);
            states.moveBase(base);
        }
        return streamRow(k, slot, rowEnd);
    }

    /** Reads a whole row with two exponentials. */
    private double streamRow(int k, int firstSlot, int rowEnd) {
        SynapseTable synapses = compiled.synapses();
        int[] target = synapses.target();
        int[] synapse = synapses.synapse();
        double[] weight = synapses.weight();
        double[] delay = synapses.delay();
        double[] membrane = factors.membrane();
        double[] synaptic = factors.synaptic();
        int[] head = states.head();
        int[] later = states.later();
        double[] knotTime = states.time();
        double[] ofMembrane = states.ofMembrane();
        double[] ofSynapse = states.ofSynapse();
        boolean[] plain = readPlainly;
        double[] ofWeight = gradients.weight();
        double[] ofDelay = gradients.delay();
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        double t = tape.time(k);
        double end = tape.end();
        double membraneNow = Exponential.exp(a * (t - base));
        double synapticNow = Exponential.exp(c * (t - base));
        double ratio = a / c;
        double tauSyn = 1 / c;
        double sum = 0;
        for (int slot = firstSlot; slot < rowEnd; slot++) {
            double arrival = t + delay[slot];
            if (arrival >= end) {
                break;
            }
            int m = target[slot];
            if (plain[m]) {
                sum += readArrival(k, slot);
                continue;
            }
            int knot = head[m];
            while (knotTime[knot] <= arrival) {
                knot = later[knot];
            }
            double ofV = ofMembrane[knot] * membraneNow * membrane[slot];
            double ofI = ofSynapse[knot] * synapticNow * synaptic[slot];
            double ofArrival = -weight[slot] * (ratio * ofV + ofI);
            ofWeight[synapse[slot]] -= tauSyn * (ofV + ofI);
            ofDelay[synapse[slot]] += ofArrival;
            sum += ofArrival;
        }
        return sum;
    }

    /** Reads one arrival in closed form; returns how the loss depends on its time. */
    private double readArrival(int k, int slot) {
        SynapseTable synapses = compiled.synapses();
        int m = synapses.target()[slot];
        int s = synapses.synapse()[slot];
        double w = synapses.weight()[slot];
        double arrival = tape.time(k) + synapses.delay()[slot];
        double tauSyn = compiled.parameters().tauSyn()[m];
        states.read(m, arrival);
        double ofArrival = w * (states.lamV() - states.lamI()) + kink(m, k, slot);
        gradients.weight()[s] -= tauSyn * states.lamI();
        gradients.delay()[s] += ofArrival;
        if (timeConstants) {
            gradients.tauMem()[m] += w * states.tauMemOfCurrent();
            gradients.tauSyn()[m] -= w * states.tauSynOfCurrent() / tauSyn;
        }
        trust.arrival(k, m, arrival);
        return ofArrival;
    }

    /** A maximum that sits on an arrival moves with it. */
    private double kink(int m, int spike, int slot) {
        int readout = maximumOf[m];
        if (readout < 0) {
            return 0;
        }
        ReadoutValues values = tape.readouts();
        boolean here = values.kinkSpike(readout) == spike && values.kinkSlot(readout) == slot;
        return here ? seeds.readout(readout) * values.kinkSlope(readout) : 0;
    }

    /** Goes back through a threshold crossing, where the loss depends on its time by s. */
    private void passCrossing(int k, int n, double s) {
        Parameters parameters = compiled.parameters();
        double t = tape.time(k);
        double tauMem = parameters.tauMem()[n];
        double vReset = parameters.vReset()[n];
        double g = s + releaseV[n];
        if (states.driveStrength(n) != 0) {
            double rate = states.driveRate(n);
            double weight = states.driveStrength(n) * Exponential.exp(-rate * t);
            double held = Math.min(t + parameters.refractory()[n], tape.end()) - t;
            g += weight * (parameters.vThreshold()[n] - vReset);
            gradients.vReset()[n] += weight * Exponential.integral(rate, held);
        }
        double drive = Math.max(tape.drive(k), slopeFloor * tauMem);
        double lamV = g / drive;
        gradients.vThreshold()[n] += lamV * tauMem;
        states.readHead(n, t);
        states.restart(lamV);
        // Arrivals at t that are still to be read acted before the crossing: to them the knot lies ahead.
        states.pushFree(n, Math.nextUp(t));
        trust.crossing(k, n, lamV);
        int previous = tape.previousSpike(k);
        if (previous != Tape.NO_SPIKE) {
            passRelease(previous, n);
        }
    }

    private void finishAtStart() {
        Parameters parameters = compiled.parameters();
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (compiled.isSource(n)) {
                continue;
            }
            gradients.bias()[n] -= states.integralOfVoltage(n, 0);
            states.readHead(n, 0);
            gradients.vInitial()[n] -= parameters.tauMem()[n] * states.lamV();
            if (timeConstants) {
                double start = parameters.vInitial()[n] - parameters.bias()[n];
                gradients.tauMem()[n] += start * states.tauMemOfVoltage();
            }
        }
    }
}
