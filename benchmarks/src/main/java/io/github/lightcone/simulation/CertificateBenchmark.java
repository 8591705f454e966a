package io.github.lightcone.simulation;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** The sweep over all neurons of a slice, none of which could cross. Read the line with {@code swept}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CertificateBenchmark {

    private static final double WIDTH = 0.5;

    /** Number of neurons. */
    @Param("10000")
    public int neurons;

    private final Slice slice = new Slice();
    private SliceStates states;
    private Candidates candidates;
    private Sums sums;

    /** Counts neurons, so that times are told per neuron too. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Neurons {
        /** Neurons swept over. */
        public long swept;
    }

    /** Sets every neuron to a state well below its threshold. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        Network network = Network.inDimensions(1)
                .population("cells", Lif.of(20, 5), Positions.uniform(neurons, 1, 0, 1, random))
                .override(
                        "cells",
                        NeuronParameter.V_INITIAL,
                        random.doubles(neurons, 0, 0.5).toArray())
                .build();
        CompiledNetwork compiled = CompiledNetwork.of(network);
        slice.open(0, WIDTH, 10 * WIDTH, new SliceConstants(compiled), new SliceConstants(compiled));
        states = new SliceStates(compiled);
        states.reset();
        Arrays.fill(states.i, 0.1);
        Tape tape = new Tape(neurons, 0);
        Observer observer = new Observer(compiled, List.of(), tape, false);
        candidates = new Candidates(compiled, compiled.rows(), states, slice, tape, observer);
        sums = new Sums(neurons);
    }

    /** Moves all neurons to the end of the slice and certifies them. */
    @Benchmark
    public int sweep(Neurons counter) {
        states.certify(0, neurons, slice.constants(), sums, candidates);
        counter.swept += neurons;
        return candidates.count();
    }
}
