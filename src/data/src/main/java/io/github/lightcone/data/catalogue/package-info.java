/**
 * What data sets there are, where to get them, and whether a copy is whole. Nothing is ever downloaded.
 *
 * <pre>
 *     DataSources       the list
 *     DataSource        one set: what it is, its files, and a check if there is a reader for it
 *         ExpectedFile  one file, with its size and checksum where they are known
 *         DataCheck     reads all of a copy into a report
 *     DataReport        what the check found, part by part
 *         PartSummary   sizes and counts of one part
 * </pre>
 */
package io.github.lightcone.data.catalogue;
