/**
 * The backward pass: exact gradients of a loss with respect to weights, delays, positions, conduction
 * speed and neuron parameters.
 *
 * <p>The method is EventProp (Wunderlich and Pehle, Scientific Reports 11, 12829, 2021), extended to
 * delays, positions, refractory times and time constants. Between events the adjoint variables {@code
 * lamV = -(1/tauMem) dL/dV} and {@code lamI = -(1/tauSyn) dL/dI} of a neuron flow in closed form, so the
 * adjoint of a neuron is a list of knots: its end, its spikes, the releases after them, and the maximum
 * its loss looks at. Arrivals only read it.
 *
 * <p>No queue is needed. Spikes are taken from the tape in descending time. Every arrival of a spike
 * lies later than the spike, where the adjoint of each target is known already: each spike reads its
 * row once, learns how the loss depends on its time, and becomes a knot of its own neuron. While V is
 * held after a spike lamV is 0; the release is made a knot as soon as the following spike is, because
 * spikes that arrive during the hold may be visited before the spike that caused it.
 *
 * <pre>
 *     Adjoint -- sweeps over the tape, passes crossings, releases, maxima
 *        |---- AdjointStates: the knots          KnotIndex: which knot an arrival reads
 *        |---- RowReader: reads the rows of spikes
 *                 ArrivalReader    every arrival in closed form; whatever is asked for
 *                 StreamedReader   two exponentials per spike, two sums per synapse
 *                 DrivenSynapses   a third sum, to neurons whose voltage is integrated
 * </pre>
 *
 * <p>Nothing depends on the spikes of sources: they are read after the crossings, row by row. At one
 * time, sources come first in the order of events, so this is the side on which their arrivals acted.
 *
 * <p>Conventions. At a knot the adjoint jumps; an arrival at the very time of a knot reads the side on
 * which it acted: the earlier side of a crossing that it preceded in the order of events, the later side
 * of a crossing that preceded it, and of a release or a maximum. What coincides and moves together
 * therefore has its exact derivative. Arrivals at or after the end have no gradient. The gradient is
 * exact on each piece where the number and order of spikes stays the same; {@link
 * io.github.lightcone.adjoint.TrustReport} tells how far the edges are.
 */
package io.github.lightcone.adjoint;
