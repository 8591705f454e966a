package io.github.lightcone.learning.rewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.rewire.DensitySchedule.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DensityScheduleTest {

    /** Worked out by hand from sparsity s = s_f + (s_i - s_f) (1 - p)^3 of the paper, density 1 - s. */
    @ParameterizedTest
    @CsvSource({
        "CUBIC, 2, 1",
        "CUBIC, 3, 0.53125",
        "CUBIC, 4, 0.25",
        "CUBIC, 5, 0.15625",
        "CUBIC, 6, 0.14285714285714285",
        "LINEAR, 2, 1",
        "LINEAR, 3, 0.7857142857142857",
        "LINEAR, 4, 0.5714285714285714",
        "CONSTANT, 2, 0.142857142857142",
        "CONSTANT, 1.99, 1"
    })
    void densitiesAreThoseOfTheFormulas(Shape shape, double epochs, double density) {
        double last = 1 / 7.0;
        double expected = shape == Shape.CUBIC ? cubic(epochs, last) : density;
        assertThat(new DensitySchedule(shape, 2, 6, last).at(epochs)).isCloseTo(expected, within(1e-12));
    }

    private static double cubic(double epochs, double last) {
        double sparsity = (1 - last) + (0 - (1 - last)) * Math.pow(1 - (epochs - 2) / 4, 3);
        return 1 - sparsity;
    }

    @ParameterizedTest
    @EnumSource
    void fallsFromOneToTheLast(Shape shape) {
        DensitySchedule schedule = new DensitySchedule(shape, 3, 8, 0.2);
        double before = 1;
        for (double epochs = 0; epochs < 12; epochs += 0.125) {
            double density = schedule.at(epochs);
            assertThat(density).isBetween(0.2, before);
            assertThat(density == 1).isEqualTo(epochs < 3 || (epochs == 3 && shape != Shape.CONSTANT));
            before = density;
        }
        assertThat(schedule.at(8)).isEqualTo(0.2);
        assertThat(Shape.named(shape.label())).isEqualTo(shape);
    }

    @Test
    void impossibleOnesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DensitySchedule(Shape.CUBIC, 3, 3, 0.5))
                .withMessage("until = 3.0, must be finite and above from = 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensitySchedule.constant(-1, 0.5))
                .withMessage("from = -1.0, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensitySchedule.constant(0, 0))
                .withMessage("density = 0.0, must be above 0 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.named("square"))
                .withMessage("no density falls like 'square'; there are [constant, linear, cubic]");
    }
}
