/**
 * Networks and spikes as HDF5 files, which Python opens by {@code h5py.File(file)}, and the one guarded way into any
 * HDF5 file that formats are made of.
 *
 * <pre>
 *     Hdf5Network, Hdf5Spikes             the ways in and out
 *     Hdf5Arrays                          one data set per array, at the root of a file
 *     Hdf5Writer, EmptyDataset            files, written whole or not at all
 *
 *     Hdf5Reader                          arrays and texts by their paths
 *     Hdf5Item, GroupLinks                groups, one step at a time; links within the file only
 *     Hdf5Array, Room                     an array, once the file has room for what it claims to be
 *     NumberType, Texts                   elements
 *     Chunks, ChunkFilters, Fletcher32    arrays in parts, which may be compressed
 *     Hdf5Source                          bytes, root, and what is said when something is wrong
 *     MeteredStorage, IndexHeader         how much is read in all; what indices claim
 * </pre>
 *
 * <p>jHDF, which has no native code, reads headers, trees and heaps and writes files. It answers damage with exceptions
 * of many kinds; here they all become a {@link io.github.lightcone.formats.FormatException} that names file and place.
 * It also trusts what it reads. So links are followed here, hard ones alone: no file leads elsewhere. All reading comes
 * to 16 times the size of the file and 4 MB at most, so circles end. An array may claim no more elements than the file
 * has room for; one in chunks 1032 times that, and at most 100 times the size of the file and 64 MB. Chunks are unpacked
 * here to just the length that they must have, and their checksums compared.
 */
package io.github.lightcone.formats.hdf5;
