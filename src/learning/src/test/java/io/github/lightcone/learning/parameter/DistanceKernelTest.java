package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistanceKernelTest {

    private static final double[] DISTANCES = {0.1, 0.5, 1, 2, 7};

    @ParameterizedTest
    @EnumSource
    void manyAreWhatEachIs(DistanceKernel.Shape shape) {
        DistanceKernel kernel = new DistanceKernel(shape, 1.5);
        double[] values = new double[DISTANCES.length];
        double[] slopes = DISTANCES.clone();
        kernel.values(DISTANCES, DISTANCES.length, values);
        kernel.derivatives(slopes, DISTANCES.length, slopes);
        for (int k = 0; k < DISTANCES.length; k++) {
            double d = DISTANCES[k];
            assertThat(values[k]).isEqualTo(kernel.value(d));
            assertThat(slopes[k]).isEqualTo(kernel.derivative(d));
            double step = 1e-5 * d;
            // Truncation is of the order of the step squared, 1e-10 of the value.
            double difference = (kernel.value(d + step) - kernel.value(d - step)) / (2 * step);
            assertThat(slopes[k]).isCloseTo(difference, within(1e-8 * Math.abs(difference) + 1e-12));
        }
    }
}
