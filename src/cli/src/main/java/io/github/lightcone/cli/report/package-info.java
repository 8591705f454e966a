/**
 * The commands {@code report}, {@code plot} and {@code activations}.
 *
 * <pre>
 *     Report           a page about one run, or several side by side
 *     Plot             one figure, as SVG or PNG
 *     Activations      one figure of a perceptron: neurons in space, coloured by activation
 *     ReadOptions      which network, which example, where the data are: common to report and plot
 *     FigureFile       where a figure goes and how it looks: common to plot and activations
 * </pre>
 */
package io.github.lightcone.cli.report;
