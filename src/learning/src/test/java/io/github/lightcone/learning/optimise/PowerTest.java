package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole powers against decimal arithmetic with 40 digits. */
class PowerTest {

    @ParameterizedTest
    @CsvSource({"0.9, 0", "0.9, 1", "0.999, 2", "0.999, 13", "0.999, 1000", "0.97, 255", "1.1, 500", "2, 62", "0, 3"})
    void isThePowerButForRounding(double base, int exponent) {
        double exact = new BigDecimal(base).pow(exponent, new MathContext(40)).doubleValue();
        assertThat(Power.of(base, exponent)).isCloseTo(exact, within(exact * exponent * Math.ulp(1.0)));
    }

    /** So that first steps are those of the formula, bit for bit. */
    @ParameterizedTest
    @CsvSource({"0.9", "0.999", "0.3"})
    void smallPowersAreProducts(double base) {
        assertThat(Power.of(base, 0)).isOne();
        assertThat(Power.of(base, 1)).isEqualTo(base);
        assertThat(Power.of(base, 2)).isEqualTo(base * base);
    }
}
