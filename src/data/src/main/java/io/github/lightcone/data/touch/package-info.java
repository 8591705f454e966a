/**
 * Recordings of touch: as sampled ({@link io.github.lightcone.data.touch.BrailleSamples}) and as
 * level-crossings ({@link io.github.lightcone.data.touch.BrailleRecordings}).
 */
package io.github.lightcone.data.touch;
