package io.github.lightcone.formats.nir;

import java.util.Locale;

/** What a time in a file is measured in: NIR does not say, and tools differ. */
public enum NirTimeUnit {
    /** Seconds, as most tools take them. */
    SECONDS("s", 1000),
    /** Milliseconds, as in Lightcone. */
    MILLISECONDS("ms", 1);

    private final String label;
    private final double milliseconds;

    NirTimeUnit(String label, double milliseconds) {
        this.label = label;
        this.milliseconds = milliseconds;
    }

    /** Returns {@code s} or {@code ms}. */
    public String label() {
        return label;
    }

    /**
     * Returns the unit of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those that are
     */
    public static NirTimeUnit named(String label) {
        for (NirTimeUnit unit : values()) {
            if (unit.label.equals(label.toLowerCase(Locale.ROOT))) {
                return unit;
            }
        }
        throw new IllegalArgumentException("time unit = " + NirMessages.quote(label) + ", must be s or ms");
    }

    /** Returns a time of a network, ms, in this unit. */
    double fromMs(double time) {
        return time / milliseconds;
    }

    /**
     * Returns a time in this unit in ms: one that {@link #fromMs} gives this time for, of several the one with the
     * fewest digits. About one time in forty shares its seconds with a neighbour; all others come back as they were.
     */
    double toMs(double time) {
        double product = time * milliseconds;
        double best = product;
        boolean found = false;
        for (double candidate : new double[] {product, Math.nextUp(product), Math.nextDown(product)}) {
            if (fromMs(candidate) == time) {
                boolean shorter = Double.toString(candidate).length()
                        < Double.toString(best).length();
                best = !found || shorter ? candidate : best;
                found = true;
            }
        }
        return best;
    }
}
