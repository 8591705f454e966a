/**
 * Parsers against damaged files.
 *
 * <pre>
 *     FuzzTarget      a parser and valid files; each module names its own as services
 *     Mutator         makes a damaged file of a valid one, always the same one for the same number
 *     FuzzRun         reads damaged files and counts; stops at the first that is neither read nor explained
 *     Fuzz            runs for long from the command line
 *     Hdf5Checksums   makes the checksums of damaged HDF5 files right
 * </pre>
 */
package io.github.lightcone.fuzz;
