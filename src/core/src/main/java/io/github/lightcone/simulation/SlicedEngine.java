package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.SynapseParts;
import io.github.lightcone.connectivity.Synapses;
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
    private Lane[] lanes = new Lane[0];
    private LaneTeam alone;
    private boolean ringed;
    private long version;
    private int threads = 1;
    private final IntegralsOfTape integrals;
    private final RunStatistics statistics = new RunStatistics();

    private SpikeTrains input = SpikeTrains.none();
    private int firstInput;
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
    }

    RunStatistics statistics() {
        return statistics;
    }

    void threads(int newThreads) {
        threads = newThreads;
    }

    void alwaysStream(boolean stream) {
        alwaysStream = stream;
    }

    void run(SpikeTrains newInput, double end, double width, int newSpikeLimit) {
        input = newInput;
        spikeLimit = newSpikeLimit;
        firstInput = 0;
        nextArrivingInput = 0;
        nextTapedInput = 0;
        emitted = 0;
        states.reset();
        prepareLanes(width);
        for (Lane lane : lanes) {
            lane.reset(width);
        }
        statistics.clear(width);
        statistics.delivery = lanes[0].deliveryName();
        try (LaneTeam team = threads > 1 && lanes.length > 1 ? new LaneTeam(lanes, threads, this::sweep) : alone) {
            for (long number = 0; number * width < end; number++) {
                slice.open(number, width, end, ofWhole, ofCut);
                openInputs();
                team.step();
                spike();
                commit();
            }
        }
        tapeInputs(end);
        finish();
    }

    /** Makes the lanes, unless they still fit the network. */
    private void prepareLanes(double width) {
        boolean nowRinged = !alwaysStream && RingDelivery.suits(compiled, width);
        int count = nowRinged ? 1 : compiled.isCompact() ? compiled.partCount() : threads;
        boolean copied = count > 1 && !compiled.isCompact();
        if (lanes.length == count && ringed == nowRinged && !(copied && version != compiled.version())) {
            return;
        }
        SynapseParts parts = compiled.parts(count);
        ringed = nowRinged;
        version = compiled.version();
        lanes = new Lane[count];
        for (int k = 0; k < count; k++) {
            Synapses rows = parts.part(k);
            NeuronRange targets = parts.targets(k);
            Delivery delivery = ringed ? new RingDelivery(compiled) : new StreamingDelivery(compiled, rows, targets);
            lanes[k] = new Lane(compiled, rows, targets, delivery, slice, states, tape, observer);
        }
        alone = new LaneTeam(lanes, 1, this::sweep);
    }

    /** Finds the spikes of sources in this slice. */
    private void openInputs() {
        firstInput = nextArrivingInput;
        while (nextArrivingInput < input.size() && input.time(nextArrivingInput) < slice.end()) {
            nextArrivingInput++;
        }
    }

    /** What each lane does in a slice on its own, up to its first crossings. */
    private void sweep(Lane lane) {
        accumulate(lane);
        lane.certify();
        lane.look();
    }

    /** Adds up what arrives in this slice from spikes before it and from sources. */
    private void accumulate(Lane lane) {
        lane.accumulate();
        for (int k = firstInput; k < nextArrivingInput; k++) {
            lane.accumulate(input.time(k), input.neuron(k), emitted + k - firstInput);
        }
    }

    /** Makes crossings spikes, the earliest first; what they cause within the slice acts at once. */
    private void spike() {
        emitted += nextArrivingInput - firstInput;
        for (Lane lane = earliest(); lane != null; lane = earliest()) {
            if (lane.walkAgain()) {
                continue;
            }
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
            statistics.walks += lane.walks;
        }
        integrals.read(tape, states);
        tape.addSynapticEvents(statistics.synapticEvents);
        statistics.spikes = tape.spikeCount();
    }
}
