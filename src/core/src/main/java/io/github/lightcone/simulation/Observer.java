package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.Flow;
import java.util.Arrays;
import java.util.List;

/**
 * Reads integrals, maxima and margins off the voltage as neurons are moved on. Integrals of leaky
 * integrators need no watching, see {@link IntegralsOfTape}.
 */
final class Observer {

    private static final int NONE = -1;

    private final CompiledNetwork compiled;
    private final Tape tape;
    private final List<Readout> readouts;
    private final boolean everyIntegral;
    private final int[] integralOf;
    private final int[] maximumOf;
    private final double[] arrivalTime;
    private final double[] slopeBeforeArrivals;
    private boolean margins;
    private StateRecorder recorder = StateRecorder.NOTHING;
    private final boolean[] watched;
    private int[] watchedNeurons = new int[0];
    private double end;

    /**
     * Makes an observer.
     *
     * @param everyIntegral whether integrals of leaky integrators are read off as they are moved on, too
     */
    Observer(CompiledNetwork compiled, List<Readout> readouts, Tape tape, boolean everyIntegral) {
        this.compiled = compiled;
        this.everyIntegral = everyIntegral;
        this.readouts = List.copyOf(readouts);
        this.tape = tape;
        int neurons = compiled.network().neuronCount();
        integralOf = new int[neurons];
        maximumOf = new int[neurons];
        arrivalTime = new double[neurons];
        slopeBeforeArrivals = new double[neurons];
        watched = new boolean[neurons];
        Arrays.fill(integralOf, NONE);
        Arrays.fill(maximumOf, NONE);
        for (int r = 0; r < this.readouts.size(); r++) {
            register(compiled, r);
        }
    }

    private void register(CompiledNetwork network, int r) {
        Readout readout = readouts.get(r);
        int n = readout.neuron();
        Network description = network.network();
        if (n < 0 || n >= description.neuronCount() || network.isSource(n)) {
            throw new IllegalArgumentException("readout " + r + ": neuron " + n + " has no voltage");
        }
        boolean maximum = readout.kind() == Readout.Kind.MAXIMUM;
        for (int earlier = 0; earlier < r; earlier++) {
            if (readouts.get(earlier).neuron() == n && readouts.get(earlier).kind() == readout.kind()) {
                throw new IllegalArgumentException(
                        "readout " + r + ": " + description.describeNeuron(n) + " has one of this kind already");
            }
        }
        if (maximum) {
            maximumOf[n] = r;
        } else if (everyIntegral || network.isSpiking(n)) {
            integralOf[n] = r;
        }
    }

    boolean tracksMargins() {
        return margins;
    }

    StateRecorder recorder() {
        return recorder;
    }

    List<Readout> readouts() {
        return readouts;
    }

    private void collectWatched() {
        int count = 0;
        for (boolean each : watched) {
            count += each ? 1 : 0;
        }
        if (watchedNeurons.length != count) {
            watchedNeurons = new int[count];
        }
        for (int n = watched.length - 1; n >= 0; n--) {
            if (watched[n]) {
                watchedNeurons[--count] = n;
            }
        }
    }

    /** Returns the neurons this needs to see every move of; not a copy. */
    int[] watchedNeurons() {
        return watchedNeurons;
    }

    /** Returns whether this needs to see every move of a neuron. */
    boolean watches(int n) {
        return watched[n];
    }

    /** Prepares for a run. */
    void reset(boolean trackMargins, StateRecorder newRecorder, double newEnd) {
        margins = trackMargins;
        recorder = newRecorder;
        end = newEnd;
        recorder.rewind();
        Arrays.fill(arrivalTime, Double.NaN);
        for (int n = 0; n < watched.length; n++) {
            watched[n] = integralOf[n] != NONE
                    || maximumOf[n] != NONE
                    || recorder.rowOf(n) != NONE
                    || (margins && compiled.isSpiking(n));
        }
        collectWatched();
        for (int r = 0; r < readouts.size(); r++) {
            int n = readouts.get(r).neuron();
            if (maximumOf[n] == r) {
                tape.readouts().offerMaximum(maximumOf[n], compiled.parameters().vInitial()[n], 0);
            }
        }
    }

    /** V was held at {@code v} above the bias over a stretch, with current i at its start. */
    void held(int n, double from, double to, double v, double i) {
        double s = to - from;
        recorder.held(n, from, to, v + compiled.parameters().bias()[n], i, compiled.synapticRate()[n]);
        if (integralOf[n] != NONE) {
            double rate = readouts.get(integralOf[n]).rate();
            double voltage = v + compiled.parameters().bias()[n];
            tape.readouts()
                    .addIntegral(
                            integralOf[n], voltage * Exponential.exp(-rate * from) * Exponential.integral(rate, s));
        }
    }

