package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder written by hand: what it means, and that the writer writes exactly it. */
class GoldenNetworkFolderTest {

    @Test
    void everyFieldAndCellArrives() throws IOException {
        Network network = SmallNetwork.read().network();

        assertThat(network.dimensions()).isEqualTo(2);
        assertThat(network.conductionSpeed()).isEqualTo(0.5);
        assertThat(network.populations()).extracting(Population::name).containsExactly("input", "hidden", "output");
        assertThat(network.population("hidden").model()).isEqualTo(new Lif(20, 5, 1, 0, 0, 2, 0));
        assertThat(network.projections()).extracting(Projection::size).containsExactly(3, 1, 2);
        assertThat(network.projections()).extracting(Projection::spatial).containsExactly(true, true, false);
        Parameters parameters = network.parameters();
        assertThat(parameters.position()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1, 2, 0.5);
        assertThat(parameters.tauMem()).containsExactly(Double.NaN, Double.NaN, 20, 25, 20);
        assertThat(parameters.vThreshold()).containsExactly(Double.NaN, Double.NaN, 1, 1.5, Double.POSITIVE_INFINITY);
        assertThat(parameters.weight()).containsExactly(4, 1.5, 4.5, -0.5, 1, -1);
        assertThat(parameters.delay()).containsExactly(0, 0, 0.25, 0, 0, 1.5);
        assertThat(network.source(2)).isEqualTo(1);
        assertThat(network.target(2)).isEqualTo(3);
    }

    @Test
    void idsAreThoseOfTheFile() throws IOException {
        NeuronIds ids = SmallNetwork.read().ids();

        assertThat(ids.id(3)).isEqualTo(11);
        assertThat(ids.neuron(20)).isEqualTo(4);
        assertThat(ids.neuron(3)).isEqualTo(NeuronIds.NONE);
    }

    @Test
    void spikesAreThoseOfTheFile() throws IOException {
        SpikeTrains spikes = SpikesCsv.read(SmallNetwork.folder().resolve("spikes.csv"), SmallNetwork.read(), 3.25);

        assertThat(spikes.size()).isEqualTo(4);
        assertThat(spikes.neuron(1)).isEqualTo(1);
        assertThat(spikes.time(1)).isEqualTo(0.5);
    }

    @Test
    void writingGivesTheSameFiles(@TempDir Path folder) throws IOException {
        NetworkFolder network = SmallNetwork.read();
        Path spikes = SmallNetwork.folder().resolve("spikes.csv");

        network.write(folder.resolve("net"));
        SpikesCsv.write(folder.resolve("spikes.csv"), network.ids(), SpikesCsv.read(spikes, network, 10));

        for (String name : new String[] {"network.json", "neurons.csv", "synapses.csv"}) {
            assertThat(folder.resolve("net").resolve(name))
                    .hasSameTextualContentAs(SmallNetwork.folder().resolve(name));
        }
        assertThat(folder.resolve("spikes.csv")).hasSameTextualContentAs(spikes);
    }
}
