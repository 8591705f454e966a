package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** Of the ways to deliver and the layouts, with everything that can be read. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRunOfAnyKindAllocatesNothing(Kind kind) {
        CompiledNetwork any = kind.compile();
        int output = any.network().population("output").firstNeuron();
        List<Readout> readouts = List.of(
                Readout.integral(output),
                Readout.maximum(output),
                Readout.weighted(output + 1, 50),
                Readout.maximum(output + 1),
                Readout.integral(3));
        Simulator reading = new Simulator(any, readouts)
                .record(new StateRecorder(new int[] {1, 2, output}, new double[] {0, 10.5, 77, END}))
                .trackMargins(true);
        assertThat(allocatedBy(() -> reading.run(SpikeTrains.none(), END))).isZero();
        assertThat(reading.statistics().delivery()).isEqualTo(kind == Kind.RING ? "ring" : "streaming");
        assertThat(reading.statistics().synapticEvents()).isGreaterThan(1000);
        reading.trackMargins(false);
        assertThat(allocatedBy(() -> reading.run(SpikeTrains.none(), END))).isZero();
    }

    /** Forward, backward, a step downhill and its update, with new positions and so another order of delays. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RING", "STREAMING", "EVERY_NEURON_ITS_OWN"})
    void aTrainingStepAllocatesNothing(Kind kind) {
        CompiledNetwork any = kind.compile();
        Simulator training = new Simulator(
                any, List.of(Readout.integral(any.network().population("output").firstNeuron())));
        Adjoint adjoint = new Adjoint(training, true);
        Gradients sum = new Gradients(any.network());
        Parameters parameters = any.network().parameters();
        long allocated = allocatedBy(() -> {
            Tape tape = training.run(SpikeTrains.none(), END);
            seeds.reset(tape);
            seeds.addReadout(0, 1);
            sum.clear();
            adjoint.run(tape, seeds, sum);
            sum.toPositions(any.network(), parameters);
            descend(parameters.weight(), sum.weight(), 1e-6);
            descend(parameters.position(), sum.position(), 1e-3);
            for (int n = 0; n < parameters.tauMem().length; n++) {
                parameters.tauMem()[n] *= 1.0001;
                parameters.tauSyn()[n] *= 1.0001;
            }
            any.update(parameters);
        });
        assertThat(allocated).isZero();
    }

    private static void descend(double[] values, double[] gradient, double step) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= step * Math.signum(gradient[i]);
        }
    }

    private enum Kind {
        RING,
        STREAMING,
        EVERY_NEURON_ITS_OWN,
        COMPACT;

        CompiledNetwork compile() {
            Network network = RandomNetwork.withOutput(100, 20, 2);
            Parameters parameters = network.parameters();
            for (int n = 0; n < network.neuronCount(); n++) {
                if (this == STREAMING) {
                    parameters.tauSyn()[n] = parameters.tauMem()[n];
                } else if (this == EVERY_NEURON_ITS_OWN) {
                    parameters.tauMem()[n] += 0.01 * n;
                }
            }
            Network changed = network.with(parameters);
            return this == COMPACT ? CompiledNetwork.compact(changed) : CompiledNetwork.of(changed);
        }
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
