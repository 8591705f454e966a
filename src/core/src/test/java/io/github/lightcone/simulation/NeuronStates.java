package io.github.lightcone.simulation;

import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Crossing;
import io.github.lightcone.neuron.Flow;
import java.util.Arrays;

/**
 * The state of every neuron, each at the time it was last touched: {@code v = V - bias}, I, and until
 * when V is held. Knows how to move a neuron on and when it would cross its threshold.
 */
final class NeuronStates {

    private final CompiledNetwork compiled;
    private final double[] time;
    private final double[] v;
    private final double[] i;
    private final double[] heldUntil;
    private final Observer observer;
    private final Tape tape;

    NeuronStates(CompiledNetwork compiled, Observer observer, Tape tape) {
        this.compiled = compiled;
        this.observer = observer;
        this.tape = tape;
        int neurons = compiled.network().neuronCount();
        time = new double[neurons];
        v = new double[neurons];
        i = new double[neurons];
        heldUntil = new double[neurons];
    }

    void reset() {
        Parameters parameters = compiled.parameters();
        Arrays.fill(time, 0);
        Arrays.fill(i, 0);
        Arrays.fill(heldUntil, Double.NEGATIVE_INFINITY);
        for (int n = 0; n < v.length; n++) {
            v[n] = parameters.vInitial()[n] - parameters.bias()[n];
        }
    }

    double v(int n) {
        return v[n];
    }

    double i(int n) {
        return i[n];
    }

    /** Moves a neuron on to time t. */
    void advance(int n, double t) {
        double c = compiled.synapticRate()[n];
        double from = time[n];
        if (heldUntil[n] > from) {
            double until = Math.min(heldUntil[n], t);
            observer.held(n, from, until, v[n], i[n]);
            i[n] = Flow.current(c, i[n], until - from);
            time[n] = until;
            if (t < heldUntil[n]) {
                return;
            }
            release(n);
            from = until;
        }
        double s = t - from;
        if (s > 0) {
            double a = compiled.membraneRate()[n];
            double vEnd = Flow.voltage(a, c, v[n], i[n], s);
            observer.flowed(n, from, t, v[n], i[n], vEnd);
            v[n] = vEnd;
            i[n] = Flow.current(c, i[n], s);
            time[n] = t;
        }
    }

    private void release(int n) {
        heldUntil[n] = Double.NEGATIVE_INFINITY;
        tape.releaseCurrent(tape.lastSpike(n), i[n]);
    }

    /** Returns whether V of a neuron is held beyond the neuron's own time. */
    boolean isHeld(int n) {
        return heldUntil[n] > time[n];
    }

    /** Lets an arriving spike act on a neuron that stands at its arrival time. */
    void receive(int n, double weight) {
        i[n] += weight;
    }

    /** Resets a neuron that has just crossed its threshold; its spike is on the tape. */
    void fire(int n) {
        Parameters parameters = compiled.parameters();
        v[n] = parameters.vReset()[n] - parameters.bias()[n];
        heldUntil[n] = time[n] + parameters.refractory()[n];
        if (heldUntil[n] <= time[n]) {
            release(n);
        }
    }

    /** Returns when a neuron will cross its threshold if nothing arrives, or {@link Crossing#NONE}. */
    double nextCrossing(int n, double end) {
        double c = compiled.synapticRate()[n];
        double start = Math.max(time[n], heldUntil[n]);
        if (start > end) {
            return Crossing.NONE;
        }
        double current = start > time[n] ? Flow.current(c, i[n], start - time[n]) : i[n];
        Parameters parameters = compiled.parameters();
        double level = parameters.vThreshold()[n] - parameters.bias()[n];
        double s = Crossing.first(compiled.membraneRate()[n], c, v[n], current, level, end - start);
        return s == Crossing.NONE ? s : Math.min(start + s, end);
    }
}
