/**
 * Losses: a number for one example, and its derivatives with respect to what a run leaves on the tape.
 *
 * <pre>
 *     Tape (spike times, readouts) + label --> value
 *                                          --> LossSeeds: dL/d(spike time), dL/d(readout) --> Adjoint
 * </pre>
 *
 * <p>A loss knows the output population but no network: how spike times and readouts depend on
 * parameters is the adjoint's business. Class c belongs to the c-th neuron of the output population.
 * Losses have no state and may be shared by threads; the caller lends them a workspace.
 */
package io.github.lightcone.learning.loss;
