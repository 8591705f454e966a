/**
 * Weighted graphs in compressed rows, and the graphs derived from them: the one input of every measure.
 */
package io.github.lightcone.structure.graph;
