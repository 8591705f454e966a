/**
 * Execution: a network in the form that is run, the simulator, and what a run leaves behind.
 *
 * <pre>
 *     Network --of--> CompiledNetwork --+--> Simulator --run(input, end)--> Tape
 *                       ^               |      (one per thread)               |
 *     Parameters --update               +--> Adjoint  (package adjoint)  <----+
 * </pre>
 *
 * <p>The {@link io.github.lightcone.simulation.Simulator} is event-driven in continuous time. Between
 * events the state of a neuron is a closed form, so a neuron is only touched when a spike arrives at it
 * or when it crosses its threshold. A {@link io.github.lightcone.simulation.Tape} holds the spikes, the
 * drive at each crossing and the values of the readouts: all that the adjoint needs.
 *
 * <p>Spikes up to and including the end count; arrivals at or after the end have no effect.
 */
package io.github.lightcone.simulation;
