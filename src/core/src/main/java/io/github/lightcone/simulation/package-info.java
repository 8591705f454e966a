/**
 * Execution: a network in the form that is run, the simulator, and what a run leaves behind.
 *
 * <pre>
 *     Network --of--> CompiledNetwork --+--> Simulator --run(input, end)--> Tape
 *                       ^               |      (one per thread)               |
 *     Parameters --update               +--> Adjoint  (package adjoint)  <----+
 * </pre>
 *
 * <p>{@code compact} in place of {@code of} makes a network that takes 12 bytes per synapse and is not
 * updated.
 *
 * <p>The {@link io.github.lightcone.simulation.Simulator} is event-driven in continuous time: certify,
 * then look. Time is cut into slices whose width has nothing to do with the smallest delay. In each:
 *
 * <ol>
 *   <li><em>accumulate</em>: add up what each arrival of the slice does to V and I of its target at the end
 *       of the slice. The flow is linear, so order does not matter;
 *   <li><em>certify</em>: bound V over the slice from its ends, its curvature and the excitatory sum. A
 *       neuron whose bound stays below its threshold cannot spike, in whatever order its arrivals come;
 *   <li><em>look</em>: the few others are walked from arrival to arrival to their first crossing;
 *   <li><em>spike</em>: the earliest crossing is final. What it causes within the slice acts at once, on
 *       candidates as one more arrival, on certified neurons as one more term; where the bound breaks the
 *       neuron becomes a candidate late.
 * </ol>
 *
 * <p>The first step has two forms: dense networks of moderate size bring a spike to all slices ahead when it
 * is emitted, into a ring of sums; large and sparse ones keep a cursor per spike in flight and stream, in
 * every slice, the stretches of rows that arrive in it. A large network may be cut into lanes, ranges of
 * neurons with what arrives at them: the first three steps go on in all lanes at the same time, the fourth
 * passes through them in causal order. The bits do not depend on the number of lanes.
 *
 * <p>A {@link io.github.lightcone.simulation.Tape} holds the spikes, the drive at each crossing and the
 * values of the readouts: all that the adjoint needs. Integrals of leaky integrators follow from the tape;
 * other readouts, recorders and margins make a neuron be walked in every slice.
 *
 * <p>Between two slices the whole state is V, I and release of every neuron and what is in flight. A
 * {@link io.github.lightcone.simulation.Simulation} is a run that pauses: it keeps the state at the start of
 * the slice in which it pauses, runs the slice up to there as if the run ended, and puts the state back to
 * go on. So slices, and with them all bits, are those of a run without a pause. Every class that owns state
 * saves and loads it itself; a snapshot is that state in a file.
 *
 * <p>Spikes up to and including the end count; arrivals at or after the end have no effect.
 */
package io.github.lightcone.simulation;
