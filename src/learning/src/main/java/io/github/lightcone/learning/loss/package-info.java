/**
 * Losses: a number for one example, and its derivatives with respect to what a run leaves on the tape.
 *
 * <pre>
 *     Tape (spike times, readouts) + label --> value
 *                                          --> LossSeeds: dL/d(spike time), dL/d(readout) --> Adjoint
 * </pre>
 *
 * <p>A loss knows the output population but no network: how spike times and readouts depend on
 * parameters is the adjoint's business. Class c belongs to the c-th neuron of the output population, except
 * where a label stands for a set of target trains ({@link io.github.lightcone.learning.loss.TargetTrains}).
 * Losses have no state and may be shared by threads; the caller lends them a workspace.
 *
 * <p>All seeds are exact derivatives of the value. Where the value has a kink, the page on losses says
 * where, and which derivative is taken.
 */
package io.github.lightcone.learning.loss;
