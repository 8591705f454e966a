/**
 * Labelled examples and where they come from.
 *
 * <pre>
 *     {@link io.github.lightcone.learning.data.YinYang}  --LatencyEncoding--+
 *                                                                        +--> Dataset: spike trains + label
 *     {@link io.github.lightcone.learning.data.BrailleRecordings}  --time scale--+
 * </pre>
 *
 * <p>Spike trains are over channels 0, 1, 2 ...; channel c is neuron c of a network, so a network trained
 * on them has its input population first. Times are in ms.
 */
package io.github.lightcone.learning.data;
