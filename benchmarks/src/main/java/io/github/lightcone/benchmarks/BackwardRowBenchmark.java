package io.github.lightcone.benchmarks;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * The adjoint of rows and of hardly anything else: sources onto leaky integrators, whose integrals are the loss. Read the
 * line with {@code synapticEvents}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BackwardRowBenchmark {

    private static final double END = 1000;

    /** Spikes of each source. */
    private static final int SPIKES = 10;

    /** Number of sources. */
    @Param("700")
    public int neurons;

    /** Length of a row. */
    @Param("256")
    public int indegree;

    private final LossSeeds seeds = new LossSeeds();
    private Tape spatialTape;
    private Adjoint spatial;
    private Tape axonalTape;
    private Adjoint axonal;
    private Gradients gradients;

    /** Runs forward once. */
    @Setup
    public void prepare() {
        Simulator ofSpatial = simulator(Delays.spatial());
        Simulator ofAxonal = simulator(Delays.constant(10));
        SpikeTrains.Builder input = SpikeTrains.builder();
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < SPIKES * neurons; k++) {
            input.add(k % neurons, 0.9 * END * random.nextDouble());
        }
        SpikeTrains spikes = input.build();
        spatialTape = ofSpatial.run(spikes, END);
        axonalTape = ofAxonal.run(spikes, END);
        spatial = new Adjoint(ofSpatial);
        axonal = new Adjoint(ofAxonal);
        gradients = new Gradients(ofSpatial.compiled().network());
        seeds.reset(spatialTape);
        for (int k = 0; k < indegree; k++) {
            seeds.addReadout(k, 1);
        }
    }

    private Simulator simulator(Delays delays) {
        SplittableRandom random = new SplittableRandom(1);
        Network network = Network.inDimensions(3)
                .population("input", new SpikeSource(), Positions.uniform(neurons, 3, 0, 20, random))
                .population("output", LeakyIntegrator.of(20, 5), Positions.uniform(indegree, 3, 0, 20, random))
                .connect("input", "output", ConnectionRules.allToAll(), Distribution.normal(0, 0.02), delays, random)
                .build();
        return new Simulator(
                CompiledNetwork.of(network),
                IntStream.range(neurons, neurons + indegree)
                        .mapToObj(Readout::integral)
                        .toList());
    }

    /** Every synapse with a delay of its own. */
    @Benchmark
    public Gradients spatialRow(SynapticEvents counter) {
        spatial.run(spatialTape, seeds, gradients);
        counter.synapticEvents += spatialTape.synapticEvents();
        return gradients;
    }

    /** One delay for all synapses. */
    @Benchmark
    public Gradients commonDelayRow(SynapticEvents counter) {
        axonal.run(axonalTape, seeds, gradients);
        counter.synapticEvents += axonalTape.synapticEvents();
        return gradients;
    }
}
