package io.github.lightcone.adjoint;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;

/**
 * Reads every arrival by itself, in the closed forms of {@link io.github.lightcone.neuron.AdjointFlow}:
 * for all time constants, with gradients of time constants and a trust report if they are asked for.
 */
final class ArrivalReader implements RowReader {

    private final CompiledNetwork compiled;
    private final AdjointStates states;
    private final TrustCollector trust;
    private final boolean timeConstants;
    private Tape tape;
    private Gradients gradients;

    ArrivalReader(CompiledNetwork compiled, AdjointStates states, TrustCollector trust, boolean timeConstants) {
        this.compiled = compiled;
        this.states = states;
        this.trust = trust;
        this.timeConstants = timeConstants;
    }

    void start(Tape newTape, Gradients newGradients) {
        tape = newTape;
        gradients = newGradients;
    }

    @Override
    public double read(int spike) {
        SynapseTable synapses = compiled.synapses();
        int n = tape.neuron(spike);
        int rowEnd = synapses.rowStart(n + 1);
        double sum = 0;
        for (int slot = synapses.rowStart(n); slot < rowEnd; slot++) {
            double arrival = tape.time(spike) + synapses.delay()[slot];
            if (arrival >= tape.end()) {
                break;
            }
            sum += readArrival(slot, arrival);
            trust.arrival(spike, synapses.target()[slot], arrival);
        }
        return sum;
    }

    private double readArrival(int slot, double arrival) {
        SynapseTable synapses = compiled.synapses();
        int m = synapses.target()[slot];
        int s = synapses.synapse()[slot];
        double w = synapses.weight()[slot];
        double tauSyn = compiled.parameters().tauSyn()[m];
        states.read(m, arrival);
        double ofArrival = w * (states.lamV() - states.lamI());
        gradients.weight()[s] -= tauSyn * states.lamI();
        gradients.writtenDelay()[s] += ofArrival;
        if (timeConstants) {
            gradients.tauMem()[m] += w * states.tauMemOfCurrent();
            gradients.tauSyn()[m] -= w * states.tauSynOfCurrent() / tauSyn;
        }
        return ofArrival;
    }

    @Override
    public void finish(int neuron) {
        // Everything was added when it was read.
    }
}
