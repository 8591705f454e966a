package io.github.lightcone.benchmarks;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
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
 * One second of a {@link RandomNetwork}, N2 unless told otherwise, forward and backward. The line with
 * {@code synapticEvents} is the time per synaptic event: per arrival of a spike at a synapse. The loss of the backward run is the sum of all spike times.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class NetworkBenchmark {

    private static final double END = 1000;

    /** Number of neurons. */
    @Param("1000")
    public int neurons;

    /** Number of synapses per neuron. */
    @Param("100")
    public int indegree;

    private Simulator simulator;
    private Tape tape;
    private Adjoint adjoint;
    private Adjoint adjointOfTimeConstants;
    private LossSeeds seeds;
    private Gradients gradients;

    /** Runs forward once, for the backward runs. */
    @Setup
    public void prepare() {
        Network network = RandomNetwork.of(neurons, indegree);
        simulator = new Simulator(CompiledNetwork.of(network));
        tape = new Simulator(simulator.compiled()).run(SpikeTrains.none(), END);
        adjoint = new Adjoint(simulator);
        adjointOfTimeConstants = new Adjoint(simulator, true);
        seeds = new LossSeeds().reset(tape);
        for (int k = 0; k < tape.spikeCount(); k++) {
            seeds.addSpikeTime(k, 1);
        }
        gradients = new Gradients(network);
        System.out.printf(
                "%n%s: %.1f Hz, %d synaptic events%n",
                network, tape.spikeCount() / (neurons * END / 1000), tape.synapticEvents());
    }

    /** Runs forward. */
    @Benchmark
    public Tape forward(SynapticEvents counter) {
        Tape result = simulator.run(SpikeTrains.none(), END);
        counter.synapticEvents += result.synapticEvents();
        return result;
    }

    /** Runs backward, for weights, delays, bias, threshold, reset and initial voltage. */
    @Benchmark
    public Gradients backward(SynapticEvents counter) {
        adjoint.run(tape, seeds, gradients);
        counter.synapticEvents += tape.synapticEvents();
        return gradients;
    }

    /** Runs backward, for the time constants too. */
    @Benchmark
    public Gradients backwardWithTimeConstants(SynapticEvents counter) {
        adjointOfTimeConstants.run(tape, seeds, gradients);
        counter.synapticEvents += tape.synapticEvents();
        return gradients;
    }
}
