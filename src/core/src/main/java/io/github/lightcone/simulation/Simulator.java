package io.github.lightcone.simulation;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.neuron.ParameterCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a network event by event in continuous time. Nothing is rounded to a grid and nothing is dropped.
 *
 * <p>A simulator is a workspace for one thread. Its arrays grow to what a run needs and are reused: once
 * warm, a run allocates nothing.
 */
public final class Simulator {

    /** The number of spikes after which a run stops, unless set otherwise. */
    public static final int DEFAULT_SPIKE_LIMIT = 100_000_000;

    /** Below this, threads would wait for each other longer than they work. */
    private static final long SYNAPSES_FOR_THREADS = 1 << 20;

    private final CompiledNetwork compiled;
    private final Tape tape;
    private final Observer observer;
    private final SlicedEngine engine;
    private int spikeLimit = DEFAULT_SPIKE_LIMIT;
    private boolean trackMargins;
    private StateRecorder recorder = StateRecorder.NOTHING;
    private double sliceWidth = Double.NaN;
    private double width;
    private long runNumber;
    private long widthVersion = -1;

    /** Makes a simulator without readouts. */
    public Simulator(CompiledNetwork compiled) {
        this(compiled, List.of());
    }

    /**
     * Makes a simulator.
     *
     * @param compiled the network, which may be shared with other simulators
     * @param readouts what is read off voltages; at most one of a kind per neuron
     */
    public Simulator(CompiledNetwork compiled, List<Readout> readouts) {
        this.compiled = compiled;
        int neurons = compiled.network().neuronCount();
        tape = new Tape(neurons, readouts.size());
        observer = new Observer(compiled, readouts, tape, false);
        engine = new SlicedEngine(compiled, tape, observer);
    }

    /** Sets the number of spikes, those of sources included, after which a run stops with an error. */
    public Simulator spikeLimit(int limit) {
        spikeLimit = limit;
        return this;
    }

    /** Sets whether runs track how close neurons came to their thresholds without crossing. */
    public Simulator trackMargins(boolean track) {
        trackMargins = track;
        return this;
    }

    /**
     * Sets the width of the slices of time, ms; NaN, as at first, leaves the choice to the simulator. A
     * matter of speed only. Widths that are too wide for the time constants are narrowed.
     */
    public Simulator sliceWidth(double newWidth) {
        if (!Double.isNaN(newWidth)) {
            ParameterCheck.positive("sliceWidth", newWidth);
        }
        sliceWidth = newWidth;
        widthVersion = -1;
        return this;
    }

    /**
     * Sets the number of threads on which a run goes through a large network, of a million synapses or more,
     * each with a share of its neurons; where threads have more than one, the synapses are copied. A compact
     * network is run on as many threads at most as it was compiled in parts. Same bits for every number.
     *
     * @param threads at least 1
     */
    public Simulator threads(int threads) {
        ParameterCheck.require(threads >= 1, "threads", threads, "at least 1");
        return threads(threads, SYNAPSES_FOR_THREADS);
    }

    /** Sets the number of threads for networks from a number of synapses on. */
    Simulator threads(int threads, long fromSynapses) {
        engine.threads(threads, fromSynapses);
        return this;
    }

    /** Sets whether spikes are streamed even where a ring would be faster; a matter of speed only. */
    Simulator alwaysStream(boolean stream) {
        engine.alwaysStream(stream);
        return this;
    }

    /** Sets a recorder for the runs that follow. */
    public Simulator record(StateRecorder newRecorder) {
        for (int row = 0; row < newRecorder.neuronCount(); row++) {
            int n = newRecorder.neuron(row);
            if (n < 0 || n >= compiled.network().neuronCount() || compiled.isSource(n)) {
                throw new IllegalArgumentException("cannot record from neuron " + n + ": it has no voltage");
            }
        }
        recorder = newRecorder;
        return this;
    }

    /** Returns the network it runs. */
    public CompiledNetwork compiled() {
        return compiled;
    }

    /** Returns what is read off voltages. */
    public List<Readout> readouts() {
        return observer.readouts();
    }

    /**
     * Runs from time 0, from the initial voltages and without current.
     *
     * @param input spikes of the network's spike sources, none later than {@code until}
     * @param until end of the run, ms, finite and at least 0
     * @return the tape of this run, which the next run overwrites
     * @throws IllegalArgumentException if a spike belongs to no source or lies beyond the end
     * @throws SpikeLimitException if there are more spikes than {@link #spikeLimit} allows
     */
    public Tape run(SpikeTrains input, double until) {
        check(input, until);
        begin(input);
        engine.runTo(until, Simulator::keepNothing);
        engine.readIntegrals();
        return tape;
    }

