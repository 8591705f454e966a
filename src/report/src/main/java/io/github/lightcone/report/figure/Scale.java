package io.github.lightcone.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps numbers to places along an axis, linearly.
 *
 * @param low number at {@code from}
 * @param high number at {@code to}, not {@code low}
 * @param from place, points
 * @param to place, points
 * @param kind where ticks may stand, and what they say
 */
record Scale(double low, double high, double from, double to, Ticks kind) {

    /** Where ticks may stand, and what they say. */
    enum Ticks {
        /** Anywhere. */
        ANYWHERE,
        /** At whole numbers only. */
        WHOLE,
        /** At whole numbers only, which are exponents of ten. */
        POWERS
    }

    Scale(double low, double high, double from, double to) {
        this(low, high, from, to, Ticks.ANYWHERE);
    }

    /** Returns a scale over a range that is widened if it is empty. */
    static Scale over(double low, double high, double from, double to) {
        if (!(high > low)) {
            double half = low == 0 ? 1 : Math.abs(low) * 0.1;
            return new Scale(low - half, low + half, from, to);
        }
        return new Scale(low, high, from, to);
    }

    /** Returns a scale that ends at ticks. */
    static Scale round(double low, double high, double from, double to) {
        Scale bare = over(low, high, from, to);
        double step = bare.step(5);
        return new Scale(
                step * Math.floor(bare.low / step + 1e-9), step * Math.ceil(bare.high / step - 1e-9), from, to);
    }

    /** Returns the same with ticks at whole numbers. */
    Scale whole() {
        return new Scale(low, high, from, to, Ticks.WHOLE);
    }

    /**
     * Returns a scale for exponents of ten that ends at whole ones.
     *
     * @param low smallest exponent
     * @param high largest exponent
     */
    static Scale powers(double low, double high, double from, double to) {
        double least = Math.floor(low + 1e-9);
        return new Scale(least, Math.max(least + 1, Math.ceil(high - 1e-9)), from, to, Ticks.POWERS);
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Returns the distance of about {@code count} ticks: 1, 2 or 5 times a power of ten. */
    double step(int count) {
        double raw = kind != Ticks.ANYWHERE ? Math.max(1, (high - low) / count) : (high - low) / count;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        double digit = raw / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    List<Double> ticks(int count) {
        double step = step(count);
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Returns the text of a tick. */
    String label(double tick, int count) {
        if (kind == Ticks.POWERS) {
            return power((int) Math.rint(tick));
        }
        double step = step(count);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (largest >= 1e6 || step < 1e-4) {
            return tick == 0
                    ? "0"
                    : String.format(Locale.ROOT, "%.1e", tick)
                            .replace("e+0", "e")
                            .replace("e-0", "e-");
        }
        int decimals = (int) Math.max(0, -StrictMath.floor(StrictMath.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick == 0 ? 0 : tick)
                .replace('-', '\u2212');
    }

    private static String power(int exponent) {
        return exponent < -2 || exponent > 3
                ? ("1e" + exponent).replace('-', '\u2212')
                : String.format(Locale.ROOT, "%." + Math.max(0, -exponent) + "f", StrictMath.pow(10, exponent));
    }
}
