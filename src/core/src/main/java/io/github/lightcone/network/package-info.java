/**
 * The description of a network, apart from its execution.
 *
 * <pre>
 *     NetworkBuilder  --build-->  Network  (populations, projections, synapses: never changes)
 *                                    |
 *                                    +-- parameters() --> Parameters  (the numbers: weights, delays,
 *                                    |                                 positions, time constants ...)
 *                                    +-- with(Parameters) --> Network with other numbers
 * </pre>
 *
 * <p>Neurons are numbered through all populations in the order these were added, synapses through all
 * projections likewise. A {@link io.github.lightcone.network.Projection} owns a contiguous range of
 * synapse numbers, and its synapses are either all spatial or all not:
 *
 * <pre>
 *     spatial:      total delay = |target - source| / conductionSpeed + delay
 *     not spatial:  total delay = delay
 * </pre>
 *
 * <p>Units: ms, mm, mm/ms; voltage, current, weight, threshold and bias share one dimensionless unit.
 */
package io.github.lightcone.network;
