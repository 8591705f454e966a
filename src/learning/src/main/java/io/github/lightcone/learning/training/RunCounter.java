package io.github.lightcone.learning.training;

import io.github.lightcone.simulation.RunStatistics;

/**
 * What is counted in a run of the simulator and can be added up over runs. Whoever reports on runs goes
 * through these: one more here adds a row to every table and a field to every {@code metrics.json}.
 */
public enum RunCounter {
    /** Spikes, those of sources included. */
    SPIKES("spikes", "spikes"),
    /** Arrivals at synapses. */
    SYNAPTIC_EVENTS("synapticEvents", "synaptic events"),
    /** Slices of time. */
    SLICES("slices", "slices"),
    /** How often a neuron was looked at event by event, from the start of a slice. */
    CANDIDATES("candidates", "candidates"),
    /** How often a spike within a slice made a certified neuron a candidate. */
    LATE_CANDIDATES("lateCandidates", "late candidates"),
    /** How often a candidate was walked through its arrivals. */
    WALKS("walks", "walks"),
    /** How often an equation had to be looked at for a crossing. */
    SOLVES("solves", "solves");

    private final String key;
    private final String label;

    RunCounter(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the name used in files, such as {@code synapticEvents}. */
    public String key() {
        return key;
    }

    /** Returns the name used in tables, such as {@code synaptic events}. */
    public String label() {
        return label;
    }

    /** Returns the count of a run. */
    public long of(RunStatistics run) {
        return switch (this) {
            case SPIKES -> run.spikes();
            case SYNAPTIC_EVENTS -> run.synapticEvents();
            case SLICES -> run.slices();
            case CANDIDATES -> run.candidates();
            case LATE_CANDIDATES -> run.lateCandidates();
            case WALKS -> run.walks();
            case SOLVES -> run.solves();
        };
    }
}
