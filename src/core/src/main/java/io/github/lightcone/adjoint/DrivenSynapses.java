package io.github.lightcone.adjoint;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.AdjointFlow;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.List;

/**
 * The synapses to neurons whose voltage a loss integrates, with weight {@code e^{-r t}}. There the adjoint
 * has a third exponential while V is free, {@code lamV = K e^{-r t}} and {@code lamI = K' e^{-r t}} (see
 * {@link AdjointFlow}). A synapse of delay d adds up {@code e^{-r t}} over the times of the spikes it
 * carries; K, K' and {@code e^{-r d}} are the same for all of them.
 */
final class DrivenSynapses {

    private final CompiledNetwork compiled;
    private final AdjointStates states;
    private final double[] rate;
    /** By neuron: the place of its rate, or -1. */
    private final int[] rateOf;

    private final double[] ofV;
    private final double[] ofI;
    private final double[] decay;
    private boolean any;

    // By source and, within its row, in the order of slots.
    private final int[] rowStart;
    private int[] slot = new int[0];
    private double[] delayFactor = new double[0];
    private double[] sum = new double[0];
    private long version = -1;

    // Of the pass in progress.
    private Tape tape;
    private Gradients gradients;

    DrivenSynapses(CompiledNetwork compiled, AdjointStates states, List<Readout> readouts) {
        this.compiled = compiled;
        this.states = states;
        int neurons = compiled.network().neuronCount();
        rate = readouts.stream()
                .filter(readout -> readout.kind() == Readout.Kind.INTEGRAL)
                .mapToDouble(Readout::rate)
                .distinct()
                .sorted()
                .toArray();
        decay = new double[rate.length];
        rateOf = new int[neurons];
        Arrays.fill(rateOf, -1);
        for (Readout readout : readouts) {
            if (readout.kind() == Readout.Kind.INTEGRAL) {
                rateOf[readout.neuron()] = Arrays.binarySearch(rate, readout.rate());
            }
        }
        ofV = new double[neurons];
        ofI = new double[neurons];
        rowStart = new int[neurons + 1];
    }

    /** Prepares for a pass, whose drives are set. */
    void start(Tape newTape, Gradients newGradients) {
        tape = newTape;
        gradients = newGradients;
        any = false;
        for (int m = 0; m < ofV.length; m++) {
            double g = states.driveStrength(m);
            ofV[m] = 0;
            ofI[m] = 0;
            if (g != 0) {
                any = true;
                ofV[m] = AdjointFlow.driveVoltage(compiled.membraneRate()[m], g, states.driveRate(m));
                ofI[m] = AdjointFlow.driveCurrent(compiled.synapticRate()[m], ofV[m], states.driveRate(m));
            }
        }
        if (any && version != compiled.version()) {
            version = compiled.version();
            collect();
        }
    }

    private void collect() {
        SynapseTable synapses = compiled.synapses();
        int[] target = synapses.target();
        int count = 0;
        for (int m : target) {
            count += rateOf[m] >= 0 ? 1 : 0;
        }
        if (slot.length != count) {
            slot = new int[count];
            delayFactor = new double[count];
            sum = new double[count];
        }
        int at = 0;
        for (int n = 0; n < synapses.sourceCount(); n++) {
            for (int s = synapses.rowStart(n); s < synapses.rowStart(n + 1); s++) {
                if (rateOf[target[s]] >= 0) {
                    slot[at] = s;
                    delayFactor[at++] = Exponential.exp(-rate[rateOf[target[s]]] * synapses.delay()[s]);
                }
            }
            rowStart[n + 1] = at;
        }
    }

    boolean areThereAny() {
        return any;
    }

    /** Reads the third exponential at the arrivals of a spike; returns how the loss depends on its time. */
    double read(int n, double t) {
        if (rowStart[n] == rowStart[n + 1]) {
            return 0;
        }
        int[] target = compiled.synapses().target();
        double[] weight = compiled.synapses().weight();
        double[] delay = compiled.synapses().delay();
        double end = tape.end();
        for (int k = 0; k < rate.length; k++) {
            decay[k] = Exponential.exp(-rate[k] * t);
        }
        double ofTime = 0;
        for (int at = rowStart[n]; at < rowStart[n + 1]; at++) {
            int s = slot[at];
            double arrival = t + delay[s];
            if (arrival >= end) {
                break;
            }
            int m = target[s];
            if (compiled.isSpiking(m) && states.isHeld(m, arrival)) {
                continue;
            }
            double now = decay[rateOf[m]];
            sum[at] += now;
            ofTime += weight[s] * (ofV[m] - ofI[m]) * delayFactor[at] * now;
        }
        return ofTime;
    }

    /** Adds to the gradients of the weights and delays of a row. */
    void finish(int n) {
        SynapseTable synapses = compiled.synapses();
        double[] ofWeight = gradients.weight();
        double[] ofDelay = gradients.writtenDelay();
        for (int at = rowStart[n]; at < rowStart[n + 1]; at++) {
            int s = slot[at];
            int m = synapses.target()[s];
            double all = delayFactor[at] * sum[at];
            sum[at] = 0;
            ofWeight[synapses.synapse()[s]] -= compiled.parameters().tauSyn()[m] * ofI[m] * all;
            ofDelay[synapses.synapse()[s]] += synapses.weight()[s] * (ofV[m] - ofI[m]) * all;
        }
    }
}
