package io.github.lightcone.cli.gradient;

import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * Tells whether two runs lie on the same smooth piece of the loss. They do if every neuron spikes as often,
 * and if every arrival at a spiking neuron comes between the same two of its spikes and releases (ends of
 * the refractory time), and the same arrivals are before the end. Where an arrival changes places with a
 * spike of its target, spike times have a kink. The order of arrivals among themselves does not matter.
 */
final class EventOrder {

    private final CompiledNetwork compiled;
    private final double[][] spikes;
    private final double[][] edges;

    EventOrder(CompiledNetwork compiled) {
        this.compiled = compiled;
        spikes = new double[compiled.network().neuronCount()][];
        edges = new double[compiled.network().neuronCount()][];
    }

    /** Returns a fingerprint of the order of events of a run at the numbers now in force. */
    long fingerprint(Tape tape) {
        collect(tape);
        Network network = compiled.network();
        long sum = 0;
        for (int n = 0; n < spikes.length; n++) {
            sum += mix(mix(n) + spikes[n].length);
        }
        for (int s = 0; s < network.synapseCount(); s++) {
            double[] sent = spikes[network.source(s)];
            double[] received = edges[network.target(s)];
            double delay = compiled.totalDelay(s);
            long key = mix(-1L - s);
            for (int j = 0; j < sent.length; j++) {
                double arrival = sent[j] + delay;
                int place = arrival < tape.end() ? Math.abs(Arrays.binarySearch(received, arrival) + 1) : -1;
                key = mix(key + place);
            }
            sum += key;
        }
        return sum;
    }

    private void collect(Tape tape) {
        for (int n = 0; n < spikes.length; n++) {
            double[] times = new double[tape.spikeCountOf(n)];
            int at = times.length;
            for (int k = tape.lastSpike(n); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
                times[--at] = tape.time(k);
            }
            spikes[n] = times;
            edges[n] = new double[compiled.isSpiking(n) ? 2 * times.length : 0];
            for (int k = 0; 2 * k < edges[n].length; k++) {
                edges[n][2 * k] = times[k];
                edges[n][2 * k + 1] = times[k] + compiled.parameters().refractory()[n];
            }
        }
    }

    /** The finaliser of MurmurHash3. */
    private static long mix(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
