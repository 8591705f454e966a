package io.github.lightcone.examples;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.hdf5.Hdf5Network;
import io.github.lightcone.formats.numpy.NumpyNetwork;
import io.github.lightcone.formats.numpy.NumpySpikes;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataSpikes;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a small network and its spikes in the formats that Python reads. */
public final class FilesForPython {

    private FilesForPython() {}

    /** Runs the example; takes the folder to write to, which is the current one unless given. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "");
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.1)
                .population("input", new SpikeSource(), Positions.of(2, 0.0, 0.0, 0.0, 0.1))
                .population("cell", Lif.of(20, 5), Positions.of(2, 0.3, 0.4, 0.5, 0.5, 0.1, 0.9))
                .synapses("input", "cell", true, new int[] {0, 1, 1}, new int[] {0, 1, 2}, new double[] {9, 8, 7}, null)
                .build();
        SpikeTrains input = SpikeTrains.of(new int[] {0, 1}, new double[] {1, 2.5});
        Tape tape = new Simulator(CompiledNetwork.of(network)).run(input, 50);
        SpikeTrains output = tape.trains(2, 5);

        NumpyNetwork.write(network, folder.resolve("network.npz"));
        NumpySpikes.write(List.of(input.and(output)), folder.resolve("spikes.npz"));
        Hdf5Network.write(network, folder.resolve("network.h5"));
        SonataNetwork.write(network, folder.resolve("circuit"));
        SonataSpikes.write(input, SonataCircuit.of(network), folder.resolve("circuit-spikes.h5"));
        System.out.println(network);
    }
}
