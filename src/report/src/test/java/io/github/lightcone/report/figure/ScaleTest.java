package io.github.lightcone.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void placesAreLinear() {
        Scale scale = new Scale(2, 6, 100, 20);
        assertThat(scale.place(2)).isEqualTo(100);
        assertThat(scale.place(6)).isEqualTo(20);
        assertThat(scale.place(3)).isEqualTo(80);
    }

    @Test
    void ticksStandAtOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(new Scale(0, 80, 0, 1).ticks(6))
                .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0);
        assertThat(new Scale(-1, 1, 0, 1).ticks(4)).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
        assertThat(new Scale(0.93, 0.98, 0, 1).step(4)).isEqualTo(0.01, within(1e-12));
    }

    @Test
    void wholeTicksAreWhole() {
        assertThat(new Scale(1, 3, 0, 1).whole().ticks(6)).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void roundScalesEndAtTicks() {
        Scale scale = Scale.round(0.03, 0.88, 0, 1);
        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isEqualTo(1, within(1e-12));
    }

    @Test
    void anEmptyRangeIsWidened() {
        Scale zero = Scale.over(0, 0, 0, 1);
        assertThat(zero.low()).isEqualTo(-1);
        assertThat(zero.high()).isEqualTo(1);
        Scale five = Scale.over(5, 5, 0, 1);
        assertThat(five.place(5)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void labelsHaveTheDecimalsOfTheirStep() {
        assertThat(new Scale(0, 1, 0, 1).label(0.2, 5)).isEqualTo("0.2");
        assertThat(new Scale(0, 80, 0, 1).label(10, 6)).isEqualTo("10");
        assertThat(new Scale(-1, 1, 0, 1).label(-0.5, 4)).isEqualTo("\u22120.5");
        assertThat(new Scale(0, 2e6, 0, 1).label(1e6, 4)).isEqualTo("1.0e6");
    }

    @Test
    void powersEndAtWholeExponents() {
        Scale scale = Scale.powers(-4.3, -1.2, 100, 0);
        assertThat(scale.low()).isEqualTo(-5);
        assertThat(scale.high()).isEqualTo(-1);
        assertThat(scale.ticks(2)).containsExactly(-4.0, -2.0);
        assertThat(scale.label(-4, 2)).isEqualTo("1e\u22124");
        assertThat(scale.label(-2, 2)).isEqualTo("0.01");
        assertThat(scale.label(2, 2)).isEqualTo("100");
        assertThat(Scale.powers(-3, -3, 100, 0).high()).isEqualTo(-2);
    }
}
