package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.RunView;
import java.io.IOException;

/**
 * Draws figures.
 *
 * <pre>{@code
 * RunView run = RunReader.read(Path.of("runs/yin-yang-1"), ReadSettings.usual(), AnalysisProgress.none());
 * String svg = Figures.svg(run, FigureKind.RASTER, FigureStyle.column(Palette.LIGHT));
 * }</pre>
 */
public final class Figures {

    private Figures() {}

    /**
     * Returns a figure as the text of an SVG file; the same bytes for the same run and style.
     *
     * @throws IllegalArgumentException if the run has no such figure, with the reason
     */
    public static String svg(RunView run, FigureKind kind, FigureStyle style) {
        SvgCanvas canvas = style.canvas();
        draw(run, kind, canvas);
        return canvas.toFile(kind.title(), kind.caption());
    }

    /**
     * Returns a figure as a PNG file. Text is set in a font of this machine, so its bytes differ between machines.
     *
     * @param dpi pixels per inch, 30 to 1200
     * @throws IllegalArgumentException if the run has no such figure, with the reason, or the resolution is out of range
     */
    public static byte[] png(RunView run, FigureKind kind, FigureStyle style, int dpi) throws IOException {
        return png(svg(run, kind, style), style, dpi);
    }

    /**
     * Returns a figure that was drawn as SVG as a PNG file; see the other.
     *
     * @param svg as drawn in the style
     * @param dpi pixels per inch, 30 to 1200
     * @throws IllegalArgumentException if the resolution is out of range
     */
    public static byte[] png(String svg, FigureStyle style, int dpi) throws IOException {
        requireDpi(dpi);
        return PngImage.of(svg, style, dpi);
    }

    /**
     * Returns a figure as an element of a page, whose colours are variables of the page's style sheet.
     *
     * @param width in the page's pixels
     * @param height in the page's pixels
     * @param font in the page's pixels
     */
    public static String element(RunView run, FigureKind kind, double width, double height, double font) {
        SvgCanvas canvas = new SvgCanvas(width, height, font, Palette.OF_PAGE);
        draw(run, kind, canvas);
        return canvas.toElement(kind.title(), kind.caption());
    }

    /**
     * Returns how high a figure is in a page: that of null models grows with the measures.
     *
     * @param usual height of those that do not grow
     * @param font in the page's pixels
     */
    public static double height(RunView run, FigureKind kind, double usual, double font) {
        return kind == FigureKind.NULLS ? NullsFigure.height(run, font) : usual;
    }

    /** Throws unless a resolution is one that {@link #png} takes. */
    public static void requireDpi(int dpi) {
        if (dpi < 30 || dpi > 1200) {
            throw new IllegalArgumentException("dpi = " + dpi + ", must be from 30 to 1200");
        }
    }

    private static void draw(RunView run, FigureKind kind, SvgCanvas canvas) {
        String missing = kind.missing(run);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no figure '" + kind.key() + "' of " + run.name() + ": " + missing);
        }
        kind.draw(run, canvas);
    }
}
