/**
 * Spikes in time: the trains that go in, and the queues that order what is in flight.
 *
 * <p>Events are totally ordered, so that a run gives the same bits every time: by time; at one time the
 * spikes of sources come first (by neuron), then arrivals (by target, source, synapse number), then
 * threshold crossings (by neuron). All arrivals at a time therefore act before the threshold test at
 * that time. A crossing may send a spike over a synapse without delay; it arrives before the next
 * crossing is looked at.
 */
package io.github.lightcone.event;
