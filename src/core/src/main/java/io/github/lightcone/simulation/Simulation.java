package io.github.lightcone.simulation;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.neuron.ParameterCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A run in progress, which pauses where it is told to and goes on from there. In however many pieces it is
 * run, and on however many machines, it ends with the same bits as one run without a pause that was given
 * all input in advance.
 *
 * <p>In a pause the {@link #tape} and the state are those of a run that ends {@link #now}. An arrival at
 * this very time has not acted yet. A crossing at this very time is on the tape, but not yet final: input
 * {@linkplain #inject injected} for the same time that arrives without delay still acts before it.
 *
 * <p>A pause costs time proportional to the neurons and to the spikes in flight, and memory likewise. The
 * workspace is that of the simulator: once that begins another run, this one cannot be used any more.
 */
public final class Simulation {

    private static final byte[] NOTHING = new byte[0];

    private final Simulator simulator;
    private final CompiledNetwork compiled;
    private final long version;
    private final long runNumber;
    private final Tape tape;
    private final Observer observer;
    private final SlicedEngine engine;

    /** The state at the start of the slice in which the run pauses, from where it goes on. */
    private final StateImage boundary = new StateImage();

    private long boundaryNumber = -1;
    private SpikeTrains.Builder injected = SpikeTrains.builder();
    private boolean anyInjected;
    private double now;
    private boolean broken;
    private boolean integralsRead;
    private byte[] attachment = NOTHING;

    /** Takes over a run that has just been started, and pauses at its start. */
    Simulation(Simulator simulator, Tape tape, Observer observer, SlicedEngine engine) {
        this.simulator = simulator;
        compiled = simulator.compiled();
        version = compiled.version();
        runNumber = simulator.runNumber();
        this.tape = tape;
        this.observer = observer;
        this.engine = engine;
        saveBoundary();
        runTo(0);
    }

    /** Takes over a run that has just been started, and brings it to where it was saved. */
    Simulation(
            Simulator simulator, Tape tape, Observer observer, SlicedEngine engine, double savedNow, StateReader in) {
        this(simulator, tape, observer, engine);
        attachment = new byte[in.getInt()];
        in.get(attachment);
        in.get(boundary);
        engine.input(loadInput(in));
        tape.clear(0, observer.tracksMargins());
        tape.loadSpikes(in);
        observer.recorder().loadSamples(savedNow, in);
        runTo(savedNow);
    }

    /** Returns the time at which the run pauses, ms. */
    public double now() {
        return now;
    }

    /**
     * Gives a spike source a spike.
     *
     * @param neuron a spike source; to drive a neuron of another kind, connect a source to it
     * @param time ms, now or later
     * @throws IllegalArgumentException if the neuron is no source, or the time is in the past
     */
    public void inject(int neuron, double time) {
        requireUsable();
        simulator.requireSource("input spike", neuron);
        requireNotPast("input spike", neuron, time);
        injected.add(neuron, time);
        anyInjected = true;
    }

    /**
     * Gives spike sources spikes.
     *
     * @param input spikes from now on
     * @throws IllegalArgumentException if one belongs to no source or is in the past; then none is taken
     */
    public void inject(SpikeTrains input) {
        requireUsable();
        simulator.checkSources(input);
        if (input.size() > 0) {
            requireNotPast("input spike 0", input.neuron(0), input.time(0));
            for (int k = 0; k < input.size(); k++) {
                injected.add(input.neuron(k), input.time(k));
            }
            anyInjected = true;
        }
    }

    private void requireNotPast(String spike, int neuron, double time) {
        if (time < now) {
            throw new IllegalArgumentException(
                    spike + " of " + compiled.network().describeNeuron(neuron) + " at " + time
                            + " ms is in the past: the run is at " + now + " ms");
        }
    }

    /**
     * Runs on.
     *
     * @param time where to pause, ms, not in the past; now, to let what was injected for now take effect
     * @throws IllegalArgumentException if the time is in the past
     * @throws IllegalStateException if the simulator has begun another run, the network's numbers have been
     *     updated, or the run was stopped before
     * @throws SpikeLimitException if there are more spikes than the simulator allows; the tape then holds
     *     those before, and the run cannot go on
     */
    public void runTo(double time) {
        requireUsable();
        ParameterCheck.nonNegative("time", time);
        if (time < now) {
            throw new IllegalArgumentException("cannot run back to " + time + " ms: the run is at " + now + " ms");
        }
        broken = true;
        try {
            takeInjected();
            engine.load(new StateReader(boundary.open()));
            integralsRead = false;
            engine.runTo(time, this::saveBoundary);
            now = time;
            broken = false;
        } catch (SpikeLimitException stopped) {
            now = stopped.time();
            throw stopped;
        }
    }

    private void takeInjected() {
        if (anyInjected) {
            engine.input(engine.inputToCome().and(injected.build()));
            injected = SpikeTrains.builder();
            anyInjected = false;
        }
    }

    /** Keeps the state between two slices, unless it is the one that is kept. */
    private void saveBoundary() {
        if (engine.number() == boundaryNumber) {
            return;
        }
        boundary.clear();
        StateWriter out = new StateWriter(boundary);
        engine.save(out);
        out.flush();
        boundaryNumber = engine.number();
    }

    /** Returns V of a neuron now; the reset voltage while it is refractory. */
    public double voltage(int neuron) {
        requireState(neuron);
        return engine.voltage(neuron);
    }

    /** Returns I of a neuron now, before what arrives at this very time. */
    public double current(int neuron) {
        requireState(neuron);
        return engine.current(neuron);
    }

    /** Returns whether a neuron is refractory now. */
    public boolean isHeld(int neuron) {
        requireState(neuron);
        return engine.isHeld(neuron);
    }

    private void requireState(int neuron) {
        requireUsable();
        if (neuron < 0 || neuron >= compiled.network().neuronCount() || compiled.isSource(neuron)) {
            throw new IllegalArgumentException("neuron " + neuron + " has no voltage");
        }
    }

    /**
     * Returns the tape of a run that ends now. It is overwritten when the run goes on; {@link Tape#copy}
     * keeps it. After a {@link SpikeLimitException} it is that of the spikes before, without readouts.
     *
     * <p>If there are readouts that are integrals of leaky integrators, the first call in a pause takes time
     * proportional to the spikes so far.
     */
    public Tape tape() {
        requireInProgress();
        if (!integralsRead && !broken) {
            engine.readIntegrals();
            integralsRead = true;
        }
        return tape;
    }

    /** Returns what the run did so far. */
    public RunStatistics statistics() {
        requireInProgress();
        return engine.statistics();
    }

    /**
     * Saves the run to a file, see {@link Simulator#restore}.
     *
     * @throws IOException if the file cannot be written; a former file of this name then stays as it is
     */
    public void save(Path file) throws IOException {
        save(file, NOTHING);
    }

    /**
     * Saves the run to a file, with what the caller needs to go on, such as the states of his random
     * generators.
     *
     * @param bytes what {@link #attachment} is to return once the run is restored
     * @throws IOException if the file cannot be written; a former file of this name then stays as it is
     */
    public void save(Path file, byte[] bytes) throws IOException {
        requireUsable();
        SnapshotFile.write(file, out -> saveContent(bytes, out));
    }

    /**
     * Writes what {@link #save(Path)} writes to a file, for a caller who sees to it himself that a file is
     * written whole or not at all.
     *
     * @param out stays open
     */
    public void save(OutputStream out) throws IOException {
        requireUsable();
        SnapshotFile.write(out, content -> saveContent(NOTHING, content));
    }

    private void saveContent(byte[] bytes, StateWriter out) {
        takeInjected();
        RunIdentity identity = RunIdentity.of(
                compiled,
                observer.readouts(),
                observer.tracksMargins(),
                observer.recorder(),
                now,
                engine.statistics().sliceWidth(),
                engine.statistics().delivery());
        out.put(now);
        identity.save(out);
        out.put(bytes.length);
        out.put(bytes);
        out.put(boundary);
        saveInput(engine.inputToCome(), out);
        tape.saveSpikes(out);
        observer.recorder().saveSamples(now, out);
    }

    /** Returns what was attached to the snapshot this run was restored from; otherwise nothing. */
    public byte[] attachment() {
        return attachment.clone();
    }

    private static void saveInput(SpikeTrains input, StateWriter out) {
        out.put(input.size());
        for (int k = 0; k < input.size(); k++) {
            out.put(input.neuron(k));
            out.put(input.time(k));
        }
    }

    private static SpikeTrains loadInput(StateReader in) {
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int left = in.getInt(); left > 0; left--) {
            int neuron = in.getInt();
            input.add(neuron, in.getDouble());
        }
        return input.build();
    }

    private void requireUsable() {
        requireInProgress();
        if (broken) {
            throw new IllegalStateException("the run was stopped at " + now + " ms and cannot go on");
        }
        if (compiled.version() != version) {
            throw new IllegalStateException("the network's numbers were updated: this run cannot go on");
        }
    }

    private void requireInProgress() {
        if (simulator.runNumber() != runNumber) {
            throw new IllegalStateException("the simulator has begun another run: this one cannot be used any more");
        }
    }
}
