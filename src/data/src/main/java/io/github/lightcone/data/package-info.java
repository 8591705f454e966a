/**
 * Labelled examples and where they come from.
 *
 * <pre>
 *     files      touch, audio  -----+
 *     numbers    encoding  ---------+--> EventDataset: spike trains, label, group, take --> augment --> training
 *     nothing    synthetic  --------+
 * </pre>
 *
 * <p>Every source ends in an {@link io.github.lightcone.data.EventDataset}: spike trains over channels 0, 1,
 * 2 ..., each with a class, and with who or what made the recording where that is known, so that a test set
 * can be one of other speakers, or other repetitions. Channel c is neuron c of a network, so a network
 * trained on them has its input population first. Times are in ms; a recording keeps its own time until
 * {@link io.github.lightcone.data.EventDataset#scaledTime} gives it that of the network.
 *
 * <p>Readers read whole files or nothing: what is not as it should be is a {@link
 * io.github.lightcone.data.MalformedDataException}, which names the file and the place.
 */
package io.github.lightcone.data;
