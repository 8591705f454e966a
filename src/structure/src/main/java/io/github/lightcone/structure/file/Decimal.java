package io.github.lightcone.structure.file;

/** Decimal numbers such as {@code -1.5e-3}, and nothing else that Java would take for a number. */
final class Decimal {

    private Decimal() {}

    /** Returns the number a text stands for: NaN if for none, infinity if it is too large. */
    static double parse(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            return Double.NaN;
        }
    }
}
