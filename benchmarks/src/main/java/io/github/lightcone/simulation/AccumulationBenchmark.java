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
    private double[] sums;

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
        sums = new double[Accumulation.SUMS * indegree];
        slice.open(0, WIDTH, 10 * WIDTH, new SliceConstants(doubles), new SliceConstants(doubles));
    }

    /** Streamed, synapses as doubles. */
    @Benchmark
    public double[] streamedDoubles(SynapticEvents counter) {
        return stream(doubles, counter);
    }

    /** Streamed, compact synapses. */
    @Benchmark
    public double[] streamedCompact(SynapticEvents counter) {
        return stream(compact, counter);
    }

    private double[] stream(CompiledNetwork compiled, SynapticEvents counter) {
        Synapses rows = compiled.rows();
        for (int n = 0; n < neurons; n++) {
            int start = rows.rowStart(n);
            int end = Accumulation.add(compiled, rows, slice, 0, n, start, sums, -neurons, indegree);
            counter.synapticEvents += end - start;
        }
        return sums;
    }

    /** Into a ring, by the factors of the synapses. */
    @Benchmark
    public double[] factored(SynapticEvents counter) {
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
                    sums,
                    -neurons,
                    indegree);
            counter.synapticEvents += end - start;
        }
        return sums;
    }

    /** Into a ring, rows with one delay for all synapses. */
    @Benchmark
    public double[] commonDelay(SynapticEvents counter) {
        SynapseTable rows = doubles.synapses();
        ResponseKernel kernel = slice.constants().kernel;
        for (int n = 0; n < neurons; n++) {
            int start = rows.rowStart(n);
            int end = rows.rowEnd(n);
            Accumulation.addBlock(
                    start, end, rows.weight(), kernel.voltage(0.5), kernel.current(0.5), sums, 0, indegree);
            counter.synapticEvents += end - start;
        }
        return sums;
    }
}
