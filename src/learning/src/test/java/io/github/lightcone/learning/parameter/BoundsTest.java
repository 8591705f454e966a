package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static int clamp(Bounds bounds, double... values) {
        return bounds.clamp(values);
    }

    @Test
    void signsKeepTheirSideAndZeroIsFree() {
        Bounds bounds = Bounds.ofSigns(2, -3, 0, -0.0);
        double[] values = {-1, 1, -5, 5};
        assertThat(bounds.clamp(values)).isEqualTo(2);
        assertThat(values).containsExactly(0, 0, -5, 5);
        assertThat(bounds.least(0)).isZero();
        assertThat(bounds.most(0)).isEqualTo(INFINITY);
        assertThat(bounds.least(1)).isEqualTo(-INFINITY);
        assertThat(bounds.most(1)).isZero();
        assertThat(bounds.size()).isEqualTo(4);
    }

    @Test
    void endsAreInside() {
        assertThat(clamp(Bounds.of(3, -1, 2), -1, 2, 0)).isZero();
        assertThat(clamp(Bounds.of(3, -1, 2), Math.nextDown(-1.0), Math.nextUp(2.0), -INFINITY))
                .isEqualTo(3);
        assertThat(clamp(Bounds.none(2), -INFINITY, INFINITY)).isZero();
        assertThat(clamp(Bounds.of(1, 4, 4), 4)).isZero();
    }

    /** Against the definition: a number is in both ranges if and only if it is in their intersection. */
    @Test
    void andIsTheIntersection() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 1000; trial++) {
            double[] ends = random.ints(4, -3, 4).asDoubleStream().toArray();
            double least = Math.min(ends[0], ends[1]);
            double most = Math.max(ends[0], ends[1]);
            Bounds first = Bounds.of(1, least, most);
            Bounds second = Bounds.of(1, Math.min(ends[2], ends[3]), Math.max(ends[2], ends[3]));
            boolean empty = true;
            for (int value = -4; value <= 4; value++) {
                empty &= clamp(first, value) + clamp(second, value) > 0;
            }
            if (empty) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> first.and(second))
                        .withMessageStartingWith("range of number 0 from ")
                        .withMessageEndingWith(", must not be empty");
            } else {
                for (int value = -4; value <= 4; value++) {
                    assertThat(clamp(first.and(second), value) == 0)
                            .as("trial %d, %d", trial, value)
                            .isEqualTo(clamp(first, value) + clamp(second, value) == 0);
                }
            }
        }
    }

    @Test
    void emptyRangesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.of(new double[] {0, 1}, new double[] {1, 0.5}))
                .withMessage("range of number 1 from 1.0 to 0.5, must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.of(1, Double.NaN, 1))
                .withMessage("range of number 0 from NaN to 1.0, must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.ofSigns(1, 1, 1).and(Bounds.of(3, -2, -1)))
                .withMessage("range of number 0 from 0.0 to -1.0, must not be empty");
    }

    @Test
    void theNumbersMustBeAsManyAsTheRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.none(2).and(Bounds.none(3)))
                .withMessage("2 ranges with 3, must be as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.none(3).and(Bounds.none(2)))
                .withMessage("3 ranges with 2, must be as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.of(new double[2], new double[3]))
                .withMessage("2 least and 3 largest values, must be as many");
    }

    @Test
    void boundsAreCopiesOfWhatTheyAreMadeFrom() {
        double[] least = {0};
        Bounds bounds = Bounds.of(least, new double[] {1});
        least[0] = 9;
        assertThat(bounds.least(0)).isZero();
    }
}