    /** V flowed freely over a stretch, from v to vEnd above the bias, with current i at its start. */
    void flowed(int n, double from, double to, double v, double i, double vEnd) {
        double s = to - from;
        if (recorder.rowOf(n) != NONE) {
            recorder.flowed(
                    n,
                    from,
                    to,
                    v,
                    i,
                    compiled.parameters().bias()[n],
                    compiled.membraneRate()[n],
                    compiled.synapticRate()[n]);
        }
        if (integralOf[n] != NONE) {
            integrate(n, from, s, v, i, vEnd);
        }
        if ((maximumOf[n] != NONE || (margins && compiled.isSpiking(n))) && i > v) {
            offerPeak(n, from, s, v, i, vEnd);
        }
    }

    /**
     * Offers the maximum of a stretch at whose start V rises. The slope at the end decides whether there is
     * one, by the same numbers that {@link #received} looks at: a peak that coincides with the end, by
     * rounding on either side of it, belongs to one of the two.
     */
    private void offerPeak(int n, double from, double s, double v, double i, double vEnd) {
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        if (Flow.current(c, i, s) > vEnd) {
            return;
        }
        double peak = Flow.extremum(a, c, v, i);
        double at = peak > 0 && peak < s ? peak : s;
        offer(n, Flow.voltage(a, c, v, i, at), from + at);
    }

    /**
     * Integrating {@code e^{-r t} (v' / a + v - i) = 0} by parts over the stretch gives the integral of
     * {@code e^{-r t} v} from the integral of the current and the values at the ends: no pole, no cases.
     */
    private void integrate(int n, double from, double s, double v, double i, double vEnd) {
        double r = readouts.get(integralOf[n]).rate();
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        double ofCurrent = i * Exponential.integral(r + c, s);
        double change = (Exponential.exp(-r * s) * vEnd - v) / a;
        double ofBias = compiled.parameters().bias()[n] * Exponential.integral(r, s);
        double part = (ofCurrent - change) / (1 + r / a) + ofBias;
        tape.readouts().addIntegral(integralOf[n], Exponential.exp(-r * from) * part);
    }

    /** A spike has just acted on a neuron that is not held, through a slot of rows; the current was {@code before}. */
    void received(int n, double t, double v, double before, double after, Synapses rows, int source, int slot) {
        if (maximumOf[n] == NONE && !margins) {
            return;
        }
        if (arrivalTime[n] != t) {
            arrivalTime[n] = t;
            slopeBeforeArrivals[n] = before - v;
        }
        if (slopeBeforeArrivals[n] > 0 && after <= v) {
            if (maximumOf[n] != NONE) {
                offerKink(n, t, v, rows, source, slot);
            }
            offerMargin(n, v);
        }
    }

    private void offerKink(int n, double t, double v, Synapses rows, int source, int slot) {
        double voltage = v + compiled.parameters().bias()[n];
        if (!(voltage >= tape.readouts().value(maximumOf[n]))) {
            return;
        }
        double slope = slopeBeforeArrivals[n] * compiled.membraneRate()[n];
        int spike = tape.spikeArriving(source, rows.delay(source, slot), t);
        int slotInTable = compiled.slotInTable(rows, source, slot);
        tape.readouts().offerKink(maximumOf[n], voltage, t, spike, slotInTable, slope);
    }

    void save(StateWriter out) {
        recorder.save(out);
    }

    /** Loads how far the recorder has come; no arrival is seen twice. */
    void load(StateReader in) {
        recorder.load(in);
        Arrays.fill(arrivalTime, Double.NaN);
    }

    /** Sets when the run ends, or pauses. */
    void endAt(double newEnd) {
        end = newEnd;
    }

    /** The run has ended, or pauses, with v above the bias and current i. */
    void ended(int n, double v, double i) {
        recorder.ended(n, end, v + compiled.parameters().bias()[n], i);
        offer(n, v, end);
        if (maximumOf[n] != NONE && tape.spikeCountOf(n) > 0) {
            double threshold = compiled.parameters().vThreshold()[n];
            tape.readouts().setMaximum(maximumOf[n], threshold, tape.time(tape.firstSpike(n)));
        }
    }

    private void offer(int n, double v, double t) {
        if (maximumOf[n] != NONE) {
            tape.readouts().offerMaximum(maximumOf[n], v + compiled.parameters().bias()[n], t);
        }
        offerMargin(n, v);
    }

    private void offerMargin(int n, double v) {
        if (margins && compiled.isSpiking(n)) {
            Parameters parameters = compiled.parameters();
            tape.offerMargin(n, parameters.vThreshold()[n] - parameters.bias()[n] - v);
        }
    }
}
