package io.github.lightcone.report.figure;

/**
 * How a figure looks.
 *
 * @param width mm, 30 to 1000
 * @param height mm, 20 to 1000
 * @param font size of its text, points, 4 to 40
 * @param palette its colours
 */
public record FigureStyle(double width, double height, double font, Palette palette) {

    static final double POINTS_PER_MM = 72 / 25.4;

    /** Checks the sizes. */
    public FigureStyle {
        require("width", width, 30, 1000, "mm");
        require("height", height, 20, 1000, "mm");
        require("font", font, 4, 40, "points");
    }

    private static void require(String name, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " = " + value + ", must be from " + least + " to " + most + " " + unit);
        }
    }

    /** Returns one column of a paper, 88 mm by 62 mm, text of 7 points. */
    public static FigureStyle column(Palette palette) {
        return new FigureStyle(88, 62, 7, palette);
    }

    /** Returns the width of a page of a paper, 180 mm by 80 mm, text of 7 points. */
    public static FigureStyle page(Palette palette) {
        return new FigureStyle(180, 80, 7, palette);
    }

    /** Returns the width in points. */
    double widthPoints() {
        return width * POINTS_PER_MM;
    }

    /** Returns the height in points. */
    double heightPoints() {
        return height * POINTS_PER_MM;
    }

    /** Returns an empty canvas of this style. */
    SvgCanvas canvas() {
        SvgCanvas canvas = new SvgCanvas(widthPoints(), heightPoints(), font, palette);
        canvas.rectangle(0, 0, canvas.width(), canvas.height(), palette.ground(), 1);
        return canvas;
    }
}
