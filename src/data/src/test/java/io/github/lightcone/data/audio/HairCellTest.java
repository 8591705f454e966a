package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HairCellTest {

    @Test
    void constantMotionIsCompressedAndItsOppositeSilent() {
        HairCell cell = new HairCell(1.0 / 3, 1000, 8000);
        HairCell opposite = new HairCell(1.0 / 3, 1000, 8000);
        double current = 0;
        double silent = 0;
        for (int k = 0; k < 200; k++) {
            current = cell.next(0.001);
            silent = opposite.next(-0.001);
        }
        assertThat(current).isCloseTo(0.1, within(1e-12));
        assertThat(silent).isZero();
    }

    /** The response to a step is 1 - exp(-2 pi f t), t counted to the end of the sample. */
    @Test
    void responseToAStep() {
        HairCell cell = new HairCell(1, 1000, 44_100);
        for (int k = 0; k < 100; k++) {
            assertThat(cell.next(2)).isCloseTo(2 - 2 * Math.exp(-2 * Math.PI * 1000 * (k + 1) / 44_100), within(1e-12));
        }
    }
}
