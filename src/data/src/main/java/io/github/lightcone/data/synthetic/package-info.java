/** Data that are generated rather than read. */
package io.github.lightcone.data.synthetic;
