/**
 * The {@code data} commands: what data sets there are, and whether a copy is whole.
 *
 * <pre>
 *     DataList, DataInfo    print the catalogue
 *     DataCheckCommand      reads a copy
 *         ReportTable       prints what is in it
 * </pre>
 */
package io.github.lightcone.cli.data;
