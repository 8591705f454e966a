package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.event.FlightCalendar;
import io.github.lightcone.event.NeuronCalendar;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.Arrays;

/**
 * Certify, then look. Time is cut into slices. Within a slice contributions of arrivals commute, so they
 * are added up without being sorted; an exact bound then tells which neurons cannot cross their
 * threshold, whatever the order. Only the others are looked at event by event, and their crossings
 * become spikes in causal order.
 */
final class SlicedEngine {

    private final CompiledNetwork compiled;
    private final Tape tape;
    private final Observer observer;
    private final Slice slice = new Slice();
    private final SliceConstants ofSlices;
    private final SliceConstants ofLastSlice;
    private final SliceStates states;
    private final Candidates candidates;
    private final FlightCalendar inFlight = new FlightCalendar();
    private final NeuronCalendar releases;
    private final RunStatistics statistics = new RunStatistics();
    private int[] touched = new int[64];
    private int[] touchedBy = new int[64];
    private int touchedCount;
    private int touchStamp;

    private SpikeTrains input = SpikeTrains.none();
    private int nextArrivingInput;
    private int nextTapedInput;
    private double end;
    private double width;
    private int spikeLimit;
    private SliceConstants constants;

    SlicedEngine(CompiledNetwork compiled, Tape tape, Observer observer) {
        this.compiled = compiled;
        this.tape = tape;
        this.observer = observer;
        ofSlices = new SliceConstants(compiled);
        ofLastSlice = new SliceConstants(compiled);
        constants = ofSlices;
        states = new SliceStates(compiled);
        candidates = new Candidates(compiled, states, slice, tape, observer);
        releases = new NeuronCalendar(compiled.network().neuronCount());
    }

    RunStatistics statistics() {
        return statistics;
    }

    void run(SpikeTrains newInput, double newEnd, double newWidth, int newSpikeLimit) {
        input = newInput;
        end = newEnd;
        width = newWidth;
        spikeLimit = newSpikeLimit;
        nextArrivingInput = 0;
        nextTapedInput = 0;
        inFlight.clear();
        releases.clear();
        candidates.reset();
        states.reset();
        statistics.clear(width);
        double start = 0;
        for (long number = 0; start < end; number++) {
            double sliceEnd = Math.min((number + 1) * width, end);
            slice.open(number, start, sliceEnd, sliceEnd == end);
            constants = slice.isLast() ? ofLastSlice.fit(sliceEnd - start) : ofSlices.fit(width);
            accumulate();
            certify();
            look();
            spike();
            commit();
            start = sliceEnd;
        }
        tapeInputs(end);
        finish();
    }

    /** Adds up what arrives in this slice from spikes before it and from sources. */
    private void accumulate() {
        long number = slice.number();
        for (int entry = inFlight.take(number); entry >= 0; entry = inFlight.take(number)) {
            deliver(inFlight.time(entry), inFlight.source(entry), inFlight.slot(entry));
        }
        SynapseTable synapses = compiled.synapses();
        while (nextArrivingInput < input.size() && input.time(nextArrivingInput) < slice.end()) {
            int n = input.neuron(nextArrivingInput);
            deliver(input.time(nextArrivingInput), n, synapses.rowStart(n));
            nextArrivingInput++;
        }
    }

    private void deliver(double emitted, int source, int slot) {
        SynapseTable synapses = compiled.synapses();
        int rowEnd = synapses.rowStart(source + 1);
        int segment = slice.addSegment(emitted, source, slot);
        double[] delay = synapses.delay();
        int[] target = synapses.target();
        double[] weight = synapses.weight();
        double sliceEnd = slice.end();
        ResponseKernel kernel = constants.kernel;
        int segmentEnd;
        if (kernel == null) {
            segmentEnd = Accumulation.addMixed(
                    emitted,
                    slot,
                    rowEnd,
                    sliceEnd,
                    delay,
                    target,
                    weight,
                    compiled.membraneRate(),
                    compiled.synapticRate(),
                    states.sums);
        } else if (kernel.degree() == ResponseKernel.LOW_DEGREE) {
            segmentEnd =
                    Accumulation.addLow(emitted, slot, rowEnd, sliceEnd, delay, target, weight, kernel, states.sums);
        } else {
            segmentEnd =
                    Accumulation.addHigh(emitted, slot, rowEnd, sliceEnd, delay, target, weight, kernel, states.sums);
        }
        slice.endSegment(segment, segmentEnd);
        statistics.synapticEvents += segmentEnd - slot;
        sendOn(emitted, source, segmentEnd, rowEnd);
    }

    /** Puts a spike in flight to its first arrival after this slice. */
    private void sendOn(double emitted, int source, int slot, int rowEnd) {
        if (slot < rowEnd) {
            double arrival = emitted + compiled.synapses().delay()[slot];
            if (arrival < end) {
                inFlight.add(slice.number(), sliceOf(arrival), emitted, source, slot);
            }
        }
    }

    private long sliceOf(double t) {
        long number = (long) (t / width);
        while (number * width > t) {
            number--;
        }
        while ((number + 1) * width <= t) {
            number++;
        }
        return number;
    }

