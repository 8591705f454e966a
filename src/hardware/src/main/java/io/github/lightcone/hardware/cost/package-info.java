/**
 * What a run costs a chip.
 *
 * <pre>
 *     Tape --RunCost--&gt; counts: synaptic operations, updates, queue, memory --Energy--&gt; a range of energies
 * </pre>
 *
 * <p>Counts are exact for the spikes of the run: a synaptic operation is an arrival before the end. Energies are
 * ranges of published figures for an operation times counts. They leave out what was not published: leakage,
 * routing, input and output.
 */
package io.github.lightcone.hardware.cost;
