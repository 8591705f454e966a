/**
 * Data sets that are published as events.
 *
 * <pre>
 *     HeidelbergFile    one HDF5 file of spoken words as spikes: SHD, SSC
 *     HeidelbergSet     which of the two, and the sizes it was published in
 *     Hdf5              what is read of such a file, with its problems explained
 *     NMnist            handwritten digits before a moving event camera
 * </pre>
 *
 * <p>Some of these do not fit into the memory of most machines as spike trains; each reader can read a part
 * of the examples.
 */
package io.github.lightcone.data.neuromorphic;
