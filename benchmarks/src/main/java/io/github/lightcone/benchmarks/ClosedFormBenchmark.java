package io.github.lightcone.benchmarks;

import io.github.lightcone.neuron.AdjointFlow;
import io.github.lightcone.neuron.Crossing;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.Flow;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The closed forms a neuron's update is made of, over many different states. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClosedFormBenchmark {

    private static final double A = 1.0 / 20;
    private static final double C = 1.0 / 5;
    private static final int STATES = 1024;

    private final double[] v = new double[STATES];
    private final double[] i = new double[STATES];
    private final double[] s = new double[STATES];
    private int next;

    /** Draws the states. */
    @Setup
    public void draw() {
        Random random = new Random(1);
        for (int k = 0; k < STATES; k++) {
            v[k] = random.nextDouble();
            i[k] = 0.9 * random.nextDouble();
            s[k] = 5 * random.nextDouble();
        }
    }

    private int next() {
        next = (next + 1) % STATES;
        return next;
    }

    /** One exponential, the dearest operation of them all. */
    @Benchmark
    public double exponential() {
        return Exponential.exp(-A * s[next()]);
    }

    /** The voltage after an event-free time. */
    @Benchmark
    public double flowVoltage() {
        int k = next();
        return Flow.voltage(A, C, v[k], i[k], s[k]);
    }

    /** The adjoint of the current before an event-free time. */
    @Benchmark
    public double adjointCurrent() {
        int k = next();
        return AdjointFlow.current(A, C, v[k], i[k], s[k]);
    }

    /** A threshold that is out of reach, as nearly always. */
    @Benchmark
    public double crossingRejected() {
        int k = next();
        return Crossing.first(A, C, v[k], i[k], 1, 1000);
    }

    /** A threshold between the voltage and the height it will reach: the maximum and Newton's method. */
    @Benchmark
    public double crossingFound() {
        int k = next();
        return Crossing.first(A, C, v[k], v[k] + 1 + i[k], v[k] + 0.02, 1000);
    }
}
