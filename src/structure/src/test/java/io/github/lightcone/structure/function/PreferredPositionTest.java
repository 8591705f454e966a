package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import org.junit.jupiter.api.Test;

class PreferredPositionTest {

    private static final double EXACT = 1e-14;

    @Test
    void figuresByHand() {
        Positions corners = Positions.of(2, 0, 0, 4, 0, 0, 4);
        double[][] weights = {{1, 0, 0, 1e-320}, {-3, 0, 0, 0}, {0, 2, 0, 0}};
        PreferredPosition preferred = PreferredPosition.of(weights, corners, 0, 1, Progress.none());
        assertThat(preferred.coordinate(0, 0)).isCloseTo(3, within(EXACT));
        assertThat(preferred.coordinate(0, 1)).isZero();
        assertThat(preferred.spread(0)).isCloseTo(Math.sqrt((1 * 9 + 3 * 1) / 4.0), within(EXACT));
        assertThat(preferred.coordinate(1, 1)).isEqualTo(4);
        assertThat(preferred.spread(1)).isZero();
        assertThat(preferred.coordinate(2, 0)).isNaN();
        assertThat(preferred.spread(2)).isNaN();
        assertThat(preferred.spread(3)).isZero();
        assertThat(preferred.meanSpread().observed()).isCloseTo(Math.sqrt(3) / 3, within(EXACT));
        assertThat(preferred.meanSpread().test().p()).isNaN();
        // Preferred positions (3, 0), (0, 4), (0, 0) around (1, 4/3).
        assertThat(preferred.mapSpread()).isCloseTo(Math.sqrt((6 + 32.0 / 3) / 3), within(EXACT));
    }

    @Test
    void localChannelsAreMoreCompactThanChance() {
        Positions positions = Tables.line(20);
        double[][] weights = new double[20][4];
        for (int n = 0; n < 20; n++) {
            weights[n][n / 5] = n % 2 == 0 ? 1 : -1;
        }
        PreferredPosition local = PreferredPosition.of(weights, positions, 99, 7, Progress.none());
        assertThat(local.meanSpread().observed()).isCloseTo(Math.sqrt(2), within(EXACT));
        assertThat(local.meanSpread().pLess()).isEqualTo(0.01);
        assertThat(local.meanSpread().pGreater()).isEqualTo(1);
        assertThat(PreferredPosition.of(weights, positions, 99, 7, Progress.none()))
                .hasToString(local.toString());
    }

    @Test
    void nothingToMeasure() {
        PreferredPosition none = PreferredPosition.of(new double[0][], Positions.origin(0, 2), 2, 1, Progress.none());
        assertThat(none.channels()).isZero();
        assertThat(none.mapSpread()).isNaN();
        assertThat(none.meanSpread().observed()).isNaN();
        assertThatThrownBy(() -> PreferredPosition.of(new double[3][2], Tables.line(2), 0, 1, Progress.none()))
                .hasMessage("2 positions, must be 3 as the rows of features");
        assertThatThrownBy(() -> PreferredPosition.of(new double[2][2], Tables.line(2), -1, 1, Progress.none()))
                .hasMessage("draws = -1, must be at least 0");
    }
}
