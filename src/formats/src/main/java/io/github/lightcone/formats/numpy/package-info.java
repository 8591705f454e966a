/**
 * Networks and spikes as NumPy archives ({@code .npz}), which Python opens by {@code numpy.load(file)}.
 *
 * <pre>
 *     NumpyNetwork, NumpySpikes           the ways in and out
 *     NpzWriter, NpzReader                a ZIP file with an array in NPY format per entry
 *     NpyHeader                           what such an array says of itself: type, order, shape
 * </pre>
 *
 * <p>Little-endian {@code f8}, {@code f4}, {@code i4}, {@code i8} and text ({@code U}) are read, of at most two
 * dimensions, in C or Fortran order; {@code f8}, {@code i4}, {@code i8} and text are written, in C order, format 1.0.
 * Nothing pickled is read. The format is that of NumPy Enhancement Proposal 1 and its versions 2.0 and 3.0.
 *
 * <p>What a file declares is compared with what its bytes can hold before room is made for it: an archive may unpack to
 * 100 times its size and 64 MB more, not to whatever it likes.
 */
package io.github.lightcone.formats.numpy;
