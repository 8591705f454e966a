/** From numbers to spikes. */
package io.github.lightcone.data.encoding;
