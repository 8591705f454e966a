package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataSpikes;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.space.ConductionDelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Circuits and spikes as plain h5py reads them: what SONATA requires is there, with the right types, and every number is
 * the one in the network, bit for bit. The environment variable {@code LIGHTCONE_PYTHON} names a Python with NumPy and
 * h5py; without it this is skipped.
 */
class SonataInPythonTest {

    private static final int NETWORKS = 12;

    private String python;

    @TempDir
    private Path folder;

    @BeforeEach
    void find() {
        python = System.getenv("LIGHTCONE_PYTHON");
        assumeTrue(python != null, "LIGHTCONE_PYTHON is not set");
    }

    @Test
    void everyNumberArrives() throws Exception {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Network network = RandomNetworks.network(seed);
            String output = check("random" + seed, network, expected(network));
            assertThat(output).as("seed " + seed).matches("[0-9]+ numbers are the same\\n");
        }
        Network small = SmallNetwork.read().network();
        assertThat(check("small", small, expected(small))).endsWith("numbers are the same\n");
    }

    @Test
    void anotherNumberIsNoticed() throws Exception {
        Network network = SmallNetwork.read().network();
        Parameters parameters = network.parameters();
        parameters.weight()[0] = Math.nextUp(parameters.weight()[0]);
        assertThat(check("other", network, expected(network.with(parameters))))
                .startsWith("not as it must be: /edges/")
                .contains("syn_weight");
    }

    private String check(String name, Network network, Map<String, Object> expected)
            throws IOException, InterruptedException {
        SonataCircuit circuit = SonataCircuit.of(network);
        SpikeTrains spikes = spikes(network);
        Path circuitFolder = folder.resolve(name);
        Path spikeFile = folder.resolve(name + ".h5");
        SonataNetwork.write(network, circuitFolder);
        SonataSpikes.write(spikes, circuit, spikeFile);
        expected.put("spikes", expectedSpikes(network, spikes));
        Path expectation = folder.resolve(name + ".json");
        JsonFiles.write(expectation, expected);
        Path output = folder.resolve(name + ".txt");
        new ProcessBuilder(
                        python,
                        PythonFiles.file("check_sonata.py").toAbsolutePath().toString(),
                        circuitFolder.resolve(SonataNetwork.CONFIGURATION).toString(),
                        spikeFile.toString(),
                        expectation.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output);
    }

    private static SpikeTrains spikes(Network network) {
        Random random = new Random(7);
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < 50; k++) {
            builder.add(random.nextInt(network.neuronCount()), 100 * random.nextDouble());
        }
        return builder.build();
    }

    private static Map<String, Object> expected(Network network) {
        Map<String, Object> nodes = new LinkedHashMap<>();
        for (Population population : network.populations()) {
            nodes.put(population.name(), expected(network, population));
        }
        Map<String, Object> edges = new LinkedHashMap<>();
        for (Projection projection : network.projections()) {
            String base =
                    projection.source().name() + "_to_" + projection.target().name();
            String name = base;
            for (int copy = 2; edges.containsKey(name); copy++) {
                name = base + "_" + copy;
            }
            edges.put(name, expected(network, projection));
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("nodes", nodes);
        expected.put("edges", edges);
        return expected;
    }

    private static Map<String, Object> expected(Network network, Population population) {
        Parameters parameters = network.parameters();
        int dimensions = network.dimensions();
        Map<String, Object> axes = new LinkedHashMap<>();
        for (int a = 0; a < Math.max(3, dimensions); a++) {
            int axis = a;
            IntToDoubleFunction mm = n -> axis < dimensions ? parameters.position()[n * dimensions + axis] : 0;
            if (a < 3) {
                axes.put("xyz".substring(a, a + 1), bits(population, n -> 1000 * mm.applyAsDouble(n)));
            }
            if (a < dimensions) {
                axes.put((dimensions <= 3 ? "xyz".substring(a, a + 1) : "x" + a) + "_mm", bits(population, mm));
            }
        }
        Map<String, Object> nest = new LinkedHashMap<>();
        NeuronKind kind = population.kind();
        if (kind != NeuronKind.SPIKE_SOURCE) {
            nest.put("tau_m", bits(population, n -> parameters.tauMem()[n]));
            nest.put("C_m", bits(population, n -> parameters.tauMem()[n]));
            nest.put("tau_syn_ex", bits(population, n -> parameters.tauSyn()[n]));
            nest.put("tau_syn_in", bits(population, n -> parameters.tauSyn()[n]));
            nest.put("I_e", bits(population, n -> parameters.bias()[n]));
            nest.put("V_m", bits(population, n -> parameters.vInitial()[n]));
            nest.put("E_L", bits(population, n -> 0));
        }
        if (kind == NeuronKind.LIF) {
            nest.put("V_th", bits(population, n -> parameters.vThreshold()[n]));
            nest.put("V_reset", bits(population, n -> parameters.vReset()[n]));
            nest.put("t_ref", bits(population, n -> parameters.refractory()[n]));
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("size", population.size());
        expected.put("axes", axes);
        expected.put("parameters", nest);
        expected.put(
                "model",
                kind == NeuronKind.SPIKE_SOURCE
                        ? List.of("virtual", "NULL")
                        : List.of(
                                "point_neuron",
                                kind == NeuronKind.LIF ? "nest:iaf_psc_exp" : "lightcone:leaky_integrator"));
        return expected;
    }

    private static Map<String, Object> expected(Network network, Projection projection) {
        Parameters parameters = network.parameters();
        List<Object> sources = new ArrayList<>();
        List<Object> targets = new ArrayList<>();
        List<Object> weight = new ArrayList<>();
        List<Object> delay = new ArrayList<>();
        List<Object> offset = new ArrayList<>();
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            int source = network.source(s);
            int target = network.target(s);
            sources.add(source - projection.source().firstNeuron());
            targets.add(target - projection.target().firstNeuron());
            weight.add(bits(parameters.weight()[s]));
            double own = parameters.delay()[s];
            offset.add(bits(own));
            double distance = ConductionDelay.distance(parameters.position(), network.dimensions(), source, target);
            delay.add(bits(projection.spatial() ? distance / network.conductionSpeed() + own : own));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("syn_weight", weight);
        attributes.put("delay", delay);
        if (projection.spatial()) {
            attributes.put("delay_offset_ms", offset);
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("source", projection.source().name());
        expected.put("target", projection.target().name());
        expected.put("sources", sources);
        expected.put("targets", targets);
        expected.put("attributes", attributes);
        return expected;
    }

    private static Map<String, Object> expectedSpikes(Network network, SpikeTrains spikes) {
        Map<String, Object> expected = new LinkedHashMap<>();
        for (Population population : network.populations()) {
            List<Object> times = new ArrayList<>();
            List<Object> ids = new ArrayList<>();
            for (int k = 0; k < spikes.size(); k++) {
                if (population.contains(spikes.neuron(k))) {
                    times.add(bits(spikes.time(k)));
                    ids.add(spikes.neuron(k) - population.firstNeuron());
                }
            }
            expected.put(population.name(), Map.of("timestamps", times, "node_ids", ids));
        }
        return expected;
    }

    private static List<Object> bits(Population population, IntToDoubleFunction ofNeuron) {
        return new ArrayList<>(IntStream.range(population.firstNeuron(), population.endNeuron())
                .mapToObj(n -> bits(ofNeuron.applyAsDouble(n)))
                .toList());
    }

    private static String bits(double value) {
        return String.format("%016x", Double.doubleToRawLongBits(value));
    }
}
