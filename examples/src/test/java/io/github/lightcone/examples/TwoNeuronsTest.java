package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The first neuron spikes when {@code 1.5 (1 - e^{-t/20}) = 1}, at 20 ln 3 = 21.972246 ms. The answer is as much later
 * as the delay is longer: its gradient is the unit vector (0.6, 0.8) over the speed of 0.1 mm/ms.
 */
class TwoNeuronsTest {

    @Test
    void printsTheClosedForm() throws Exception {
        assertThat(Printed.by(TwoNeurons::main))
                .contains("travels for 5.000 ms")
                .contains("neuron 0 spikes at 21.972246 ms")
                .contains("moving neuron 0: -6.000 and -8.000 ms per mm")
                .contains("moving neuron 1: +6.000 and +8.000 ms per mm");
    }
}
