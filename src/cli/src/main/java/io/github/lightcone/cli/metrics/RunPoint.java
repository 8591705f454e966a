package io.github.lightcone.cli.metrics;

import io.github.lightcone.simulation.Simulation;

/**
 * How far a run has come.
 *
 * @param time ms
 * @param synapticEvents since time 0
 */
public record RunPoint(double time, long synapticEvents) {

    /** Returns how far a run is now. */
    public static RunPoint of(Simulation run) {
        return new RunPoint(run.now(), run.statistics().synapticEvents());
    }
}
