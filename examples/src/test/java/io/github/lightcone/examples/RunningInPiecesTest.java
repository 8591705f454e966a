package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/running-in-pieces.md. */
class RunningInPiecesTest {

    /** A source drives a neuron, whose activity a leaky integrator takes up. */
    private final CompiledNetwork compiled = CompiledNetwork.of(Network.inDimensions(1)
            .population("source", new SpikeSource(), 1)
            .population("cell", Lif.of(20, 5), 1)
            .population("meter", LeakyIntegrator.of(30, 5), 1)
            .synapses("source", "cell", false, new int[1], new int[1], new double[] {12}, new double[] {0.5})
            .synapses("cell", "meter", false, new int[1], new int[1], new double[] {1}, new double[] {1})
            .build());

    private final int source = 0;
    private final int meter = 2;

    @Test
    void closedLoop() {
        SpikeTrains.Builder given = SpikeTrains.builder();
        Simulator simulator = new Simulator(compiled);
        Simulation run = simulator.start();
        for (double t = 0; t < 200; t += 2.5) {
            run.runTo(t);
            if (run.voltage(meter) < 0.3) {
                run.inject(source, t);
                given.add(source, t);
            }
        }
        run.runTo(200);

        Tape tape = run.tape().copy();
        assertThat(tape.spikeCount()).isGreaterThan(30);
        Tape whole = simulator.run(given.build(), 200);
        assertThat(whole.spikeCount()).isEqualTo(tape.spikeCount());
        for (int k = 0; k < whole.spikeCount(); k++) {
            assertThat(tape.time(k)).isEqualTo(whole.time(k));
        }
    }

    @Test
    void snapshots(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.snapshot");
        byte[] stateOfRandomGenerator = {1, 2, 3};
        SpikeTrains input = SpikeTrains.of(new int[3], new double[] {1, 50, 120});

        Simulation run = new Simulator(compiled).start(input);
        run.runTo(100);
        run.save(file, stateOfRandomGenerator);

        Simulation restored = new Simulator(compiled).restore(file);
        byte[] attached = restored.attachment();
        restored.runTo(200);

        assertThat(attached).isEqualTo(stateOfRandomGenerator);
        assertThat(restored.tape().spikeCount())
                .isEqualTo(new Simulator(compiled).run(input, 200).spikeCount());
    }

    @Test
    void spikeLimit() {
        SpikeTrains input = SpikeTrains.of(new int[3], new double[] {1, 50, 120});
        Simulator simulator = new Simulator(compiled).spikeLimit(4);
        int spikes = 0;
        try {
            simulator.run(input, 200);
        } catch (SpikeLimitException stopped) {
            Tape tape = simulator.tape();
            spikes = tape.spikeCountOf(1);
            assertThat(tape.end()).isEqualTo(stopped.time());
        }
        assertThat(spikes).isPositive();
    }
}
