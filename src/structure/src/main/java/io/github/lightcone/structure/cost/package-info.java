/**
 * What connections cost in space, as costs that training makes small: their value, and its exact derivatives with
 * respect to weights and positions.
 *
 * <pre>
 *     WiringLength          sum |w| d^gamma                 long connections fade, or their ends move together
 *     CommunicabilityCost   sum |w| d C(|w|)                seRNN: and those that serve much traffic most of all
 *     Repulsion             sum (1 - d/radius)^2 / 2        neurons keep their distance
 * </pre>
 *
 * <p>Distances are those of the positions, whether or not delays follow from them. A cost that concerns weights and
 * positions can be let act on one of them only ({@link io.github.lightcone.structure.cost.ActsOn}); its value stays
 * the same. Costs have no state and may be shared by threads.
 */
package io.github.lightcone.structure.cost;
