package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.hdf5.Hdf5Network;
import io.github.lightcone.formats.numpy.NumpyNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What NumPy and h5py write: 32 and 64 bits, Fortran order, compression, chunks, text of any length. */
class PythonArraysTest {

    @ParameterizedTest
    @ValueSource(strings = {"narrow.npz", "compressed.npz", "narrow.h5", "compressed.h5"})
    void everyNumberArrives(String name) throws IOException {
        Path file = PythonFiles.file(name);
        NetworkFolder folder = name.endsWith(".npz") ? NumpyNetwork.read(file) : Hdf5Network.read(file);

        Network network = folder.network();
        Parameters parameters = network.parameters();
        assertThat(network.conductionSpeed()).isEqualTo(0.5);
        assertThat(network.population("cell").model()).isEqualTo(Lif.of(20, 5));
        assertThat(parameters.position()).containsExactly(0, 0, 0, 1, 1, 0.5, 2, 0.25, 3, -4);
        assertThat(parameters.tauMem()).containsExactly(Double.NaN, Double.NaN, 20, 20, 25);
        assertThat(parameters.bias()).containsExactly(Double.NaN, Double.NaN, 0, 0.5, 0);
        assertThat(parameters.vReset()).containsExactly(Double.NaN, Double.NaN, 0, 0, -1);
        assertThat(parameters.refractory()).containsExactly(Double.NaN, Double.NaN, 0, 2, 0);
        assertThat(parameters.weight()).containsExactly(0.5, -0.25, 1.5, 2);
        assertThat(parameters.delay()).containsExactly(0, 1, 0, 0.125);
        assertThat(network.source(1)).isEqualTo(1);
        assertThat(network.target(3)).isEqualTo(4);
        assertThat(network.projections().get(0).spatial()).isTrue();
        assertThat(folder.ids().id(2)).isEqualTo(5);
    }
}
