package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is used whole or not at all. */
class SnapshotTest {

    private static final Trial TRIAL = RandomNetworks.withShared(405, 2, 12, 6);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("run.snapshot");
        Simulation run = TRIAL.simulator().start(TRIAL.input());
        run.runTo(TRIAL.end() / 2);
        run.save(file, new byte[] {7});
    }

    @Test
    void anyByteFlipped() throws IOException {
        Simulator simulator = TRIAL.simulator();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += at < 200 ? 1 : 7) {
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(file, bytes);
            assertRefused(simulator, "is");
            bytes[at] ^= (byte) (1 << at % 8);
        }
        Files.write(file, bytes);
        assertThat(simulator.restore(file).now()).isEqualTo(TRIAL.end() / 2);
    }

    @Test
    void cutOffAnywhere() throws IOException {
        Simulator simulator = TRIAL.simulator();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += length < 200 ? 1 : 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused(simulator, length < 16 ? "is no snapshot of a run" : "is damaged or cut off");
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused(simulator, "is damaged or cut off: its checksum is wrong");
    }

    @Test
    void otherFiles() throws IOException {
        Files.writeString(file, "neuron,time\n0,1.5\n1,2.5\n2,3.5\n");
        assertRefused(TRIAL.simulator(), "is no snapshot of a run");
        Files.delete(file);
        assertThatThrownBy(() -> TRIAL.simulator().restore(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anotherVersion() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 9;
        Files.write(file, bytes);
        assertRefused(TRIAL.simulator(), "is a snapshot in format 9, must be in format 2");
    }

    @Test
    void anotherNetwork() throws IOException {
        List<Consumer<Parameters>> changes = List.of(
                p -> p.weight()[3] = Math.nextUp(p.weight()[3]),
                p -> p.delay()[p.delay().length - 1] += 1e-3,
                p -> p.position()[0] += 1e-3,
                p -> p.conductionSpeed(1.01 * p.conductionSpeed()),
                p -> Arrays.setAll(p.tauMem(), n -> 2 * p.tauMem()[n]),
                p -> Arrays.setAll(p.vInitial(), n -> p.vInitial()[n] - 1),
                p -> Arrays.setAll(p.refractory(), n -> p.refractory()[n] + 1));
        for (Consumer<Parameters> change : changes) {
            Parameters parameters = TRIAL.network().parameters().copy();
            change.accept(parameters);
            Trial other = TRIAL.with(parameters);
            assertRefused(
                    other.simulator()
                            .sliceWidth(TRIAL.simulator().start().statistics().sliceWidth()),
                    "is a snapshot of a network with other connections or parameters");
        }
        Trial small = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 1, 1)
                .trial(5);
        assertRefused(small.simulator(), "synapses, this one has 2 and 1");
    }

    @Test
    void anotherKindOfRun() throws IOException {
        CompiledNetwork compiled = CompiledNetwork.of(TRIAL.network());
        String observed = "is a snapshot of a run with other readouts, margins or recordings";
        assertRefused(new Simulator(compiled), observed);
        assertRefused(TRIAL.simulator().trackMargins(true), observed);
        int n = TRIAL.readouts().get(0).neuron();
        assertRefused(TRIAL.simulator().record(new StateRecorder(new int[] {n}, new double[] {1})), observed);
        double width = TRIAL.simulator().start().statistics().sliceWidth();
        assertRefused(
                TRIAL.simulator().sliceWidth(width / 2),
                "is a snapshot of a run in slices of " + width + " ms, this one has " + width / 2
                        + " ms; see sliceWidth");
        assertRefused(
                TRIAL.simulator().alwaysStream(true),
                "is a snapshot of a run with delivery ring, this one has streaming");
    }

    @Test
    void recordingTimesFromThePauseOnMayDiffer() throws IOException {
        int n = TRIAL.readouts().get(0).neuron();
        double pause = TRIAL.end() / 2;
        double[] times = {0, pause / 3, pause, 1.5 * pause, TRIAL.end()};
        Simulation run = recording(n, Arrays.copyOf(times, 3)).start(TRIAL.input());
        run.runTo(pause);
        run.save(file);

        StateRecorder whole = new StateRecorder(new int[] {n}, times);
        TRIAL.simulator().record(whole).run(TRIAL.input(), TRIAL.end());
        StateRecorder pieces = new StateRecorder(new int[] {n}, times);
        TRIAL.simulator().record(pieces).restore(file).runTo(TRIAL.end());
        for (int sample = 0; sample < times.length; sample++) {
            assertThat(pieces.voltage(0, sample)).isEqualTo(whole.voltage(0, sample));
            assertThat(pieces.current(0, sample)).isEqualTo(whole.current(0, sample));
        }
        assertRefused(recording(n, 0, pause / 4, pause), "other readouts, margins or recordings");
        assertRefused(recording(n, pause / 3, pause), "other readouts, margins or recordings");
    }

    private static Simulator recording(int neuron, double... times) {
        return TRIAL.simulator().record(new StateRecorder(new int[] {neuron}, times));
    }

    /** Refuses with one line that names the file, and leaves a run in progress as it was. */
    private void assertRefused(Simulator simulator, String message) throws IOException {
        Simulation inProgress = simulator.start();
        assertThatThrownBy(() -> simulator.restore(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": is")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        inProgress.runTo(0.5);
        assertThat(inProgress.tape().end()).isEqualTo(0.5);
    }

    @ParameterizedTest(name = "place ''{0}''")
    @ValueSource(strings = {"", "absent/run"})
    void placesThatAreNone(String name) throws IOException {
        Simulation run = TRIAL.simulator().start();
        assertThatThrownBy(() -> run.save(folder.resolve(name)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve(name).toString());
        assertOneFile();
    }

    @Test
    void fileThatIsThereIsReplaced() throws IOException {
        Simulation run = TRIAL.simulator().restore(file);
        assertThat(run.attachment()).containsExactly(7);
        run.runTo(TRIAL.end());
        run.save(file);
        Simulation restored = TRIAL.simulator().restore(file);
        assertThat(restored.now()).isEqualTo(TRIAL.end());
        assertThat(restored.attachment()).isEmpty();
        SameBits.ofTapes("restored", TRIAL.network().neuronCount(), TRIAL.run(), restored.tape());
        assertOneFile();
    }

    private void assertOneFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
