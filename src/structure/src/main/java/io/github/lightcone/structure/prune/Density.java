package io.github.lightcone.structure.prune;

import io.github.lightcone.neuron.ParameterCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The share of synapses that stay. */
public final class Density {

    private Density() {}

    /**
     * Returns how many synapses stay: {@code density synapses}, rounded half up. The density counts as the decimal
     * number that it prints as: 0.29 of 50 are 14.5, so 15.
     *
     * @param synapses at least 0
     * @param density 0 to 1
     * @throws IllegalArgumentException if the density is anything else
     */
    public static int kept(int synapses, double density) {
        ParameterCheck.require(density >= 0 && density <= 1, "density", density, "between 0 and 1");
        return BigDecimal.valueOf(density)
                .multiply(BigDecimal.valueOf(synapses))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
