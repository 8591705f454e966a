/** Recordings of touch. */
package io.github.lightcone.data.touch;
