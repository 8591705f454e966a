package io.github.lightcone.structure.measure;

import java.util.Locale;

/**
 * A figure that depends on random draws, with how far they let it vary.
 *
 * @param value the figure from the means of all draws
 * @param low 2.5 % quantile of the figure from single draws
 * @param high 97.5 % quantile
 */
public record Band(double value, double low, double high) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g [%.4g, %.4g]", value, low, high);
    }
}
