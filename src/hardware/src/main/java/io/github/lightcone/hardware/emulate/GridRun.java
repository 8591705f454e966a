package io.github.lightcone.hardware.emulate;

import io.github.lightcone.event.SpikeTrains;

/**
 * What an emulated run did.
 *
 * @param spikes of all neurons, sources included, at ends of steps
 * @param steps number of steps
 * @param synapticOperations number of arrivals that were added
 * @param saturations how often a number did not fit into its bits, those of the network's own numbers included
 */
public record GridRun(SpikeTrains spikes, long steps, long synapticOperations, long saturations) {}
