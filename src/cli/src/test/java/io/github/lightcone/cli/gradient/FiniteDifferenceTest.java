package io.github.lightcone.cli.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FiniteDifferenceTest {

    private static void assertDerivative(FiniteDifference difference, double expected, double tolerance) {
        assertThat(difference.derivative()).isCloseTo(expected, offset(tolerance));
        assertThat(difference.error()).isLessThan(10 * tolerance);
    }

    @Test
    void smoothFunctionsFromBothSidesAndFromOne() {
        assertDerivative(FiniteDifference.central(Math::exp, 1, 0.01), Math.E, 1e-11);
        assertDerivative(FiniteDifference.forward(Math::exp, 1, 0.01), Math.E, 1e-10);
        assertDerivative(FiniteDifference.forward(Math::sqrt, 4, 0.01), 0.25, 1e-11);
        assertDerivative(FiniteDifference.central(x -> 3, 1, 0.01), 0, 1e-12);
    }

    @Test
    void stepsWhereTheFunctionIsUndefinedAreLeftOut() {
        DoubleUnaryOperator nearEdge = x -> Math.abs(x - 1) > 1e-4 ? Double.NaN : Math.exp(x);

        assertDerivative(FiniteDifference.central(nearEdge, 1, 0.01), Math.E, 1e-8);
    }

    @Test
    void withoutAUsefulStepThereIsNoDerivative() {
        DoubleUnaryOperator edge = x -> x > 1 ? Double.NaN : Math.exp(x);

        assertThat(FiniteDifference.central(edge, 1, 0.01).exists()).isFalse();
        assertThat(FiniteDifference.forward(edge, 1, 0.01).exists()).isFalse();
    }

    @Test
    void aKinkAtThePointIsSeen() {
        assertThat(FiniteDifference.central(x -> x + Math.abs(x - 1), 1, 0.01).exists())
                .isFalse();
    }

    @Test
    void aKinkNearbyDoesNotMatter() {
        DoubleUnaryOperator bent = x -> Math.exp(x) + Math.max(0, x - 1.003);

        assertDerivative(FiniteDifference.central(bent, 1, 0.01), Math.E, 1e-9);
        assertDerivative(FiniteDifference.forward(bent, 1, 0.01), Math.E, 1e-8);
    }

    @Test
    void noiseShowsInTheError() {
        SplittableRandom random = new SplittableRandom(3);
        DoubleUnaryOperator noisy = x -> Math.exp(x) + 1e-9 * random.nextDouble();

        FiniteDifference difference = FiniteDifference.central(noisy, 1, 0.01);

        assertThat(Math.abs(difference.derivative() - Math.E)).isLessThan(difference.error());
        assertThat(difference.error()).isBetween(1e-9, 1e-4);
    }
}
