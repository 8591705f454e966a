package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Once warm, runs forward and backward allocate nothing on the thread that runs, however many events there are. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_RUNS = 3;
    private static final int MEASURED_RUNS = 5;

    private static final double END = 200;

    private final Network network = RandomNetwork.of(100, 20);
    private final CompiledNetwork compiled = CompiledNetwork.of(network);
    private final Simulator simulator = new Simulator(compiled, List.of(Readout.integral(3), Readout.weighted(4, 50)));
    private final LossSeeds seeds = new LossSeeds();
    private final Gradients gradients = new Gradients(network);

    @Test
    void aRunAllocatesNothing() {
        assertThat(allocatedBy(() -> simulator.run(SpikeTrains.none(), END))).isZero();
        assertThat(simulator.run(SpikeTrains.none(), END).synapticEvents()).isGreaterThan(1000);
    }

    @Test
    void aRunThatTracksMarginsAllocatesNothing() {
        simulator.trackMargins(true);
        assertThat(allocatedBy(() -> simulator.run(SpikeTrains.none(), END))).isZero();
    }

    @Test
    void aBackwardRunAllocatesNothing() {
        Tape tape = simulator.run(SpikeTrains.none(), END);
        Adjoint adjoint = new Adjoint(simulator);
        assertThat(allocatedBy(() -> backward(adjoint, tape))).isZero();
    }

    @Test
    void aBackwardRunForTimeConstantsAllocatesNothing() {
        Tape tape = simulator.run(SpikeTrains.none(), END);
        Adjoint adjoint = new Adjoint(simulator, true);
        assertThat(allocatedBy(() -> backward(adjoint, tape))).isZero();
    }

    private void backward(Adjoint adjoint, Tape tape) {
        seeds.reset(tape);
        for (int k = 0; k < tape.spikeCount(); k++) {
            seeds.addSpikeTime(k, 1);
        }
        seeds.addReadout(0, 1);
        seeds.addReadout(1, 1);
        adjoint.run(tape, seeds, gradients);
    }

    /** Returns the least of several runs: now and then the virtual machine itself allocates, when it recompiles. */
    private static long allocatedBy(Runnable run) {
        for (int k = 0; k < WARM_UP_RUNS; k++) {
            run.run();
        }
        long least = Long.MAX_VALUE;
        for (int k = 0; k < MEASURED_RUNS; k++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
