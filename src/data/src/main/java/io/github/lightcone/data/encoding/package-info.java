/**
 * From numbers to spikes: a value as the latency of one spike, a sampled signal as the times at which it
 * crosses levels.
 */
package io.github.lightcone.data.encoding;
