package io.github.lightcone.report.figure;

import java.util.List;

/** Lines, areas and text, as SVG. */
final class SvgCanvas {

    /** Where text begins. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** What text is set in: the first that a machine has. */
    static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final double font;
    private final Palette palette;
    private int clips;

    SvgCanvas(double width, double height, double font, Palette palette) {
        this.width = width;
        this.height = height;
        this.font = font;
        this.palette = palette;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Returns the size of text, points. */
    double font() {
        return font;
    }

    Palette palette() {
        return palette;
    }

    /** Returns a number with at most two decimals. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String text = (hundredths < 0 ? "-" : "") + whole;
        return rest == 0 ? text : text + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /** Returns text with what means something in XML or HTML replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** XML has no place for most control characters. */
    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c != 0x7F && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                || c == '\n'
                || c == '\t';
    }

    void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        path("M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2), colour, thickness, 1, "");
    }

    /** Draws a path along its line. */
    void path(String path, String colour, double thickness, double opacity, String dashes) {
        body.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(colour);
        body.append("\" stroke-width=\"").append(number(thickness)).append('"');
        if (opacity < 1) {
            body.append(" stroke-opacity=\"").append(number(opacity)).append('"');
        }
        if (!dashes.isEmpty()) {
            body.append(" stroke-dasharray=\"").append(dashes).append('"');
        }
        body.append("/>\n");
    }

    /** Draws a dot at the beginning of each line of a path. */
    void dots(String path, String colour, double thickness) {
        body.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-linecap=\"round\" stroke=\"");
        body.append(colour)
                .append("\" stroke-width=\"")
                .append(number(thickness))
                .append("\"/>\n");
    }

    /** Fills a path. */
    void area(String path, String colour, double opacity) {
        body.append("<path d=\"")
                .append(path)
                .append("\" fill=\"")
                .append(colour)
                .append('"');
        if (opacity < 1) {
            body.append(" fill-opacity=\"").append(number(opacity)).append('"');
        }
        body.append("/>\n");
    }

    void rectangle(double x, double y, double w, double h, String colour, double opacity) {
        area(
                "M" + number(x) + " " + number(y) + "h" + number(w) + "v" + number(h) + "h" + number(-w) + "z",
                colour,
                opacity);
    }

    void circle(double x, double y, double radius, String fill, String stroke, double thickness) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill);
        if (!stroke.isEmpty()) {
            body.append("\" stroke=\"")
                    .append(stroke)
                    .append("\" stroke-width=\"")
                    .append(number(thickness));
        }
        body.append("\"/>\n");
    }

    void ring(double x, double y, double radius, String colour, double thickness, double opacity) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"")
                .append(number(radius))
                .append("\" fill=\"none\" stroke=\"")
                .append(colour);
        body.append("\" stroke-width=\"").append(number(thickness));
        body.append("\" stroke-opacity=\"").append(number(opacity)).append("\"/>\n");
    }

    void text(double x, double y, Anchor anchor, String colour, double size, String text) {
        text(x, y, anchor, colour, size, text, "");
    }

    /** Writes upwards. */
    void textUp(double x, double y, String colour, double size, String text) {
        text(x, y, Anchor.MIDDLE, colour, size, text, "rotate(-90 " + number(x) + " " + number(y) + ")");
    }

    /** Writes upwards, beginning here. */
    void textUpFrom(double x, double y, String colour, double size, String text) {
        text(x, y, Anchor.START, colour, size, text, "rotate(-90 " + number(x) + " " + number(y) + ")");
    }

    private void text(double x, double y, Anchor anchor, String colour, double size, String text, String transform) {
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        if (anchor != Anchor.START) {
            body.append(" text-anchor=\"")
                    .append(anchor == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        if (!transform.isEmpty()) {
            body.append(" transform=\"").append(transform).append('"');
        }
        body.append(" fill=\"")
                .append(colour)
                .append("\" font-size=\"")
                .append(number(size))
                .append("\">");
        body.append(escaped(text)).append("</text>\n");
    }

    /** Draws what follows only within a rectangle, until {@link #endClip}. */
    void beginClip(String prefix, double x, double y, double w, double h) {
        String id = prefix + "-" + Math.round(width) + "-" + clips++;
        body.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(number(x));
        body.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(w));
        body.append("\" height=\"").append(number(h)).append("\"/></clipPath>\n");
        body.append("<g clip-path=\"url(#").append(id).append(")\">\n");
    }

    void endClip() {
        body.append("</g>\n");
    }

    /** Returns a file. */
    String toFile(String title, String caption) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg("width=\"" + number(width) + "pt\" height=\"" + number(height) + "pt\" ", title, caption)
                + "\n";
    }

    /** Returns an element of a page. */
    String toElement(String title, String caption) {
        return svg("role=\"img\" ", title, caption);
    }

    private String svg(String attributes, String title, String caption) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "viewBox=\"0 0 " + number(width) + " "
                + number(height)
                + "\" font-family=\"" + FONTS + "\">\n<title>"
                + escaped(title) + "</title>\n<desc>" + escaped(caption) + "</desc>\n" + body + "</svg>";
    }

    /** Builds the path of a polyline, which breaks where a number is not finite. */
    static String polyline(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        boolean open = false;
        for (int k = 0; k < x.length; k++) {
            boolean there = Double.isFinite(x[k]) && Double.isFinite(y[k]);
            if (there) {
                path.append(open ? 'L' : 'M').append(number(x[k])).append(' ').append(number(y[k]));
            }
            open = there;
        }
        return path.toString();
    }

    /** Returns a colour of a list, for a legend that is longer than the list. */
    static String cycle(List<String> colours, int k) {
        return colours.get(Math.floorMod(k, colours.size()));
    }
}
