/**
 * What commands tell about the work they did.
 *
 * <pre>
 *     RunReport    what one run did: a table for the eye, fields for metrics.json
 *     Machine      what it ran on
 *     Versions     of Lightcone and Java
 * </pre>
 *
 * <p>What is counted stands in {@link io.github.lightcone.learning.training.RunCounter}; a figure of a run that
 * is no sum, such as the width of its slices, is a line in {@code RunReport.figures}.
 */
package io.github.lightcone.cli.metrics;
