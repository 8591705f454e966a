package io.github.lightcone.examples;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.nio.file.Path;

/** The code of the page on files. It is compiled and not run: its files are in no particular place. */
final class FormatsPage {

    private FormatsPage() {}

    static Tape code(Network trainedNetwork, Network anyNetwork) throws IOException {
        NetworkFolder folder = NetworkFolder.read(Path.of("net"));
        Network network = folder.network();
        int neuron = folder.ids().neuron(20); // number in the network, from the id in the files
        SpikeTrains input = SpikesCsv.read(Path.of("spikes.csv"), folder, 50);

        folder.with(trainedNetwork).write(Path.of("trained")); // the same ids, other numbers
        NetworkFolder.of(anyNetwork).write(Path.of("another")); // ids are the numbers of the neurons

        System.out.println(network.describeNeuron(neuron));
        return new Simulator(CompiledNetwork.of(network)).run(input, 50);
    }
}
