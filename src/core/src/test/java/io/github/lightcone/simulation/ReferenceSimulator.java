package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.event.CrossingQueue;
import io.github.lightcone.event.InFlightQueue;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;

/**
 * The readable reference engine, the oracle of the fast one: runs a network event by event.
 *
 * <p>Three streams of events are merged in the order of {@code event}'s package description: spikes of
 * sources, arrivals of spikes in flight, and predicted threshold crossings. An arrival moves its target
 * on to the arrival time, adds its weight and predicts anew; the earliest crossing that no arrival
 * precedes is a spike. Nothing is rounded to a grid and nothing is dropped.
 *
 * <p>A simulator is a workspace for one thread. Its arrays grow to what a run needs and are reused: once
 * warm, a run allocates nothing.
 */
public final class ReferenceSimulator {

    /** The number of spikes after which a run stops, unless set otherwise. */
    public static final int DEFAULT_SPIKE_LIMIT = 100_000_000;

    private final CompiledNetwork compiled;
    private final Tape tape;
    private final Observer observer;
    private final NeuronStates states;
    private final InFlightQueue inFlight = new InFlightQueue();
    private final CrossingQueue crossings;
    private int spikeLimit = DEFAULT_SPIKE_LIMIT;
    private boolean trackMargins;
    private StateRecorder recorder = StateRecorder.NOTHING;
    private double end;

    /** Makes a simulator without readouts. */
    public ReferenceSimulator(CompiledNetwork compiled) {
        this(compiled, List.of());
    }

    /**
     * Makes a simulator.
     *
     * @param compiled the network, which may be shared with other simulators
     * @param readouts what is read off voltages; at most one of a kind per neuron
     */
    public ReferenceSimulator(CompiledNetwork compiled, List<Readout> readouts) {
        this.compiled = compiled;
        int neurons = compiled.network().neuronCount();
        tape = new Tape(neurons, readouts.size());
        observer = new Observer(compiled, readouts, tape, true);
        states = new NeuronStates(compiled, observer, tape);
        crossings = new CrossingQueue(neurons);
    }

    /** Sets the number of spikes, those of sources included, after which a run stops with an error. */
    public ReferenceSimulator spikeLimit(int limit) {
        spikeLimit = limit;
        return this;
    }

    /** Sets whether runs track how close neurons came to their thresholds without crossing. */
    public ReferenceSimulator trackMargins(boolean track) {
        trackMargins = track;
        return this;
    }

    /** Sets a recorder for the runs that follow. */
    public ReferenceSimulator record(StateRecorder newRecorder) {
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
        end = until;
        tape.clear(until, trackMargins);
        inFlight.clear();
        crossings.clear();
        observer.reset(trackMargins, recorder, until);
        states.reset();
        predictAll();
        loop(input);
        finish();
        return tape;
    }

    private void loop(SpikeTrains input) {
        int next = 0;
        while (true) {
            double inputTime = next < input.size() ? input.time(next) : Double.POSITIVE_INFINITY;
            double arrival = inFlight.time();
            double crossing = crossings.time();
            double now = Math.min(inputTime, Math.min(arrival, crossing));
            if (now == Double.POSITIVE_INFINITY) {
                return;
            }
            if (inputTime == now) {
                emit(input.neuron(next++), now, Double.NaN);
            } else if (arrival == now) {
                arrive(now);
            } else {
                cross(crossings.neuron(), now);
            }
        }
    }

    /** Puts a spike on the tape and in flight. */
    private void emit(int n, double t, double drive) {
        if (tape.spikeCount() >= spikeLimit) {
            throw new SpikeLimitException(spikeLimit, t);
        }
        int spike = tape.add(t, n, drive);
        SynapseTable synapses = compiled.synapses();
        int slot = synapses.rowStart(n);
        if (slot < synapses.rowStart(n + 1)) {
            double arrival = t + synapses.delay()[slot];
            if (arrival < end) {
                inFlight.add(arrival, synapses.target()[slot], n, synapses.synapse()[slot], spike, slot);
            }
        }
    }

    /** Lets the first spike in flight act, and moves it on along its row. */
    private void arrive(double t) {
        SynapseTable synapses = compiled.synapses();
        int spike = inFlight.spike();
        int slot = inFlight.slot();
        int m = synapses.target()[slot];
        states.advance(m, t);
        double before = states.i(m);
        states.receive(m, synapses.weight()[slot]);
        if (!states.isHeld(m)) {
            observer.received(m, t, states.v(m), before, states.i(m), synapses, tape.neuron(spike), slot);
        }
        tape.addSynapticEvents(1);
        if (compiled.isSpiking(m)) {
            crossings.predict(m, states.nextCrossing(m, end));
        }
        int following = slot + 1;
        double arrival = following < synapses.rowStart(tape.neuron(spike) + 1)
                ? tape.time(spike) + synapses.delay()[following]
                : Double.POSITIVE_INFINITY;
        if (arrival < end) {
            inFlight.advance(arrival, synapses.target()[following], synapses.synapse()[following]);
        } else {
            inFlight.remove();
        }
    }

    private void cross(int n, double t) {
        states.advance(n, t);
        Parameters parameters = compiled.parameters();
        emit(n, t, states.i(n) + parameters.bias()[n] - parameters.vThreshold()[n]);
        states.fire(n);
        crossings.predict(n, states.nextCrossing(n, end));
    }

    private void predictAll() {
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (compiled.isSpiking(n)) {
                crossings.predict(n, states.nextCrossing(n, end));
            }
        }
    }

    /** Moves every neuron on to the end, so that readouts and tape are complete. */
    private void finish() {
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (!compiled.isSource(n)) {
                states.advance(n, end);
                observer.ended(n, states.v(n), states.i(n));
            }
        }
    }

    private void check(SpikeTrains input, double until) {
        ParameterCheck.nonNegative("end", until);
        Network network = compiled.network();
        for (int k = 0; k < input.size(); k++) {
            int n = input.neuron(k);
            if (n < 0 || n >= network.neuronCount()) {
                throw new IllegalArgumentException(
                        "input spike " + k + " belongs to neuron " + n + "; there are " + network.neuronCount());
            }
            if (!compiled.isSource(n)) {
                throw new IllegalArgumentException(
                        "input spike " + k + " belongs to " + network.describeNeuron(n) + ", which is no spike source");
            }
            if (input.time(k) > until) {
                throw new IllegalArgumentException("input spike " + k + " of " + network.describeNeuron(n) + " at "
                        + input.time(k) + " ms is beyond the end of the run at " + until + " ms");
            }
        }
        int samples = recorder.sampleCount();
        if (samples > 0 && recorder.time(samples - 1) > until) {
            throw new IllegalArgumentException("recording time " + recorder.time(samples - 1)
                    + " ms is beyond the end of the run at " + until + " ms");
        }
    }
}
