/**
 * Data that are generated rather than read: the Yin-Yang set, and sets whose classes are in the times of spikes.
 * Randomness comes from {@link io.github.lightcone.random.SeededRandom} streams that each generator documents
 * (the Yin-Yang set has the generator it was published with), so a seed and a size give the same bits everywhere.
 */
package io.github.lightcone.data.synthetic;
