package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Schedule.Time START = new Schedule.Time(0, 4, 0, 2);

    private final Network network =
            Network.inDimensions(1).population("input", new SpikeSource(), 1).build();

    /** Numbers whose gradient is given. */
    private static final class Given implements Learnable {

        private final String name;
        private final double[] values;
        private final Bounds bounds;
        private double[] gradient;

        Given(String name, Bounds bounds, double... values) {
            this.name = name;
            this.bounds = bounds;
            this.values = values;
        }

        Given gradient(double... newGradient) {
            gradient = newGradient;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public double[] values() {
            return values;
        }

        @Override
        public Bounds bounds() {
            return bounds;
        }

        @Override
        public void scatter(Parameters parameters) {}

        @Override
        public void collect(Parameters parameters) {}

        @Override
        public void gather(Parameters parameters, Gradients gradients, double[] to) {
            System.arraycopy(gradient, 0, to, 0, to.length);
        }
    }

    private static Given free(String name, double... values) {
        return new Given(name, Bounds.none(values.length), values);
    }

    private static LearnedGroup descent(Given numbers, double rate, double clip) {
        return new LearnedGroup(numbers, new Sgd(0, false), rate, Schedule.constant(), numbers.bounds(), clip);
    }

    private void step(Optimizer optimizer) {
        optimizer.step(START, network.parameters(), new Gradients(network));
    }

    /** The step of plain descent at rate 1 is the gradient itself. */
    @Test
    void longGradientsAreShortenedToTheLargestNormAndCounted() {
        Given longer = free("long", 0, 0).gradient(30, -40);
        Given exact = free("exact", 0, 0).gradient(3, 4);
        Given shorter = free("short", 0, 0).gradient(0.3, 0.4);
        Optimizer optimizer =
                new Optimizer(List.of(descent(longer, 1, 5), descent(exact, 1, 5), descent(shorter, 1, 5)));
        step(optimizer);
        assertThat(longer.values).containsExactly(new double[] {-3, 4}, within(1e-15));
        assertThat(exact.values).containsExactly(-3, -4);
        assertThat(shorter.values).containsExactly(-0.3, -0.4);
        assertThat(optimizer.clipped()).isEqualTo(1);
        step(optimizer);
        assertThat(optimizer.clipped()).isEqualTo(2);
        optimizer.forgetCounts();
        assertThat(optimizer.clipped()).isZero();
    }

    /** Squares of finite gradients may be beyond all numbers. */
    @Test
    void hugeGradientsKeepTheirDirection() {
        Given huge = free("huge", 0, 0).gradient(3e200, 4e200);
        Optimizer optimizer = new Optimizer(List.of(descent(huge, 1, 5)));
        step(optimizer);
        assertThat(huge.values).containsExactly(new double[] {-3, -4}, within(1e-14));
        assertThat(optimizer.clipped()).isEqualTo(1);
    }

    @Test
    void numbersStopAtTheirBoundsAndAreCounted() {
        Given numbers = new Given("numbers", Bounds.of(3, -1, 1), 0, 0.5, -0.5).gradient(9, -9, 0.25);
        Optimizer optimizer = new Optimizer(List.of(descent(numbers, 1, INFINITY)));
        step(optimizer);
        assertThat(numbers.values).containsExactly(-1, 1, -0.75);
        assertThat(optimizer.clamped()).isEqualTo(2);
        numbers.values[2] = -7;
        optimizer.keepInBounds();
        assertThat(numbers.values[2]).isEqualTo(-1);
        assertThat(optimizer.clamped()).isEqualTo(3);
        optimizer.forgetCounts();
        assertThat(optimizer.clamped()).isZero();
    }

    @Test
    void gradientsThatAreNotFiniteAreNamedAndChangeNothing() {
        for (double wrong : new double[] {Double.NaN, INFINITY, -INFINITY}) {
            Given first = free("first", 1).gradient(2);
            Given second = free("second", 3, 4, 5).gradient(1, 1, wrong);
            LearnedGroup moving = new LearnedGroup(first, Adam.usual(), 1, Schedule.constant(), Bounds.none(1), 0.1);
            Optimizer optimizer = new Optimizer(List.of(moving, descent(second, 1, 0.1)));
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> step(optimizer))
                    .withMessage("gradient of second, number 2, is " + wrong);
            assertThat(first.values).containsExactly(1);
            assertThat(second.values).containsExactly(3, 4, 5);
            assertThat(optimizer.mover(0).steps()).isZero();
            assertThat(optimizer.mover(0).memory()).isDeepEqualTo(new double[2][1]);
            assertThat(optimizer.clipped()).isZero();
        }
    }

    @Test
    void eachGroupHasItsRateAndSchedule() {
        Given first = free("first", 0).gradient(1);
        Given second = free("second", 0).gradient(1);
        Optimizer optimizer = new Optimizer(List.of(
                descent(first, 0.5, INFINITY),
                new LearnedGroup(second, new Sgd(0, false), 8, Schedule.exponential(0.5), Bounds.none(1), INFINITY)));
        optimizer.step(new Schedule.Time(3, 4, 1, 2), network.parameters(), new Gradients(network));
        assertThat(first.values).containsExactly(-0.5);
        assertThat(second.values).containsExactly(-1);
        assertThat(optimizer.groups()).hasSize(2);
    }

    @Test
    void groupsAreKeptInTheirOwnBoundsToo() {
        Given numbers = new Given("numbers", Bounds.of(2, 0, 10), 5, 5);
        LearnedGroup group =
                new LearnedGroup(numbers, Adam.usual(), 1, Schedule.constant(), Bounds.of(2, -3, 7), INFINITY);
        assertThat(group.bounds().least(0)).isZero();
        assertThat(group.bounds().most(1)).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LearnedGroup(numbers, Adam.usual(), 1, Schedule.constant(), Bounds.of(2, -3, -1), INFINITY))
                .withMessage("range of number 0 from 0.0 to -1.0, must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LearnedGroup(numbers, Adam.usual(), 1, Schedule.constant(), Bounds.none(3), INFINITY))
                .withMessage("3 ranges with 2, must be as many");
    }

    @Test
    void ratesAndNormsAreChecked() {
        Given numbers = free("numbers", 0);
        for (double wrong : new double[] {0, -1, Double.NaN, INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LearnedGroup.of(numbers, wrong, Schedule.constant()))
                    .withMessage("learning rate of numbers = " + wrong + ", must be finite and above 0");
        }
        for (double wrong : new double[] {0, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> descent(numbers, 1, wrong))
                    .withMessage("largest gradient norm of numbers = " + wrong + ", must be above 0");
        }
    }
}
