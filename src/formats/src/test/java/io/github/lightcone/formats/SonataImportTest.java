package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import io.github.lightcone.formats.sonata.SonataSpikes;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A circuit that h5py wrote, with several groups, types that the arrays override, and explicit enumerations. The
 * expected numbers were worked out by hand from the conversion: in a type with C_m = 200 pF, tau_m = 20 ms, E_L = -65
 * mV, a picoampere is 0.1 mV; with the usual C_m = 250 pF and tau_m = 16 ms it is 0.064 mV.
 */
class SonataImportTest {

    /** Rounding of one product. */
    private static final Offset<Double> EXACT = Offset.offset(1e-14);

    @Test
    void nodesComeFromGroupsAndTypes() throws IOException {
        Network network =
                SonataNetwork.read(PythonFiles.file("circuit/config.json")).network();

        assertThat(network.dimensions()).isEqualTo(2);
        assertThat(network.populations()).extracting(Population::name).containsExactly("cells", "sources");
        assertThat(network.population("sources").model()).isEqualTo(new SpikeSource());
        assertThat(network.population("cells").model()).isEqualTo(new Lif(20, 4, 15, 5, 10, 3, 0));
        Parameters parameters = network.parameters();
        assertThat(parameters.position()).containsExactly(2, 0.02, 3, 0.03, 4, 0.04, 1, 0.01, 0, 0, 0, 0);
        assertThat(parameters.tauMem()).startsWith(20, 16, 20, 16);
        assertThat(parameters.tauSyn())
                .as("6 ms where only negative weights arrive")
                .startsWith(4, 6, 4, 6);
        assertThat(parameters.vThreshold()).startsWith(15, 30, 15, 15);
        assertThat(parameters.vReset()).startsWith(5, 0, 5, 0);
        assertThat(parameters.refractory()).startsWith(3, 2, 3, 2);
        assertThat(parameters.bias()).startsWith(10, 0, 10, 0);
        assertThat(parameters.vInitial()).startsWith(0, 0, 0, 0);
    }

    @Test
    void missingCoordinatesAreCounted(@TempDir Path folder) throws IOException {
        PythonFiles.circuit(folder);
        Path types = folder.resolve("node_types.csv");
        Files.writeString(
                types,
                Files.readString(types)
                        .replace("params note", "params note z")
                        .replace("note\"\"\"", "note\"\"\" 1500")
                        .replace("second.json NULL", "second.json NULL NULL")
                        .replace("virtual NULL NULL NULL", "virtual NULL NULL NULL 500"));

        SonataCircuit circuit = SonataNetwork.read(folder.resolve("config.json"));

        assertThat(circuit.notes())
                .contains("changed: 2 of 4 nodes in " + folder.resolve("nodes.h5") + " have no z, which is set to 0");
        double[] position = circuit.network().parameters().position();
        assertThat(new double[] {position[2], position[5], position[8], position[11], position[14]})
                .containsExactly(1.5, 0, 1.5, 0, 0.5);
    }

    @Test
    void edgesComeFromGroupsAndTypes() throws IOException {
        Network network =
                SonataNetwork.read(PythonFiles.file("circuit/config.json")).network();

        // HDF5 lists the populations of a file by name.
        assertThat(network.projections())
                .extracting(Projection::name)
                .containsExactly("cells->cells", "sources->cells");
        assertThat(network.projections()).noneMatch(Projection::spatial);
        Parameters parameters = network.parameters();
        double[] expected = {0.2, -0.064, 1, -0.192, 0.55, -1.28, 0.55};
        for (int s = 0; s < expected.length; s++) {
            assertThat(parameters.weight()[s]).isEqualTo(expected[s], EXACT);
        }
        assertThat(parameters.delay()).containsExactly(1.5, 0.5, 2, 9, 7, 2.5, 8);
        assertThat(List.of(network.source(0), network.source(1), network.source(2), network.source(3)))
                .containsExactly(0, 2, 5, 4);
        assertThat(List.of(network.target(0), network.target(1), network.target(2), network.target(5)))
                .containsExactly(2, 1, 0, 3);
    }

    @Test
    void idsAreThoseOfTheNodes() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(PythonFiles.file("circuit/config.json"));

        assertThat(circuit.nodeId(2)).isEqualTo(9);
        assertThat(circuit.neuron("cells", 9)).isEqualTo(2);
        assertThat(circuit.neuron("sources", 1)).isEqualTo(5);
        assertThat(circuit.neuron("cells", 1)).isEqualTo(SonataCircuit.NONE);
        assertThat(circuit.neuron("nobody", 1)).isEqualTo(SonataCircuit.NONE);
    }

    @Test
    void spikesOfBothLayoutsAreTheSame() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(PythonFiles.file("circuit/config.json"));
        for (SpikeTrains spikes : List.of(
                SonataSpikes.read(PythonFiles.file("circuit/spikes.h5"), circuit),
                SonataSpikes.read(PythonFiles.file("circuit/spikes.h5"), circuit, "sources"),
                SonataSpikes.read(PythonFiles.file("circuit/old_spikes.h5"), circuit, "sources"))) {
            assertThat(spikes.size()).isEqualTo(3);
            assertThat(spikes.time(0)).isEqualTo(1);
            assertThat(spikes.neuron(0)).isEqualTo(4);
            assertThat(spikes.time(1)).isEqualTo(2.5);
            assertThat(spikes.neuron(2)).isEqualTo(5);
        }
    }

    @Test
    void theWiringAloneKeepsNumbersAsTheyStand() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(
                PythonFiles.file("circuit/config.json"), SonataOptions.strict().wiringOnly(Lif.of(20, 5)));

        assertThat(circuit.network().population("cells").model()).isEqualTo(Lif.of(20, 5));
        assertThat(circuit.network().parameters().weight()).containsExactly(2, -1, 10, -3, 5.5, -20, 5.5);
        assertThat(circuit.notes()).last().asString().startsWith("wiring alone");
    }
}
