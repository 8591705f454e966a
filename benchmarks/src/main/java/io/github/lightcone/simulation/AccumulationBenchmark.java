package io.github.lightcone.simulation;

import io.github.lightcone.benchmarks.SynapticEvents;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.ResponseKernel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The four ways to add up arrivals: whole rows that arrive within one slice. Read the line with {@code synapticEvents}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AccumulationBenchmark {

    private static final double WIDTH = 1;
    private static final double SMALLER_THAN_WIDTH = 0.9;

    /** Number of rows. */
    @Param("700")
    public int neurons;

    /** Length of a row. */
    @Param("256")
    public int indegree;

    private final Slice slice = new Slice();
    private CompiledNetwork doubles;
    private CompiledNetwork compact;
    private final Responses responses = new Responses();
    private Sums sums;
    private double[][] weights;
    private double[] copy;

    /** Makes rows in both layouts. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        Network network = Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.uniform(neurons, 2, 0, 1, random))
                .population("output", LeakyIntegrator.of(20, 5), Positions.uniform(indegree, 2, 0, 1, random))
                .connect(
                        "input",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.02),
                        Delays.given(Distribution.uniform(0, SMALLER_THAN_WIDTH)),
                        random)
                .build();
        doubles = CompiledNetwork.of(network);
        compact = CompiledNetwork.compact(network);
        sums = new Sums(neurons + indegree);
        weights = new double[neurons][];
        Arrays.setAll(weights, n -> random.doubles(indegree, -0.02, 0.02).toArray());
        copy = new double[indegree];
        slice.open(0, WIDTH, 10 * WIDTH, new SliceConstants(doubles), new SliceConstants(doubles));
    }

    /** Streamed, synapses as doubles. */
    @Benchmark
    public Sums streamedDoubles(SynapticEvents counter) {
        return stream(doubles, counter);
    }

    /** Streamed, compact synapses. */
    @Benchmark
    public Sums streamedCompact(SynapticEvents counter) {
        return stream(compact, counter);
    }

    private Sums stream(CompiledNetwork compiled, SynapticEvents counter) {
        Synapses rows = compiled.rows();
        for (int n = 0; n < neurons; n++) {
            int start = rows.rowStart(n);
            int end = Accumulation.add(rows, slice, 0, n, start, responses, sums);
            counter.synapticEvents += end - start;
        }
        return sums;
    }

    /** Into a ring, by the factors of the synapses. */
    @Benchmark
    public Sums factored(SynapticEvents counter) {
        SynapseTable rows = doubles.synapses();
        SynapseFactors factors = doubles.synapseFactors();
        for (int n = 0; n < neurons; n++) {
            int start = rows.rowStart(n);
            int end = Accumulation.addFactored(
                    0,
                    start,
                    rows.rowEnd(n),
                    WIDTH,
                    rows.delay(),
                    rows.target(),
                    factors.membrane(),
                    factors.synaptic(),
                    0.95,
                    0.8,
                    factors.kappa(),
                    sums);
            counter.synapticEvents += end - start;
        }
        return sums;
    }

    /** Into a ring, rows with one delay for all synapses. */
    @Benchmark
    public Sums commonDelay(SynapticEvents counter) {
        ResponseKernel kernel = slice.constants().kernel;
        for (int n = 0; n < neurons; n++) {
            Accumulation.addBlock(weights[n], neurons, kernel.voltage(0.5), kernel.current(0.5), sums, copy);
            counter.synapticEvents += indegree;
        }
        return sums;
    }
}
