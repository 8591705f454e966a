/**
 * Networks and spikes as HDF5 files, which Python opens by {@code h5py.File(file)}.
 *
 * <pre>
 *     Hdf5Network, Hdf5Spikes             the ways in and out
 *     Hdf5Arrays                          one data set per array, at the root of a file
 *     Hdf5Reader, Hdf5Writer              any HDF5 file, for formats that are made of them
 * </pre>
 *
 * <p>Files are read and written by jHDF, without native code. It answers damage with exceptions of many kinds; here
 * they all become a {@link io.github.lightcone.formats.FormatException} that names file and data set. A data set may
 * claim no more elements than the file has room for; one in chunks, which may be compressed, 100 times the size of the
 * file and 64 MB more. Links that lead into other files are not followed.
 */
package io.github.lightcone.formats.hdf5;
