package io.github.lightcone.hardware.chip;

import java.util.Locale;

/**
 * A number of a chip, or a range of numbers.
 *
 * @param least the least of the range; the number itself if it is no range
 * @param most the greatest; the number itself if it is no range; infinite if only the least is known
 * @param source key of its source in the profile
 * @param note what else has to be known about it; may be empty
 */
public record Figure(double least, double most, String source, String note) {

    /** Checks the range. */
    public Figure {
        if (!(least >= 0 && least <= most && least < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a figure from " + least + " to " + most
                    + ", must be at least 0 and in this order, the least finite");
        }
    }

    /** Returns the number, or the range, as text. */
    public String text() {
        if (most == Double.POSITIVE_INFINITY) {
            return text(least) + " or more";
        }
        return least == most ? text(least) : text(least) + " to " + text(most);
    }

    /** Returns a number without decimals it does not need. */
    public static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return String.format(Locale.ROOT, "%.6g", number)
                .replaceAll("(\\.[0-9]*?)0+($|e)", "$1$2")
                .replaceAll("\\.($|e)", "$1");
    }
}