    /** A run that ends does not go on. */
    private static void keepNothing() {}

    private void begin(SpikeTrains input) {
        runNumber++;
        tape.clear(0, trackMargins);
        observer.reset(trackMargins, recorder, 0);
        engine.start(input, width(), spikeLimit);
    }

    /** Starts a run that is to be made in pieces, without input so far. */
    public Simulation start() {
        return start(SpikeTrains.none());
    }

    /**
     * Starts a run that is to be made in pieces.
     *
     * @param input spikes of the network's spike sources; more can be given on the way
     * @return the run at time 0, usable until this simulator begins another one
     * @throws IllegalArgumentException if a spike belongs to no source
     */
    public Simulation start(SpikeTrains input) {
        checkSources(input);
        begin(input);
        return new Simulation(this, tape, observer, engine);
    }

    /**
     * Goes on with a run that was saved, on whatever machine. The network, the readouts, the margins, the
     * recorder and the width of the slices must be the same, but for recording times from the pause on; the
     * file is checked before anything is changed.
     *
     * @return the run at the time at which it was saved, usable until this simulator begins another one
     * @throws IOException naming the file, if it is no snapshot, damaged, or of another run
     * @see Simulation#save
     */
    public Simulation restore(Path file) throws IOException {
        String delivery = engine.deliveryName(width());
        return SnapshotFile.read(file, in -> {
            double now = in.getDouble();
            RunIdentity.of(compiled, readouts(), trackMargins, recorder, now, width(), delivery)
                    .check(RunIdentity.load(in), file);
            begin(SpikeTrains.none());
            return new Simulation(this, tape, observer, engine, now, in);
        });
    }

    /** Returns a number that changes with every run. */
    long runNumber() {
        return runNumber;
    }

    /**
     * Returns the tape of the last run. After a {@link SpikeLimitException} it is that of a run up to the
     * first spike that was too many: all spikes before it are there, its end is the time of that spike, and
     * readouts and margins, which belong to a whole run, are NaN.
     */
    public Tape tape() {
        return tape;
    }

    /** Throws unless all spikes belong to spike sources. */
    void checkSources(SpikeTrains input) {
        for (int k = 0; k < input.size(); k++) {
            int n = input.neuron(k);
            if (n < 0 || n >= compiled.network().neuronCount() || !compiled.isSource(n)) {
                requireSource("input spike " + k, n);
            }
        }
    }

    /** Throws unless a spike belongs to a spike source. */
    void requireSource(String spike, int n) {
        int neurons = compiled.network().neuronCount();
        if (n < 0 || n >= neurons) {
            throw new IllegalArgumentException(spike + " belongs to neuron " + n + "; there are " + neurons);
        }
        if (!compiled.isSource(n)) {
            throw new IllegalArgumentException(
                    spike + " belongs to " + compiled.network().describeNeuron(n) + ", which is no spike source");
        }
    }

    private double width() {
        if (widthVersion != compiled.version()) {
            widthVersion = compiled.version();
            width = Double.isNaN(sliceWidth)
                    ? SliceWidth.choose(compiled)
                    : SliceWidth.roundDown(Math.min(sliceWidth, SliceWidth.widest(compiled)));
        }
        return width;
    }

    /** Returns what the last run did. */
    public RunStatistics statistics() {
        return engine.statistics();
    }

    private void check(SpikeTrains input, double until) {
        ParameterCheck.nonNegative("end", until);
        checkSources(input);
        int spikes = input.size();
        if (spikes > 0 && input.time(spikes - 1) > until) {
            int k = spikes - 1;
            while (k > 0 && input.time(k - 1) > until) {
                k--;
            }
            throw new IllegalArgumentException("input spike " + k + " of "
                    + compiled.network().describeNeuron(input.neuron(k)) + " at " + input.time(k)
                    + " ms is beyond the end of the run at " + until + " ms");
        }
        int samples = recorder.sampleCount();
        if (samples > 0 && recorder.time(samples - 1) > until) {
            throw new IllegalArgumentException("recording time " + recorder.time(samples - 1)
                    + " ms is beyond the end of the run at " + until + " ms");
        }
    }
}
