/**
 * What a run led to, to look at.
 *
 * <pre>
 *     report.run       reads a run folder into a plain model, {@code RunView}, and runs its network again
 *     report.figure    draws figures of it: SVG, and PNG from the same SVG
 *     report.page      one HTML file with the figures, the network in space and an example in time
 * </pre>
 */
package io.github.lightcone.report;
