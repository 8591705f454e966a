/**
 * Sound, and what a cochlea makes of it.
 *
 * <pre>
 *     SpokenDigits (spikes in a file) ------------------------------------------+
 *     WavReader -> Sound -> Cochlea: GammatoneFilter -> HairCell -> LIF neuron --+--> EventDataset
 * </pre>
 *
 * <p>A cochlea works at the rate of the sound, whatever it is: filters are sampled versions of the continuous
 * ones, and spike times are solved for within a sample. Frequencies are in Hz, times in ms, samples in [-1, 1].
 * Every function of which the last bit could differ between machines is taken from {@link StrictMath}, so the
 * same file gives the same spikes everywhere.
 */
package io.github.lightcone.data.audio;
