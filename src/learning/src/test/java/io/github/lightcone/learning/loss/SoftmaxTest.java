package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void valuesOfASmallCase() {
        double[] logits = {Math.log(1), Math.log(2), Math.log(5)};
        assertThat(Softmax.crossEntropy(logits, 1)).isCloseTo(Math.log(4), within(1e-15));
        assertThat(logits).containsExactly(new double[] {0.125, 0.25, 0.625}, within(1e-15));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        double[] logits = {1e6, 1e6 - 3, -1e6};
        assertThat(Softmax.crossEntropy(logits, 2)).isCloseTo(2e6 + Math.log1p(Math.exp(-3)), within(1e-9));
        assertThat(logits[0] + logits[1] + logits[2]).isCloseTo(1, within(1e-15));
    }
}
