package io.github.lightcone.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Precise;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;

/** The response to an arrival as polynomials, against 60 digits. */
class ResponseKernelTest {

    @Test
    void isExactToRoundingForEveryRatioAndWidth() {
        SplittableRandom random = new SplittableRandom(8);
        // Relative to the weight, as V is added up from many of them.
        Agreement agreement = Agreement.of("ResponseKernel", 2.3e-16, 1);
        int low = 0;
        for (int k = 0; k < 150; k++) {
            double a = Math.pow(10, random.nextDouble(-2, 1));
            double c = a * FlowTest.ratio(random, k);
            double width = ResponseKernel.widest(a, c) * Math.pow(10, random.nextDouble(-3, 0));
            ResponseKernel kernel = new ResponseKernel(a, c, width);
            low += kernel.degree() == ResponseKernel.LOW_DEGREE ? 1 : 0;
            double x = k % 10 == 0 ? 0 : k % 10 == 1 ? width : random.nextDouble(0, width);
            Dfp zero = Precise.FIELD.getZero();
            Dfp[][] matrix = {
                {Precise.of(-a), Precise.of(a)},
                {zero, Precise.of(-c)}
            };
            double[] expected = Precise.propagate(matrix, new double[] {0, 1}, x);
            String what = "a " + a + " c " + c + " width " + width + " x " + x;
            agreement.compare(() -> what + " voltage", kernel.voltage(x), expected[0]);
            agreement.compare(() -> what + " current", kernel.current(x), expected[1]);
        }
        agreement.check();
        assertThat(low).isBetween(40, 145);
    }

    @Test
    void aKernelCanBecomeAnother() {
        ResponseKernel kernel = new ResponseKernel(1, 0.3, ResponseKernel.widest(1, 0.3));
        assertThat(kernel.degree()).isEqualTo(ResponseKernel.HIGH_DEGREE);
        kernel.set(0.05, 0.2, 1);
        ResponseKernel made = new ResponseKernel(0.05, 0.2, 1);
        assertThat(kernel.degree()).isEqualTo(made.degree()).isEqualTo(ResponseKernel.LOW_DEGREE);
        assertThat(kernel.fits(0.05, 0.2, 1)).isTrue();
        for (double x = 0; x <= 1; x += 0.125) {
            assertThat(kernel.voltage(x)).isEqualTo(made.voltage(x));
            assertThat(kernel.current(x)).isEqualTo(made.current(x));
        }
    }
}
