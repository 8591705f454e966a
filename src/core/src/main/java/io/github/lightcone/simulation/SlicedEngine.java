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

    private static final int NO_NEURON = -1;

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
    private long synapsesForThreads;
    private final IntegralsOfTape integrals;
    private final RunStatistics statistics = new RunStatistics();

    /** What the run did before the state that was loaded last. */
    private final RunStatistics before = new RunStatistics();

    private SpikeTrains input = SpikeTrains.none();
    private int firstInput;
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
    }

    RunStatistics statistics() {
        return statistics;
    }

    void threads(int newThreads, long fromSynapses) {
        threads = newThreads;
        synapsesForThreads = fromSynapses;
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
        prepareLanes();
        for (Lane lane : lanes) {
            lane.reset(width);
        }
        before.clear(width);
        statistics.clear(width);
        statistics.delivery = lanes[0].deliveryName();
        statistics.lanes = lanes.length;
    }

    /**
     * Runs on to a time, at which the run ends or pauses.
     *
     * @param beforeCut is called ahead of the last slice, which may be cut short
     */
    void runTo(double end, Runnable beforeCut) {
        try (LaneTeam team = threads > 1 && lanes.length > 1 ? new LaneTeam(lanes, threads, this::sweep) : alone) {
            while ((number + 1) * width < end) {
                step(team, end);
            }
            beforeCut.run();
            if (end > 0) {
                step(team, end);
            }
        }
        tapeInputs(end);
        finish(end);
    }

    private void step(LaneTeam team, double end) {
        slice.open(number++, width, end, ofWhole, ofCut);
        openInputs();
        team.step();
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
        rewindInput();
    }

    private void rewindInput() {
        firstInput = firstInputToCome;
        nextArrivingInput = firstInputToCome;
        nextTapedInput = firstInputToCome;
    }

    /** Saves the state between two slices; not the spikes on the tape, nor the input that is to come. */
    void save(StateWriter out) {
        firstInputToCome = nextTapedInput;
        openBetween();
        out.put(number);
        states.save(out);
        count();
        statistics.save(out);
        for (Lane lane : lanes) {
            lane.saveReleases(out, slice);
        }
        out.put(NO_NEURON);
        for (Lane lane : lanes) {
            lane.delivery().save(out, slice);
        }
        tape.save(out);
        observer.save(out);
    }

    /** Goes on from a state that was saved, with at least its spikes on the tape. */
    void load(StateReader in) {
        rewindInput();
        number = in.getLong();
        openBetween();
        states.load(in);
        before.load(in);
        for (Lane lane : lanes) {
            lane.reset(width);
        }
        for (int n = in.getInt(); n != NO_NEURON; n = in.getInt()) {
            long release = in.getLong();
            for (Lane lane : lanes) {
                lane.loadRelease(n, release, slice);
            }
        }
        for (Lane lane : lanes) {
            lane.delivery().load(in, slice);
        }
        tape.load(in);
        observer.load(in);
        resumeFlights();
    }

    /** Opens the next slice as if the run had no end. */
    private void openBetween() {
        slice.open(number, width, Double.POSITIVE_INFINITY, ofWhole, ofCut);
    }

    /** Brings the spikes in flight back on their way, the last ones on the tape, in the order of emission. */
    private void resumeFlights() {
        emitted = tape.spikeCount();
        int from = emitted;
        while (from > 0 && tape.time(from - 1) + compiled.longestDelay() >= slice.start()) {
            from--;
        }
        while (from < emitted) {
            long ofSlice = slice.at(tape.time(from));
            int end = from;
            while (end < emitted && slice.at(tape.time(end)) == ofSlice) {
                end++;
            }
            int order = resume(from, end, true, from);
            resume(from, end, false, order);
            from = end;
        }
    }

    /** Resumes those spikes of one slice that are of sources, which come first, or those that are not. */
    private int resume(int from, int end, boolean ofSources, int firstOrder) {
        int order = firstOrder;
        for (int k = from; k < end; k++) {
            if (compiled.isSource(tape.neuron(k)) == ofSources) {
                for (Lane lane : lanes) {
                    lane.delivery().resume(tape.time(k), tape.neuron(k), order, slice);
                }
                order++;
            }
        }
        return order;
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
        return rings(forWidth) ? RingDelivery.NAME : StreamingDelivery.NAME;
    }

    private boolean rings(double forWidth) {
        return !alwaysStream && RingDelivery.suits(compiled, forWidth);
    }

    private int laneCount(boolean ring) {
        if (compiled.isCompact()) {
            return compiled.partCount();
        }
        return ring || compiled.synapseCount() < synapsesForThreads ? 1 : threads;
    }

    /** Makes the lanes, unless they still fit the network. */
    private void prepareLanes() {
        boolean nowRinged = rings(width);
        int count = laneCount(nowRinged);
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
            Delivery delivery = ringed ? new RingDelivery(compiled) : new StreamingDelivery(rows, targets);
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
            giveUp(t);
            throw new SpikeLimitException(spikeLimit, t);
        }
        tape.add(t, n, drive);
    }

    /** Leaves the tape of a run that ends at a time within the slice. */
    private void giveUp(double t) {
        tape.giveUp(t);
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            int spike = tape.lastSpike(n);
            if (spike != Tape.NO_SPIKE
                    && tape.time(spike) + compiled.parameters().refractory()[n] > t) {
                tape.releaseCurrent(spike, Double.NaN);
            }
        }
        report();
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

    private void finish(double end) {
        tape.endAt(end);
        observer.endAt(end);
        int[] watched = observer.watchedNeurons();
        for (int k = 0; k < watched.length; k++) {
            observer.ended(watched[k], states.startVoltage(watched[k]), states.i[watched[k]]);
        }
        report();
    }

    /** Reads those integrals that are read off the tape of a run that has ended; once. */
    void readIntegrals() {
        integrals.read(tape, states);
    }

    private void count() {
        statistics.clear(width);
        statistics.add(before);
        for (Lane lane : lanes) {
            lane.addTo(statistics);
        }
    }

    private void report() {
        count();
        tape.addSynapticEvents(statistics.synapticEvents);
        statistics.spikes = tape.spikeCount();
        statistics.slices = number;
        statistics.bytes += compiled.synapseBytes() + tape.bytes();
    }
}
