/**
 * A user's own events, from a CSV file or from NumPy arrays.
 *
 * <pre>
 *     CsvEvents        one row an event, one column each for example, label, channel and time
 *         TableFile    rows and cells, with the line for complaints
 *     NpzEvents        one array each for times, channels, examples and labels
 *         NpyArray     one array
 *     TableSettings    what the file does not say: number of channels, names of classes
 *     TimeUnit         from s, ms or us to ms
 * </pre>
 */
package io.github.lightcone.data.table;
