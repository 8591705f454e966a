/**
 * Networks as devices make them: no two the same.
 *
 * <p>Transistors differ, and with them thresholds, time constants, weights and delays. A draw changes each number of
 * a network on its own by a relative amount, normal or lognormal; delays by an absolute one. Draws are numbered and
 * seeded: the same number is the same device on every machine.
 */
package io.github.lightcone.hardware.mismatch;
