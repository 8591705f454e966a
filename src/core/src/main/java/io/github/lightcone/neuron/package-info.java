/**
 * Neuron models as closed forms: what a model is, how its state flows between events, when it reaches
 * its threshold, and how the adjoint flows back.
 *
 * <p>All models share one linear sub-threshold law (times in ms, voltages dimensionless):
 *
 * <pre>
 *     tauMem V' = -V + I + bias        tauSyn I' = -I        an arriving spike adds its weight to I
 * </pre>
 *
 * <ul>
 *   <li>{@link io.github.lightcone.neuron.NeuronModel} and its records are descriptions: plain
 *       parameters, checked when made.
 *   <li>{@link io.github.lightcone.neuron.Flow} carries a state forward over an event-free stretch;
 *       {@link io.github.lightcone.neuron.AdjointFlow} carries its adjoint back. Read them side by
 *       side.
 *   <li>{@link io.github.lightcone.neuron.Crossing} finds the first upward passage of the threshold.
 *   <li>{@link io.github.lightcone.neuron.Exponential} is the only place that decides which
 *       exponential function is used.
 * </ul>
 *
 * <p>No formula has a pole where {@code tauMem} equals {@code tauSyn}: differences of exponentials are
 * always divided differences written with {@code expm1}. Kernels are static methods on primitive
 * values; rates {@code a = 1/tauMem} and {@code c = 1/tauSyn} are passed instead of time constants, and
 * the voltage is measured from the bias, {@code v = V - bias}, so that the flow is homogeneous.
 */
package io.github.lightcone.neuron;
