/**
 * Randomness that is the same on every machine: seeded, with a state that can be saved, and without a
 * function whose last bit depends on the processor or the Java version.
 */
package io.github.lightcone.random;
