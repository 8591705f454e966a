/**
 * Figures of a run as SVG, and as PNG drawn from the same SVG.
 *
 * <pre>
 *     FigureKind      every figure there is: key, title, caption, what it needs
 *     Figures         RunView + FigureKind + FigureStyle -&gt; SVG or PNG
 *     ChipFigure      ChipPrototype + FigureStyle -&gt; SVG; EnergyFigure for several chips on one axis
 *     ActivationsFigure  PerceptronView + FigureStyle -&gt; SVG
 *     FigureStyle     size, font size, palette
 *     Palette         colours by what they stand for; safe for colour-blind readers, light and dark
 *     Plot            axes with ticks, in which curves, points and bars are drawn
 *     Scale           numbers to places, and ticks at round numbers
 *     SvgCanvas       lines, areas and text as SVG
 *     *Figure         one class per kind of figure
 * </pre>
 *
 * <p>Lengths on paper are in points (1/72 inch), y downwards. Text is anchored, never measured: the bytes of an SVG
 * depend on the run and the style alone, not on the fonts of a machine. Coordinates have two decimals.
 */
package io.github.lightcone.report.figure;
