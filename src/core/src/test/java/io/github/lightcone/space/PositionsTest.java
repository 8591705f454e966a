package io.github.lightcone.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, how they are drawn, and how far they are apart. */
class PositionsTest {

    @Test
    void keepsCopies() {
        double[] coordinates = {1, 2, 3, 4};
        Positions positions = Positions.of(2, coordinates);
        coordinates[0] = 9;
        assertThat(positions.coordinate(0, 0)).isEqualTo(1);
        assertThat(positions.coordinate(1, 1)).isEqualTo(4);
        positions.toArray()[0] = 9;
        assertThat(positions).isEqualTo(Positions.of(2, 1, 2, 3, 4)).isNotEqualTo(Positions.of(4, 1, 2, 3, 4));
        assertThat(positions).hasSameHashCodeAs(Positions.of(2, 1, 2, 3, 4));
        assertThat(positions.size()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}-D")
    @ValueSource(ints = {1, 3, 64})
    void drawnPointsFillTheirSpace(int dimensions) {
        int size = 4_000 / dimensions;
        double[] uniform = Positions.uniform(size, dimensions, -1, 3, new SplittableRandom(4))
                .toArray();
        assertThat(uniform).hasSize(size * dimensions);
        assertThat(Arrays.stream(uniform).min().orElseThrow()).isBetween(-1.0, -0.95);
        assertThat(Arrays.stream(uniform).max().orElseThrow()).isBetween(2.95, 3.0);
        assertThat(Arrays.stream(uniform).average().orElseThrow()).isCloseTo(1, within(0.1));
        double[] normal =
                Positions.normal(size, dimensions, 0.5, new SplittableRandom(5)).toArray();
        double variance = Arrays.stream(normal).map(x -> x * x).average().orElseThrow();
        assertThat(variance).isCloseTo(0.25, within(0.03));
    }

    @Test
    void complaints() {
        assertThatThrownBy(() -> Positions.of(3, 1, 2, 3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 coordinates do not make whole points in 3 dimensions");
        assertThatThrownBy(() -> Positions.of(2, 1, 2, 3, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coordinate 1 of point 1 = NaN, must be finite");
        for (int dimensions : new int[] {-1, 0, 65}) {
            assertThatThrownBy(() -> Positions.of(dimensions))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dimensions = " + dimensions + ", must be between 1 and 64");
        }
    }

    @Test
    void distance() {
        double[] position = {0, 0, 3, 4, 3, 4};
        assertThat(ConductionDelay.distance(position, 2, 0, 1)).isEqualTo(5);
        assertThat(ConductionDelay.distance(position, 2, 1, 0)).isEqualTo(5);
        assertThat(ConductionDelay.distance(position, 2, 1, 2)).isZero();
        assertThat(ConductionDelay.distance(position, 3, 0, 1)).isCloseTo(Math.sqrt(16 + 9 + 1), within(1e-15));
    }
}
