/**
 * Networks in the Neuromorphic Intermediate Representation (NIR), which other simulators read and write.
 *
 * <pre>
 *     Network  --NirExport--&gt;  NirGraph  --NirFile.write--&gt;  FILE.nir (HDF5)
 *     Network  &lt;--NirImport--  NirGraph  &lt;--NirFile.read---  FILE.nir
 * </pre>
 *
 * <ul>
 *   <li>{@link io.github.lightcone.formats.nir.NirGraph} has nodes, each a {@link
 *       io.github.lightcone.formats.nir.NirLayer} with the parameters of its {@link
 *       io.github.lightcone.formats.nir.NirType} or a graph of its own, and edges. Whatever can be made is right in
 *       itself: parameters complete, shapes fitting.
 *   <li>{@link io.github.lightcone.formats.nir.NirExport} and {@link io.github.lightcone.formats.nir.NirImport} state
 *       how the equations of NIR and of Lightcone become one another. What one of them cannot carry is in their notes.
 *   <li>Files may be hostile: {@code NirReader} limits the depth of graphs, nodes, edges and numbers, and {@link
 *       io.github.lightcone.formats.hdf5} what a file can do below that.
 * </ul>
 *
 * <p>In a graph times are in the unit of its file, delays of {@code Signals} and of networks in ms.
 */
package io.github.lightcone.formats.nir;
