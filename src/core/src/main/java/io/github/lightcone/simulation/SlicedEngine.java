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
    private int emitted;
    private int spikeLimit;
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

    void run(SpikeTrains newInput, double end, double width, int newSpikeLimit) {
        input = newInput;
        spikeLimit = newSpikeLimit;
        nextArrivingInput = 0;
        nextTapedInput = 0;
        emitted = 0;
        states.reset();
        for (Lane lane : lanes) {
            lane.reset(delivery(width), width);
        }
        statistics.clear(width);
        statistics.delivery = delivery(width).name();
        if (end > 0) {
            long number = 0;
            do {
                slice.open(number++, width, end, ofWhole, ofCut);
                accumulate();
                certify();
                look();
                spike();
                commit();
            } while (!slice.isLast());
        }
        tapeInputs(end);
        finish();
    }

    private Delivery delivery(double width) {
        if (!alwaysStream && RingDelivery.suits(compiled, width)) {
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
            throw new SpikeLimitException(spikeLimit, t);
        }
        tape.add(t, n, drive);
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
        statistics.slices++;
    }

    private void finish() {
        int[] watched = observer.watchedNeurons();
        for (int k = 0; k < watched.length; k++) {
            observer.ended(watched[k], states.startVoltage(watched[k]), states.i[watched[k]]);
        }
        for (Lane lane : lanes) {
            statistics.synapticEvents += lane.synapticEvents();
            statistics.candidates += lane.candidateCount;
            statistics.lateCandidates += lane.lateCandidateCount;
        }
        integrals.read(tape, states);
        tape.addSynapticEvents(statistics.synapticEvents);
        statistics.spikes = tape.spikeCount();
    }
}
