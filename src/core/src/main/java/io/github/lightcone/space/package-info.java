/**
 * Space: positions in D dimensions (mm) and the conduction delay they imply,
 *
 * <pre>
 *     delay = |target - source| / speed + offset          |.| is the Euclidean norm, speed in mm/ms
 * </pre>
 *
 * together with its derivative, which turns gradients of delays into gradients of positions. Coincident
 * neurons have the zero subgradient.
 */
package io.github.lightcone.space;
