/**
 * Neurons on the tiles of a chip, by their positions.
 *
 * <pre>
 *     positions --Placer--&gt; Placement: a tile per neuron on a grid of tiles --Traffic--&gt; links, hops, crossings
 * </pre>
 *
 * <p>A tile is one or several cores. Tiles form a grid as square as can be; the two axes along which the neurons
 * spread most are laid on it, by recursive bisection: a rectangle of tiles is cut across its longer side, and the
 * neurons are split in order of their coordinate, in proportion to the tiles on either side.
 *
 * <p>A spike goes once to each tile with a target, first along x, then along y (XY routing, as on meshes).
 */
package io.github.lightcone.hardware.place;
