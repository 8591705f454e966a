package io.github.lightcone.adjoint;

import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.CompiledNetwork;
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
 * <p>A surrogate that names the voltage before the spike ({@link LossSeeds#addSpikeVoltage}) adds {@code
 * -derivative / tauMem} to lamV_n(t-), and nothing to G.
 *
 * <p>An adjoint is a workspace for one thread; once warm, a pass allocates nothing.
 */
public final class Adjoint {

    /** Below this slope, 1/ms, a crossing counts as floored, unless set otherwise. */
    public static final double DEFAULT_SLOPE_FLOOR = 1e-12;

    /** How far the sweep may lie below the base of the exponentials, in time constants. */
    private static final double LONGEST_STRETCH = 200;

    private final CompiledNetwork compiled;
    private final List<Readout> readouts;
    private final boolean timeConstants;
    private final AdjointStates states;
    private final ArrivalReader arrivals;
    private final StreamedReader streamed;
    private final double[] releaseV;
    private final int[] maximumOf;
    private final int[] lastUnread;
    private final TrustCollector trust;
    private double slopeFloor = DEFAULT_SLOPE_FLOOR;
    private boolean sourceTimes = true;
    private double[] spikeGradient = new double[64];

    // Of the pass in progress.
    private Tape tape;
    private LossSeeds seeds;
    private Gradients gradients;

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
        lastUnread = new int[neurons];
        for (int r = 0; r < readouts.size(); r++) {
            if (readouts.get(r).kind() == Readout.Kind.MAXIMUM) {
                maximumOf[readouts.get(r).neuron()] = r;
            }
        }
        trust = new TrustCollector(compiled);
        arrivals = new ArrivalReader(compiled, states, trust, timeConstants);
        streamed = new StreamedReader(compiled, states, new DrivenSynapses(compiled, states, readouts));
    }

    /** Sets the slope, 1/ms, to which smaller slopes at crossings are raised; each is counted. */
    public Adjoint slopeFloor(double floor) {
        ParameterCheck.positive("slopeFloor", floor);
        slopeFloor = floor;
        return this;
    }

    /**
     * Sets whether passes find {@link #spikeGradient} of the spikes of sources, as they do unless told otherwise. Without,
     * rows of sources whose synapses share a delay are gone over once.
     */
    public Adjoint sourceTimes(boolean wanted) {
        sourceTimes = wanted;
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
        states.reset(tape);
        setDrives();
        startSpikes();
        if (canStream()) {
            stream();
        } else {
            arrivals.start(tape, gradients);
            startFromEnd();
            sweep(arrivals, tape.spikeCount(), 0);
        }
        finishAtStart();
    }

    /**
     * Returns the derivative of the loss with respect to the time of a spike of the last pass, through
     * what it sent out and through the loss itself: for the spike of a source, dL/dtime of the input, unless
     * {@link #sourceTimes} are not wanted.
     */
    public double spikeGradient(int spike) {
        return spikeGradient[spike];
    }

    /** Rows can be streamed where delays have factors and nothing but weights and delays is asked for. */
    private boolean canStream() {
        return !Double.isNaN(compiled.sharedMembraneRate())
                && !timeConstants
                && !trust.isEnabled()
                && compiled.delayFactors().available();
    }

    /** Sweeps stretch by stretch, so that exponentials of the time from a common base stay in bounds. */
    private void stream() {
        double fastest = Math.max(compiled.sharedMembraneRate(), compiled.sharedSynapticRate());
        states.factor(tape.end(), compiled.delayFactors().longestDelay());
        streamed.start(tape, gradients, sourceTimes);
        startFromEnd();
        double base = tape.end();
        int unread = tape.spikeCount();
        while (unread > 0) {
            streamed.base(base);
            int first = unread;
            while (first > 0 && tape.time(first - 1) >= base - LONGEST_STRETCH / fastest) {
                first--;
            }
            sweep(streamed, unread, first);
            unread = first;
            if (unread > 0) {
                base = tape.time(unread - 1);
                states.moveBase(base);
            }
        }
    }

    /**
     * Takes a stretch of spikes in descending time. Those of sources, on which nothing of the pass depends,
     * come after the crossings, row by row.
     */
    private void sweep(RowReader rows, int end, int first) {
        for (int k = end - 1; k >= first; k--) {
            int n = tape.neuron(k);
            if (!compiled.isSource(n)) {
                spikeGradient[k] += rows.read(k);
                passCrossing(k, n, spikeGradient[k]);
            }
        }
        for (int n = 0; n < lastUnread.length; n++) {
            if (lastUnread[n] >= first) {
                sweepRow(rows, n, first);
            }
        }
    }

    private void sweepRow(RowReader rows, int n, int first) {
        int k = lastUnread[n];
        for (; k >= first; k = tape.previousSpike(k)) {
            if (compiled.isSource(n)) {
                spikeGradient[k] += rows.read(k);
            }
        }
        lastUnread[n] = k;
        rows.finish(n);
    }

    private void setDrives() {
        for (int r = 0; r < readouts.size(); r++) {
            Readout readout = readouts.get(r);
            if (readout.kind() == Readout.Kind.INTEGRAL && seeds.readout(r) != 0) {
                states.drive(readout.neuron(), seeds.readout(r), readout.rate());
            }
        }
    }

    /** What the loss says of each spike: of its time, and of a maximum that sits on one of its arrivals. */
    private void startSpikes() {
        for (int k = 0; k < tape.spikeCount(); k++) {
            spikeGradient[k] = seeds.spikeTime(k);
        }
        for (int n = 0; n < lastUnread.length; n++) {
            lastUnread[n] = tape.lastSpike(n);
        }
        ReadoutValues values = tape.readouts();
        for (int r = 0; r < readouts.size(); r++) {
            if (readouts.get(r).kind() == Readout.Kind.MAXIMUM && values.kinkSpike(r) != Tape.NO_SPIKE) {
                double ofArrival = seeds.readout(r) * values.kinkSlope(r);
                gradients.writtenDelay()[compiled.synapses().synapse()[values.kinkSlot(r)]] += ofArrival;
                spikeGradient[values.kinkSpike(r)] += ofArrival;
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
            if (last != Tape.NO_SPIKE && maximumOf[n] >= 0) {
                // The maximum of a neuron that spiked is its threshold.
                gradients.vThreshold()[n] += seeds.readout(maximumOf[n]);
            }
            releaseV[n] = 0;
            if (last != Tape.NO_SPIKE && Double.isNaN(tape.releaseCurrent(last))) {
                states.pushHold(n, tape.time(last), tape.end());
                continue;
            }
            states.pushFree(n, freeSince(last, n), tape.end());
            if (last != Tape.NO_SPIKE) {
                passRelease(last, n);
            }
            if (last == Tape.NO_SPIKE && maximumOf[n] >= 0 && seeds.readout(maximumOf[n]) != 0) {
                passMaximum(n, maximumOf[n]);
            }
        }
    }

    private void passMaximum(int n, int readout) {
        double t = tape.readouts().maximumTime(readout);
        gradients.bias()[n] -= states.integralOfVoltage(n, t);
        states.readHead(n, t);
        states.jump(-seeds.readout(readout) * compiled.membraneRate()[n]);
        states.pushFree(n, 0, t);
    }

    /** Returns since when V has been free that was held after a spike, or 0 if there was none. */
    private double freeSince(int spike, int n) {
        return spike == Tape.NO_SPIKE
                ? 0
                : tape.time(spike) + compiled.parameters().refractory()[n];
    }

    /** Goes back through the release after a spike: before it V is held. */
    private void passRelease(int spike, int n) {
        Parameters parameters = compiled.parameters();
        double vReset = parameters.vReset()[n];
        double bias = parameters.bias()[n];
        double t = freeSince(spike, n);
        gradients.bias()[n] -= states.integralOfVoltage(n, t);
        states.readHead(n, t);
        releaseV[n] = states.lamV() * (tape.releaseCurrent(spike) + bias - vReset);
        gradients.vReset()[n] -= parameters.tauMem()[n] * states.lamV();
        if (timeConstants) {
            gradients.tauMem()[n] += (vReset - bias) * states.tauMemOfVoltage();
        }
        if (t > tape.time(spike)) {
            states.pushHold(n, tape.time(spike), t);
        }
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
        lamV -= seeds.spikeVoltage(k) / tauMem;
        states.readHead(n, t);
        states.restart(lamV);
        // Arrivals at t that are still to be read acted before the crossing: to them the knot lies ahead.
        int previous = tape.previousSpike(k);
        states.pushFree(n, freeSince(previous, n), Math.nextUp(t));
        trust.crossing(k, n, lamV);
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
