package io.github.lightcone.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts arrivals of spikes at synapses, so that times are told per arrival too. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class SynapticEvents {
    /** Arrivals of spikes at synapses. */
    public long synapticEvents;
}
