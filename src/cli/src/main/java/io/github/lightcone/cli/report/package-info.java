/**
 * The commands {@code report} and {@code plot}.
 *
 * <pre>
 *     Report           a page about one run, or several side by side
 *     Plot             one figure, as SVG or PNG
 *     ReadOptions      which network, which example, where the data are: common to both
 * </pre>
 */
package io.github.lightcone.cli.report;