    /** Finds the neurons that might cross; watched and released ones are looked at in any case. */
    private void certify() {
        states.certify(constants, candidates);
        for (int n : observer.watchedNeurons()) {
            candidates.add(n);
        }
        long number = slice.number();
        for (int n = releases.take(number); n >= 0; n = releases.take(number)) {
            candidates.add(n);
        }
        statistics.slices++;
        statistics.candidates += candidates.count();
    }

    /** Walks each candidate through its arrivals to its first crossing. */
    private void look() {
        if (candidates.count() == 0) {
            return;
        }
        candidates.collect(compiled.synapses());
        for (int place = 0; place < candidates.count(); place++) {
            candidates.walk(place, slice.start());
        }
    }

    /** Makes crossings spikes, the earliest first; what they cause within the slice acts at once. */
    private void spike() {
        for (double t = candidates.crossings.time(); t != Double.POSITIVE_INFINITY; t = candidates.crossings.time()) {
            int n = candidates.crossings.neuron();
            int place = candidates.placeOf[n];
            tapeInputs(t);
            double current = candidates.currentAtCrossing(place, t);
            if (observer.watches(n)) {
                candidates.observeToCrossing(place, t);
            }
            addToTape(t, n, current - states.level(n));
            candidates.fire(place, t, current);
            touchStamp++;
            touch(place);
            sendOut(t, n);
            for (int k = 0; k < touchedCount; k++) {
                candidates.walk(touched[k], t);
            }
            touchedCount = 0;
        }
    }

    /** Sends a spike along its row: within the slice at once, beyond it by way of the calendar. */
    private void sendOut(double t, int n) {
        SynapseTable synapses = compiled.synapses();
        double[] delay = synapses.delay();
        int[] target = synapses.target();
        double[] weight = synapses.weight();
        double sliceEnd = slice.end();
        int rowEnd = synapses.rowStart(n + 1);
        int slot = synapses.rowStart(n);
        int segment = slice.addSegment(t, n, slot);
        for (; slot < rowEnd; slot++) {
            double arrival = t + delay[slot];
            if (arrival >= sliceEnd) {
                break;
            }
            slice.endSegment(segment, slot + 1);
            statistics.synapticEvents++;
            int m = target[slot];
            int place = candidates.placeOf[m];
            if (place >= 0) {
                candidates.insert(place, arrival, weight[slot], n, slot);
                touch(place);
            } else {
                actOnCertified(m, weight[slot], sliceEnd - arrival);
            }
        }
        sendOn(t, n, slot, rowEnd);
    }

    /** Adds an arrival to a certified neuron, which becomes a candidate if its bound no longer holds. */
    private void actOnCertified(int m, double weight, double remaining) {
        double a = compiled.membraneRate()[m];
        double c = compiled.synapticRate()[m];
        double voltage = a * Exponential.convolution(a, c, remaining);
        if (!states.addCertified(m, weight, voltage, Exponential.exp(-c * remaining))) {
            candidates.add(m);
            candidates.collectLate(m, compiled.synapses());
            touch(candidates.placeOf[m]);
            statistics.lateCandidates++;
        }
    }

    private void touch(int place) {
        if (place >= touchedBy.length) {
            touchedBy = Arrays.copyOf(touchedBy, Math.max(place + 1, 2 * touchedBy.length));
        }
        if (touchedBy[place] == touchStamp) {
            return;
        }
        touchedBy[place] = touchStamp;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touched.length);
        }
        touched[touchedCount++] = place;
    }

    /** Puts the spikes of sources up to a time on the tape. */
    private void tapeInputs(double t) {
        while (nextTapedInput < input.size() && input.time(nextTapedInput) <= t) {
            addToTape(input.time(nextTapedInput), input.neuron(nextTapedInput), Double.NaN);
            nextTapedInput++;
        }
    }

    private void addToTape(double t, int n, double drive) {
        if (tape.spikeCount() >= spikeLimit) {
            throw new SpikeLimitException(spikeLimit, t);
        }
        tape.add(t, n, drive);
    }

    /** Makes the end of the slice the start of the next. */
    private void commit() {
        for (; nextTapedInput < nextArrivingInput; nextTapedInput++) {
            addToTape(input.time(nextTapedInput), input.neuron(nextTapedInput), Double.NaN);
        }
        for (int place = 0; place < candidates.count(); place++) {
            int n = candidates.neuron(place);
            if (observer.watches(n)) {
                candidates.observeToEnd(place);
            } else if (states.heldUntil[n] != Double.NEGATIVE_INFINITY) {
                releases.add(slice.number(), sliceOf(states.heldUntil[n]), n);
            }
        }
        candidates.reset();
        states.commit();
    }

    private void finish() {
        for (int n : observer.watchedNeurons()) {
            observer.ended(n, states.startVoltage(n), states.i[n]);
        }
        tape.addSynapticEvents(statistics.synapticEvents);
        statistics.spikes = tape.spikeCount();
    }
}
