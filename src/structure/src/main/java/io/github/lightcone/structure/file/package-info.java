/**
 * Graphs from files.
 *
 * <pre>
 *     GmlReader         .gml                                       a file says itself whether it is directed
 *     PajekReader       .net                                       likewise
 *     EdgeListReader    .csv .tsv .txt, with or without a table of nodes
 *     ConnectomeReader  .zip of The Virtual Brain: weights, tract lengths, centres
 *     GraphFiles        whichever of these the name of a file asks for
 *          |
 *          v
 *     GraphFile: Graph, names of nodes, positions and lengths if there are any, notes on what was summed or dropped
 *          |
 *          v
 *     ConnectomeNetwork: a spiking network with a neuron per node
 * </pre>
 *
 * <p>Text is UTF-8. Whatever is wrong with a file ends in a {@link
 * io.github.lightcone.structure.file.GraphFileException} that names the file, the line and the value. Memory is
 * bounded by the size of the file, packed files included: their contents may not grow beyond limits that the
 * reader states.
 */
package io.github.lightcone.structure.file;
