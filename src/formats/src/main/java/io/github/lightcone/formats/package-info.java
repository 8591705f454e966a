/**
 * Networks, spikes and tables in files.
 *
 * <pre>
 *     NetworkFolder    network.json + neurons.csv + synapses.csv  &lt;--&gt;  Network and the ids of its neurons
 *     SpikesCsv        neuron,time                                &lt;--&gt;  SpikeTrains
 *     NetworkArrays    named arrays, of which the packages
 *     SpikeArrays      numpy and hdf5 make files              &lt;--&gt;  the same
 *     CsvTable, CsvTableWriter, JsonFiles                               any other table or object
 *     nir              networks as other simulators read and write them
 *     AtomicFiles      how every file and folder is written: whole or not at all
 * </pre>
 *
 * <p>The package {@code sonata} reads and writes circuits in a format that other tools share.
 *
 * <p>Numbers survive the way to a file and back bit for bit. Times in files are in ms, lengths in mm.
 * Whatever is wrong with a file ends in a {@link io.github.lightcone.formats.FormatException} that says
 * where and what would have been right; nothing is guessed, and nothing unknown is passed over.
 */
package io.github.lightcone.formats;
