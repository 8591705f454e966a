package io.github.lightcone.formats;

import tools.jackson.core.io.NumberInput;
import tools.jackson.core.io.NumberOutput;

/** Doubles as decimal text, exactly there and back. */
final class Decimals {

    private Decimals() {}

    /** Returns the shortest decimal that reads back as the same bits; the JDK's own is longer at times. */
    static String format(double value) {
        return NumberOutput.toString(value, true);
    }

    /**
     * Returns the double nearest to a decimal such as {@code -1.5e-3}, NaN if the text is anything else;
     * the names of infinity and the hexadecimal and suffixed forms of Java are something else.
     */
    static double parse(char[] text, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        for (int i = from; i < to; i++) {
            char c = text[i];
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return NumberInput.parseDouble(text, from, to - from, true);
        } catch (NumberFormatException malformed) {
            return Double.NaN;
        }
    }
}
