package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to move, against its published recursion written out for one number, and against closed forms. */
class MethodTest {

    private static final int LENGTH = 3;
    private static final int STEPS = 200;

    /** Rounding of 200 steps of size 0.01 to 0.1 around numbers of size 1. */
    private static final double TOLERANCE = 1e-12;

    static List<Method> methods() {
        return List.of(
                new Sgd(0, false),
                new Sgd(0, true),
                new Sgd(0.9, false),
                new Sgd(0.9, true),
                Adam.usual(),
                Adam.decaying(0.05),
                new Adam(0, 0, 1e-4, 0));
    }

    private static double[][] gradients() {
        SplittableRandom random = new SplittableRandom(12);
        double[][] gradients = new double[STEPS][LENGTH];
        for (double[] gradient : gradients) {
            for (int i = 0; i < LENGTH; i++) {
                gradient[i] = random.nextGaussian() * StrictMath.pow(10, -2 * i);
            }
        }
        return gradients;
    }

    private static double rate(int step) {
        return 0.01 / (1 + 0.01 * step);
    }

    private static double[] run(Method method, double[][] gradients) {
        Mover mover = method.start(LENGTH);
        double[] values = {1, -2, 0.5};
        for (int k = 0; k < gradients.length; k++) {
            mover.step(values, gradients[k], rate(k));
        }
        assertThat(mover.steps()).isEqualTo(gradients.length);
        return values;
    }

    /** Adam as in Algorithm 1 of Kingma and Ba, decay as in Algorithm 2 of Loshchilov and Hutter, all sums written out. */
    private static double adam(Adam adam, double start, double[][] gradients, int i) {
        double x = start;
        for (int k = 0; k < gradients.length; k++) {
            double m = 0;
            double v = 0;
            for (int j = 0; j <= k; j++) {
                double g = gradients[j][i];
                m += (1 - adam.beta1()) * StrictMath.pow(adam.beta1(), k - j) * g;
                v += (1 - adam.beta2()) * StrictMath.pow(adam.beta2(), k - j) * g * g;
            }
            double mHat = m / (1 - StrictMath.pow(adam.beta1(), k + 1));
            double vHat = v / (1 - StrictMath.pow(adam.beta2(), k + 1));
            double before = x;
            x = before - rate(k) * mHat / (StrictMath.sqrt(vHat) + adam.epsilon()) - rate(k) * adam.decay() * before;
        }
        return x;
    }

