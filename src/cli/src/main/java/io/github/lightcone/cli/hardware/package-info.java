/**
 * The commands {@code chips}, {@code check}, {@code quantise} and {@code prototype}: a trained network on a
 * neuromorphic chip.
 *
 * <pre>
 *     Chips         profiles, with figures and sources
 *     Check         every violated rule of a network; exit code 1 if there is one
 *     Quantise      a network folder with whole weights and delays, and what was lost
 *     Prototype     all of it for a run: PrototypeRun measures, PrototypeText and PrototypeJson tell
 *         Comparison    spikes of two networks on the same input
 *         Tuning        training of the quantised network
 *         WholeNumbers  weights and delays before and after, in bins
 *         Replay        what a loss makes of emulated spikes
 * </pre>
 */
package io.github.lightcone.cli.hardware;
