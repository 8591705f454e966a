package io.github.lightcone.formats;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network as a folder with {@code network.json}, {@code neurons.csv} and {@code synapses.csv}.
 *
 * <p>What has been written reads back as the same network, bit for bit, with its neurons and synapses in
 * the same order. A file that someone else wrote may list them in any order: neurons are put together by
 * population and synapses by projection, and within these they keep the order of the file.
 *
 * @param network the description
 * @param ids the ids its neurons go by in the files
 */
public record NetworkFolder(Network network, NeuronIds ids) {

    /** Checks that there is one id per neuron. */
    public NetworkFolder {
        if (ids.size() != network.neuronCount()) {
            throw new IllegalArgumentException(ids.size() + " ids for " + network.neuronCount() + " neurons");
        }
    }

    /** Returns a network whose neurons go by their numbers. */
    public static NetworkFolder of(Network network) {
        return new NetworkFolder(network, NeuronIds.consecutive(network.neuronCount()));
    }

    /** Returns the ids with another network of the same size, such as the same one after training. */
    public NetworkFolder with(Network other) {
        return new NetworkFolder(other, ids);
    }

    /**
     * Reads a folder. {@code neurons.csv.gz} and {@code synapses.csv.gz} may stand for the plain files.
     *
     * <p>O(neurons + synapses) in time; at the peak some 100 bytes per synapse.
     *
     * @throws FormatException if anything in it is missing or wrong; the message names the file, the line or
     *     the field, the value and what is allowed
     */
    public static NetworkFolder read(Path folder) throws FormatException {
        if (!Files.exists(folder)) {
            throw FormatException.inFile(folder, "does not exist");
        }
        if (!Files.isDirectory(folder)) {
            throw FormatException.inFile(folder, "is a file, must be a folder with " + NetworkJson.NAME);
        }
        NetworkHeader header = NetworkJson.read(folder.resolve(NetworkJson.NAME));
        NetworkBuilder builder = Network.inDimensions(header.dimensions()).conductionSpeed(header.conductionSpeed());
        NeuronsCsv.Neurons neurons = NeuronsCsv.read(TextFiles.find(folder, NeuronsCsv.NAME), header, builder);
        SynapsesCsv.read(TextFiles.find(folder, SynapsesCsv.NAME), header, neurons, builder);
        return new NetworkFolder(builder.build(), neurons.ids());
    }

    /**
     * Writes a folder that does not exist yet; all of it or nothing.
     *
     * @throws IllegalArgumentException if it has no neurons, or synapses from leaky integrators
     * @throws IOException if it exists already or cannot be written
     */
    public void write(Path folder) throws IOException {
        if (network.populations().isEmpty()) {
            throw new IllegalArgumentException("a network without neurons has no folder");
        }
        requireSendersThatSpike();
        AtomicFiles.createFolder(folder, inside -> {
            NetworkJson.write(inside.resolve(NetworkJson.NAME), network);
            NeuronsCsv.write(inside.resolve(NeuronsCsv.NAME), network, ids);
            SynapsesCsv.write(inside.resolve(SynapsesCsv.NAME), network, ids);
        });
    }

    private void requireSendersThatSpike() {
        for (Projection projection : network.projections()) {
            if (projection.size() > 0 && projection.source().kind() == NeuronKind.LEAKY_INTEGRATOR) {
                throw new IllegalArgumentException("projection " + Messages.quote(projection.name())
                        + " has synapses from a leaky_integrator, which makes no spikes");
            }
        }
    }
}
