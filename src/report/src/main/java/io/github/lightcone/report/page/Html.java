package io.github.lightcone.report.page;

import java.util.Locale;

/** Parts of a page. */
final class Html {

    private Html() {}

    /** Returns text as it stands in an element or an attribute. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns a script in which nothing ends the element it stands in. */
    static String script(String script) {
        return script.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /** Returns a number with three significant digits or, from a thousand on, none behind the point. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        double size = Math.abs(value);
        String text = size >= 1000 || (size == Math.rint(size) && size < 1000)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(
                        Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3g", value);
        return text.replace('-', '\u2212').replace(",", "\u202f");
    }

    /** Returns a share as a percentage. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
