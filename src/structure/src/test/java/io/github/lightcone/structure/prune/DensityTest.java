package io.github.lightcone.structure.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DensityTest {

    /** In binary 0.29 times 50 is below 14.5, and 1.005e2 is what it says. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 0",
        "1, 0.5, 1",
        "1, 0.49, 0",
        "3, 0.5, 2",
        "50, 0.29, 15",
        "50, 0.289, 14",
        "7, 1, 7",
        "7, 0, 0",
        "1000, 0.0005, 1",
        "1000, 0.00049, 0",
        "2147483647, 1, 2147483647"
    })
    void roundsHalfUp(int synapses, double density, int kept) {
        assertThat(Density.kept(synapses, density)).isEqualTo(kept);
    }

    /** The nearest whole number, wherever there is one. */
    @Test
    void isWithinHalfASynapse() {
        for (int synapses = 0; synapses < 200; synapses++) {
            for (int k = 0; k <= 1000; k++) {
                int kept = Density.kept(synapses, k / 1000.0);
                assertThat(Math.abs(2000 * kept - 2 * k * synapses))
                        .as("%d per mille of %d", k, synapses)
                        .isLessThanOrEqualTo(1000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void isAShare(double density) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Density.kept(10, density))
                .withMessage("density = " + density + ", must be between 0 and 1");
    }
}
