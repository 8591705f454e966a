package io.github.lightcone.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparseImagesTest {

    private static final SparseImages IMAGES = SparseImages.of(
            new double[][] {{0, 1, 0.5}, {0, 0, 0}, {2, 0, 1.5}}, new int[] {1, 0, 1}, List.of("a", "b"));

    @Test
    void onlyWhatIsNotZeroIsHeld() {
        assertThat(IMAGES.input).containsExactly(1, 2, 0, 2);
        assertThat(IMAGES.value).containsExactly(1f, 0.5f, 2f, 1.5f);
        assertThat(IMAGES.start).containsExactly(0, 2, 2, 4);
        assertThat(IMAGES.density()).isEqualTo(4 / 9.0);
    }

    @Test
    void aClassIsRepresentedByItsMean() {
        SparseImages mean = IMAGES.meanOfEachClass();
        assertThat(mean.size()).isEqualTo(2);
        assertThat(mean.label(1)).isOne();
        assertThat(mean.start).containsExactly(0, 0, 3);
        assertThat(mean.value).containsExactly(1f, 0.5f, 1f);
    }

    @Test
    void aBatchIsTheSameFromBothSides() {
        Batch batch = new Batch(IMAGES, 3);
        batch.take(new int[] {2, 1, 0}, 0, 3);
        batch.transpose();
        assertThat(batch.inputStart).containsExactly(0, 1, 2, 4);
        assertThat(batch.slot).startsWith(0, 2, 0, 2);
        assertThat(batch.value).startsWith(2f, 1f, 1.5f, 0.5f);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> SparseImages.of(new double[][] {{1}, {1, 2}}, new int[] {0, 0}, List.of("a")))
                .hasMessage("example 1 has 2 inputs and label 0, must have 1 and one of 1 classes");
        assertThatThrownBy(() -> SparseImages.of(new double[][] {{Double.NaN}}, new int[] {0}, List.of("a")))
                .hasMessage("example 0 has an input NaN, must be finite");
    }
}