    /** Momentum with its sum written out; Nesterov by its definition, the sum as it will be with the same gradient. */
    private static double descent(Sgd sgd, double start, double[][] gradients, int i) {
        double x = start;
        for (int k = 0; k < gradients.length; k++) {
            double u = 0;
            for (int j = 0; j <= k; j++) {
                u += StrictMath.pow(sgd.momentum(), k - j) * gradients[j][i];
            }
            double ahead = sgd.momentum() * u + gradients[k][i];
            x -= rate(k) * (sgd.nesterov() ? ahead : u);
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void twoHundredStepsAgreeWithTheFormulas(Method method) {
        double[][] gradients = gradients();
        double[] values = run(method, gradients);
        double[] start = {1, -2, 0.5};
        for (int i = 0; i < LENGTH; i++) {
            double expected = method instanceof Adam adam
                    ? adam(adam, start[i], gradients, i)
                    : descent((Sgd) method, start[i], gradients, i);
            assertThat(values[i]).as("number %d", i).isCloseTo(expected, within(TOLERANCE));
            assertThat(values[i]).as("number %d moves", i).isNotEqualTo(start[i]);
        }
    }

    /** The moments of one gradient are that gradient: the step is g / (|g| + epsilon), of any size of g. */
    @Test
    void theFirstStepOfAdamIsTheRateInTheDirectionOfTheSign() {
        double[] values = {5, 5, 5, 5};
        Adam.usual().start(4).step(values, new double[] {3e-5, -1e7, 0, 1e-150}, 0.25);
        assertThat(values[0]).isCloseTo(5 - 0.25 / (1 + 1e-8 / 3e-5), within(1e-14));
        assertThat(values[1]).isCloseTo(5.25, within(1e-14));
        assertThat(values[2]).isEqualTo(5);
        assertThat(values[3]).as("far below epsilon").isEqualTo(5);
    }

    @Test
    void decayIsApartFromTheGradient() {
        Mover mover = Adam.decaying(0.5).start(1);
        double[] values = {8};
        for (int k = 0; k < 10; k++) {
            mover.step(values, new double[1], 0.1);
        }
        assertThat(values[0]).isCloseTo(8 * StrictMath.pow(0.95, 10), within(1e-14));
    }

    /** A constant gradient g: u after k steps is g (1 - m^k) / (1 - m). */
    @Test
    void momentumUnderAConstantGradientIsAGeometricSeries() {
        double momentum = 0.75;
        Mover mover = new Sgd(momentum, false).start(1);
        Mover ahead = new Sgd(momentum, true).start(1);
        double[] values = new double[1];
        double[] aheadValues = new double[1];
        double expected = 0;
        double aheadExpected = 0;
        for (int k = 1; k <= 50; k++) {
            mover.step(values, new double[] {2}, 0.5);
            ahead.step(aheadValues, new double[] {2}, 0.5);
            double u = 2 * (1 - StrictMath.pow(momentum, k)) / (1 - momentum);
            expected -= 0.5 * u;
            aheadExpected -= 0.5 * (2 + momentum * u);
        }
        assertThat(values[0]).isCloseTo(expected, within(1e-12));
        assertThat(aheadValues[0]).isCloseTo(aheadExpected, within(1e-12));
    }

    /** Plain descent on x^2 / 2 is x (1 - rate)^k. */
    @Test
    void plainDescentOnAParabolaIsGeometric() {
        Mover mover = new Sgd(0, false).start(1);
        double[] values = {3};
        for (int k = 0; k < 20; k++) {
            mover.step(values, values.clone(), 0.25);
        }
        assertThat(values[0]).isCloseTo(3 * StrictMath.pow(0.75, 20), within(1e-16));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aRestoredMoverGoesOnToTheSameBits(Method method) {
        double[][] gradients = gradients();
        double[] values = {1, -2, 0.5};
        Mover first = method.start(LENGTH);
        for (int k = 0; k < STEPS / 2; k++) {
            first.step(values, gradients[k], rate(k));
        }
        Mover second = method.start(LENGTH);
        double[][] saved = first.memory();
        second.restore(first.steps(), saved);
        first.step(values.clone(), gradients[0], 1);
        for (int k = STEPS / 2; k < STEPS; k++) {
            second.step(values, gradients[k], rate(k));
        }
        assertThat(values).isEqualTo(run(method, gradients));
        assertThat(second.steps()).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void statesOfAnotherShapeAreRefusedAndChangeNothing(Method method) {
        Mover mover = method.start(LENGTH);
        mover.step(new double[LENGTH], new double[] {1, 2, 3}, 1);
        double[][] before = mover.memory();
        double[][] memory = new double[before.length][];
        for (int k = 0; k < before.length; k++) {
            memory[k] = before[k].clone();
        }
        for (double[][] other : new double[][][] {
            new double[before.length + 1][LENGTH], new double[0][], new double[before.length][LENGTH - 1]
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mover.restore(7, other))
                    .withMessageContaining(
                            "saved state of " + other.length + " arrays after 7 steps, must be " + before.length);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> mover.restore(-1, new double[before.length][LENGTH]));
        assertThat(mover.memory()).isDeepEqualTo(memory);
        assertThat(mover.steps()).isEqualTo(1);
    }

    @Test
    void constantsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(1, 0.9, 1e-8, 0))
                .withMessage("beta1 = 1.0, must be at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(0.9, -0.1, 1e-8, 0))
                .withMessage("beta2 = -0.1, must be at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(0.9, 0.9, 0, 0))
                .withMessage("epsilon = 0.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adam.decaying(-1))
                .withMessage("decay = -1.0, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sgd(Double.NaN, false))
                .withMessage("momentum = NaN, must be at least 0 and below 1");
    }
}
