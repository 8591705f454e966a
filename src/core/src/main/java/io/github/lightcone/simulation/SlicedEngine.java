package io.github.lightcone.simulation;

import io.github.lightcone.event.SpikeTrains;

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
    private final SliceConstants ofWhole;
    private final SliceConstants ofCut;
    private final SliceStates states;
    private final Lane[] lanes;
    private final IntegralsOfTape integrals;
    private RingDelivery ring;
    private StreamingDelivery streaming;
    private final RunStatistics statistics = new RunStatistics();

    private SpikeTrains input = SpikeTrains.none();
    private int nextArrivingInput;
    private int nextTapedInput;
    private int firstInputToCome;
    private int emitted;
    private int spikeLimit;
    private double width;

    /** The slice that comes next. */
    private long number;

    private boolean alwaysStream;

    SlicedEngine(CompiledNetwork compiled, Tape tape, Observer observer) {
        this.compiled = compiled;
        this.tape = tape;
        this.observer = observer;
        ofWhole = new SliceConstants(compiled);
        ofCut = new SliceConstants(compiled);
        states = new SliceStates(compiled);
        integrals = new IntegralsOfTape(compiled, observer.readouts());
        int neurons = compiled.network().neuronCount();
        lanes = new Lane[] {new Lane(compiled, 0, neurons, slice, states, tape, observer)};
    }

    RunStatistics statistics() {
        return statistics;
    }

    void alwaysStream(boolean stream) {
        alwaysStream = stream;
    }

    /** Prepares for a run from time 0. */
    void start(SpikeTrains newInput, double newWidth, int newSpikeLimit) {
        spikeLimit = newSpikeLimit;
        width = newWidth;
        number = 0;
        emitted = 0;
        input(newInput);
        states.reset();
        for (Lane lane : lanes) {
            lane.reset(delivery(width), width);
        }
        statistics.clear(width);
        statistics.delivery = deliveryName(width);
    }

    /** Runs all slices that end before a time. */
    void advance(double end) {
        while ((number + 1) * width < end) {
            step(end);
        }
    }

    /** Runs the slice that ends at a time or is cut there, and ends the run. */
    void finish(double end) {
        tape.endAt(end);
        observer.endAt(end);
        if (end > 0) {
            step(end);
        }
        tapeInputs(end);
        int[] watched = observer.watchedNeurons();
        for (int k = 0; k < watched.length; k++) {
            observer.ended(watched[k], states.startVoltage(watched[k]), states.i[watched[k]]);
        }
        count();
    }

    private void step(double end) {
        slice.open(number++, width, end, ofWhole, ofCut);
        accumulate();
        certify();
        look();
        spike();
        commit();
    }

    /** Returns the slice that comes next. */
    long number() {
        return number;
    }

    /** Returns the spikes of sources that were still to come when the state was last saved. */
    SpikeTrains inputToCome() {
        return input.from(firstInputToCome);
    }

    /** Replaces them; {@link #load} goes on with these. */
    void input(SpikeTrains toCome) {
        input = toCome;
        firstInputToCome = 0;
        nextArrivingInput = 0;
        nextTapedInput = 0;
    }

    /** Saves the state between two slices, without the input that is to come. */
    void save(StateWriter out) {
        openBetween();
        firstInputToCome = nextTapedInput;
        out.put(number);
        out.put(emitted);
        states.save(out);
        for (Lane lane : lanes) {
            lane.save(out, slice);
        }
        tape.save(out);
        observer.save(out);
    }

    /** Goes back, or in a run that has just been started goes on, to a state that was saved. */
    void load(StateReader in) {
        number = in.getLong();
        openBetween();
        nextArrivingInput = firstInputToCome;
        nextTapedInput = firstInputToCome;
        emitted = in.getInt();
        states.load(in);
        for (Lane lane : lanes) {
            lane.load(in, slice);
        }
        tape.load(in);
        observer.load(in);
    }

    private void openBetween() {
        slice.open(number, width, Double.POSITIVE_INFINITY, ofWhole, ofCut);
    }

    /** Returns V of a neuron at the end of the last slice. */
    double voltage(int n) {
        return states.startVoltage(n) + compiled.parameters().bias()[n];
    }

    /** Returns I of a neuron at the end of the last slice. */
    double current(int n) {
        return states.i[n];
    }

    /** Returns whether a neuron is refractory at the end of the last slice. */
    boolean isHeld(int n) {
        return states.heldUntil[n] != Double.NEGATIVE_INFINITY;
    }

    /** Returns how spikes are delivered in slices of a width. */
    String deliveryName(double forWidth) {
        return delivery(forWidth).name();
    }

    private Delivery delivery(double forWidth) {
        if (!alwaysStream && RingDelivery.suits(compiled, forWidth)) {
            ring = ring == null ? new RingDelivery(compiled) : ring;
            return ring;
        }
        streaming = streaming == null ? new StreamingDelivery(compiled) : streaming;
        return streaming;
    }

    /** Adds up what arrives in this slice from spikes before it and from sources. */
    private void accumulate() {
        for (Lane lane : lanes) {
            lane.accumulate();
        }
        for (; nextArrivingInput < input.size() && input.time(nextArrivingInput) < slice.end(); nextArrivingInput++) {
            for (Lane lane : lanes) {
                lane.accumulate(input.time(nextArrivingInput), input.neuron(nextArrivingInput), emitted);
            }
            emitted++;
        }
    }

    /** Finds the neurons that might cross, the candidates. */
    private void certify() {
        for (Lane lane : lanes) {
            lane.certify();
        }
    }

    /** Walks each candidate through its arrivals to its first crossing. */
    private void look() {
        for (Lane lane : lanes) {
            lane.look();
        }
    }

    /** Makes crossings spikes, the earliest first; what they cause within the slice acts at once. */
    private void spike() {
        for (Lane lane = earliest(); lane != null; lane = earliest()) {
            double t = lane.candidates.crossings.time();
            int n = lane.candidates.crossings.neuron();
            tapeInputs(t);
            double current = lane.currentAtCrossing(t, n);
            addToTape(t, n, current - states.level(n));
            lane.fire(t, n, current);
            for (Lane each : lanes) {
                each.send(t, n, emitted);
            }
            emitted++;
        }
    }

    /** Returns the lane with the earliest crossing, the first of several, or null if there is none. */
    private Lane earliest() {
        Lane earliest = null;
        double time = Double.POSITIVE_INFINITY;
        for (Lane lane : lanes) {
            if (lane.candidates.crossings.time() < time) {
                time = lane.candidates.crossings.time();
                earliest = lane;
            }
        }
        return earliest;
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
            giveUp(t);
            throw new SpikeLimitException(spikeLimit, t);
        }
        tape.add(t, n, drive);
    }

    /** Leaves a tape that ends at a time within the slice. */
    private void giveUp(double t) {
        tape.giveUp(t);
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            int spike = tape.lastSpike(n);
            if (spike != Tape.NO_SPIKE
                    && tape.time(spike) + compiled.parameters().refractory()[n] > t) {
                tape.releaseCurrent(spike, Double.NaN);
            }
        }
        count();
    }

    /** Makes the end of the slice the start of the next. */
    private void commit() {
        for (; nextTapedInput < nextArrivingInput; nextTapedInput++) {
            addToTape(input.time(nextTapedInput), input.neuron(nextTapedInput), Double.NaN);
        }
        for (Lane lane : lanes) {
            lane.close();
        }
        states.commit();
    }

    /** Sums up what the lanes did. */
    private void count() {
        statistics.clear(width);
        for (Lane lane : lanes) {
            statistics.synapticEvents += lane.synapticEvents();
            statistics.candidates += lane.candidateCount;
            statistics.lateCandidates += lane.lateCandidateCount;
        }
        tape.addSynapticEvents(statistics.synapticEvents);
        statistics.spikes = tape.spikeCount();
        statistics.slices = number;
    }

    /** Reads the integrals that are read off the tape of a run that has ended; once. */
    void readIntegrals() {
        integrals.read(tape, states);
    }
}
