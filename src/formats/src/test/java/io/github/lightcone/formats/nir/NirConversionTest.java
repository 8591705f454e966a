package io.github.lightcone.formats.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as NIR graphs and back: the equations are the same, and what is not is said. */
class NirConversionTest {

    @TempDir
    private Path folder;

    @Test
    void aCubaLifTracesTheClosedFormOfItsEquations() throws IOException {
        NirImport imported = NirImport.of(NirFixtures.read("cuba_lif"), NirSettings.usual());
        Network network = imported.network();
        Simulation run = new Simulator(CompiledNetwork.of(network)).start();
        run.inject(0, 1);
        run.inject(1, 3);
        // v_leak 0.25, r 2, w_in 0.001 s, tau_syn 0.004 s, tau_mem 0.016 s, weights 30 and -10: from the fixture.
        double jump = 2 * 0.001 / 0.004;
        double v = 0;
        double u = 0;
        double now = 0;
        double crossing = Double.NaN;
        for (int step = 1; step <= 400; step++) {
            double time = step * 0.05;
            double left = time - now;
            double next = trace(v, u, left / 1000);
            if (Double.isNaN(crossing) && next >= 1.5) {
                crossing = now + 1000 * bisect(v, u, left / 1000);
                u *= Math.exp(-(crossing - now) / 4);
                v = -0.5;
                now = crossing;
                left = time - now;
                next = trace(v, u, left / 1000);
            }
            run.runTo(time);
            assertThat(run.voltage(2)).as("voltage at %s ms", time).isCloseTo(next, within(1e-9));
            if (step == 20 || step == 60) {
                v = next;
                u = u * Math.exp(-left / 4) + jump * (step == 20 ? 30 : -10);
                now = time;
            }
        }
        Tape tape = run.tape();
        assertThat(tape.time(tape.firstSpike(2))).isCloseTo(crossing, within(1e-9));
        assertThat(tape.spikeCountOf(2)).isEqualTo(1);
    }

    /** The trace of the equations of NIR from a state on, u = r I, after some seconds. */
    private static double trace(double v, double u, double seconds) {
        double tauMem = 0.016;
        double tauSyn = 0.004;
        double slow = Math.exp(-seconds / tauMem);
        double fast = Math.exp(-seconds / tauSyn);
        return 0.25 + (v - 0.25) * slow + u * tauSyn / (tauMem - tauSyn) * (slow - fast);
    }

    private static double bisect(double v, double u, double until) {
        double low = 0;
        double high = until;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (trace(v, u, middle) >= 1.5) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @Test
    void aLifWithAConstantInputTracesTheClosedFormOfItsEquations() throws IOException {
        NirImport imported = NirImport.of(NirFixtures.read("lif_constant"), NirSettings.usual());
        Simulation run = new Simulator(CompiledNetwork.of(imported.network())).start();
        // tau 0.02 s, v_leak 0.1, r 0.5, bias 3, threshold 1, reset 0.2: v rises to 1.6.
        double drive = 0.1 + 0.5 * 3;
        double first = 20 * Math.log(drive / (drive - 1));
        double period = 20 * Math.log((drive - 0.2) / (drive - 1));
        for (int step = 1; step <= 300; step++) {
            double time = step * 0.37;
            double spikes = time < first ? 0 : 1 + Math.floor((time - first) / period);
            double since = spikes == 0 ? time : time - first - (spikes - 1) * period;
            double start = spikes == 0 ? 0 : 0.2;
            run.runTo(time);
            assertThat(run.voltage(1))
                    .as("voltage at %s ms", time)
                    .isCloseTo(drive + (start - drive) * Math.exp(-since / 20), within(1e-9));
        }
        Tape tape = run.tape();
        assertThat(tape.time(tape.firstSpike(1))).isCloseTo(first, within(1e-9));
        assertThat(imported.notes()).anyMatch(note -> note.contains("'cell' gets no spikes: exact for any tauSyn"));
    }

    @Test
    void aLifThatGetsSpikesIsRefusedUnlessItMayGetASynapse() throws IOException {
        NirGraph graph = NirFixtures.read("lif_spikes");
        assertThatThrownBy(() -> NirImport.of(graph, NirSettings.usual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node 'cell' (a LIF) gets spikes")
                .hasMessageContaining("--lif-synapse MS");
        NirImport imported = NirImport.of(graph, NirSettings.usual().withLifSynapse(4));
        // The charge is the integral of r I: r W = 0.5 * 0.03 s in NIR, weight * tauSyn here.
        assertThat(imported.network().parameters().weight()[0] * 4).isCloseTo(15, within(1e-12));
        assertThat(imported.network().parameters().tauSyn()[1]).isEqualTo(4);
        assertThat(imported.notes())
                .anyMatch(note -> note.startsWith("changed: 'cell' (a LIF)"))
                .noneMatch(note -> note.contains("changed nothing"));
        NirGraph other = NirFixtures.read("recurrent");
        assertThat(NirImport.of(other, NirSettings.usual().withLifSynapse(4)).notes())
                .contains("no LIF or LI gets spikes: --lif-synapse changed nothing");
        assertThat(NirImport.of(other, NirSettings.usual()).notes()).noneMatch(note -> note.contains("--lif-synapse"));
    }

    @Test
    void aRecurrentGraphBecomesSynapsesWithTheDelaysOfTheirSources() throws IOException {
        NirImport imported = NirImport.of(NirFixtures.read("recurrent"), NirSettings.usual());
        Network network = imported.network();
        assertThat(network.populations()).extracting(p -> p.name()).containsExactly("in", "hidden", "readout");
        int first = network.projection("hidden", "hidden").firstSynapse();
        Parameters parameters = network.parameters();
        double[] delays = {1, 2, 3.5, 0};
        // The weight of 8 / 8 - 1 = 0 is no synapse.
        assertThat(network.projection("hidden", "hidden").size()).isEqualTo(15);
        for (int s = first; s < first + 15; s++) {
            int from = network.source(s) - 3;
            int to = network.target(s) - 3;
            assertThat(parameters.weight()[s]).isEqualTo((4 * to + from) / 8.0 - 1);
            assertThat(parameters.delay()[s]).isEqualTo(delays[from]);
        }
        assertThat(Arrays.copyOfRange(parameters.bias(), 3, 9)).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(imported.notes()).contains("times are taken to be in s, which the file does not say");
    }

    @Test
    void pathsThroughDelaysScalesAndMatricesAreMultipliedOut() throws IOException {
        NirSettings milliseconds = NirSettings.usual().in(NirTimeUnit.MILLISECONDS);
        Network network = NirImport.of(NirFixtures.read("delays"), milliseconds).network();
        Parameters parameters = network.parameters();
        Map<String, Double> synapses = new LinkedHashMap<>();
        for (int s = 0; s < network.synapseCount(); s++) {
            String ends = network.source(s) + "->" + (network.target(s) - 2) + " after "
                    + parameters.delay()[s];
            assertThat(synapses.put(ends, parameters.weight()[s])).isNull();
        }
        // By hand: w2 scale w1, a path for each wire between, delayed by before + after.
        assertThat(synapses)
                .containsOnly(
                        Map.entry("0->0 after 1.5", 2.0),
                        Map.entry("0->1 after 1.5", 2.0),
                        Map.entry("1->0 after 2.5", 4.0),
                        Map.entry("1->1 after 2.5", 4.0),
                        Map.entry("1->1 after 2.25", -4.0),
                        Map.entry("1->2 after 2.25", -12.0));
    }

    @Test
    void graphsWithinGraphsAreDissolved() throws IOException {
        NirImport imported = NirImport.of(NirFixtures.read("nested"), NirSettings.usual());
        Network network = imported.network();
        assertThat(network.populations()).extracting(p -> p.name()).containsExactly("in", "block.core.lif");
        assertThat(network.projection("in", "block.core.lif").size()).isEqualTo(6);
        assertThat(network.projection("block.core.lif", "block.core.lif").size())
                .isEqualTo(2);
        // In NIR the current settles at w_in times the constant, 0.005 * 0.5.
        assertThat(network.parameters().bias()[3]).isEqualTo(0.0025);
        assertThat(network.parameters().bias()[4]).isEqualTo(0);
        assertThat(imported.notes())
                .contains("graphs within the graph are dissolved: 2")
                .anyMatch(note -> note.startsWith("changed: the constant input of 'block.core.lif'"));
    }

    @Test
    void voltagesDoNotReachNeuronsAndCirclesNeedOne() {
        NirLayer li = NirLayer.of(
                NirType.LI, Map.of("tau", NirArray.vector(1), "r", NirArray.vector(1), "v_leak", NirArray.vector(0)));
        NirLayer scale = NirLayer.of(NirType.SCALE, Map.of("scale", NirArray.vector(1)));
        NirGraph voltage = new NirGraph(
                Map.of("a", li, "s", scale, "b", li),
                List.of(new NirEdge("a", "s"), new NirEdge("s", "b")),
                NirMetadata.NONE);
        assertThatThrownBy(() -> NirImport.of(voltage, NirSettings.usual()))
                .hasMessageContaining("node 'b' (a LI) gets a voltage by way of 's'");
        NirGraph circle = new NirGraph(
                Map.of("a", li, "s", scale, "t", scale),
                List.of(new NirEdge("s", "t"), new NirEdge("t", "s"), new NirEdge("t", "a")),
                NirMetadata.NONE);
        assertThatThrownBy(() -> NirImport.of(circle, NirSettings.usual()))
                .hasMessageContaining("a circle without a neuron in it: s, t");
    }

    /** A network with everything that NIR can carry, and positions. */
    static Network network(long seed, boolean spatial) {
        Random random = new Random(seed);
        double[] tauMem = random.doubles(6, 5, 30).toArray();
        double[] tauSyn = random.doubles(6, 1, 10).toArray();
        double[] bias = random.doubles(6, -0.5, 0.5).toArray();
        int[] from = new int[18];
        int[] to = new int[18];
        for (int k = 0; k < 18; k++) {
            from[k] = k / 6;
            to[k] = k % 6;
        }
        int[] pre = {0, 0, 1, 2, 3, 4, 5, 5};
        int[] post = {1, 2, 0, 2, 5, 1, 0, 4};
        return Network.inDimensions(2)
                .conductionSpeed(0.5)
                .population("sources", new SpikeSource(), positions(3, random))
                .population("hidden", Lif.of(20, 5), positions(6, random))
                .population("readout", LeakyIntegrator.of(10, 10), positions(2, random))
                .override("hidden", NeuronParameter.TAU_MEM, tauMem)
                .override("hidden", NeuronParameter.TAU_SYN, tauSyn)
                .override("hidden", NeuronParameter.BIAS, bias)
                .override(
                        "hidden",
                        NeuronParameter.V_RESET,
                        random.doubles(6, -1, 0.5).toArray())
                .override(
                        "hidden",
                        NeuronParameter.V_THRESHOLD,
                        random.doubles(6, 0.6, 2).toArray())
                .synapses("sources", "hidden", spatial, from, to, weights(18, random), delays(18, random))
                .synapses("hidden", "hidden", false, pre, post, weights(8, random), delays(8, random))
                .synapses(
                        "hidden",
                        "readout",
                        false,
                        new int[] {0, 1, 2, 3, 4, 5},
                        new int[] {0, 1, 0, 1, 0, 1},
                        weights(6, random),
                        null)
                .build();
    }

    private static Positions positions(int size, Random random) {
        return Positions.uniform(size, 2, -1, 1, random);
    }

    private static double[] weights(int count, Random random) {
        return random.doubles(count, -3, 6).toArray();
    }

    private static double[] delays(int count, Random random) {
        return random.doubles(count, 0, 12).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inMillisecondsEverythingComesBackBitForBit(long seed) throws IOException {
        Network network = network(seed, false);
        NirSettings settings = NirSettings.usual().in(NirTimeUnit.MILLISECONDS);
        Network back = through(network, settings);
        assertThat(back.populations())
                .extracting(p -> p.name(), p -> p.size())
                .containsExactly(tuple("sources", 3), tuple("hidden", 6), tuple("readout", 2));
        assertSame(back.parameters(), network.parameters(), 0);
        assertThat(synapses(back)).isEqualTo(synapses(network));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inSecondsTimesComeBackUpToTheLastBit(long seed) throws IOException {
        Network network = network(seed, true);
        Network back = through(network, NirSettings.usual());
        assertSame(back.parameters(), network.parameters(), 2e-16);
        CompiledNetwork before = CompiledNetwork.of(network);
        CompiledNetwork after = CompiledNetwork.of(back);
        for (int s = 0; s < network.synapseCount(); s++) {
            int same = find(back, network.source(s), network.target(s));
            assertThat(after.totalDelay(same)).isCloseTo(before.totalDelay(s), within(4e-15));
            assertThat(back.parameters().weight()[same])
                    .isEqualTo(network.parameters().weight()[s]);
        }
    }

    private static int find(Network network, int source, int target) {
        for (int s = 0; s < network.synapseCount(); s++) {
            if (network.source(s) == source && network.target(s) == target) {
                return s;
            }
        }
        throw new AssertionError("no synapse " + source + " -> " + target);
    }

    private Network through(Network network, NirSettings settings) throws IOException {
        Path file = folder.resolve("network.nir");
        NirFile.write(file, NirExport.of(network, settings).graph());
        return NirImport.of(NirFile.read(file), NirSettings.usual()).network();
    }

    private static void assertSame(Parameters found, Parameters expected, double relative) {
        assertClose(found.tauMem(), expected.tauMem(), relative);
        assertClose(found.tauSyn(), expected.tauSyn(), relative);
        assertClose(found.bias(), expected.bias(), 0);
        assertClose(found.vThreshold(), expected.vThreshold(), 0);
        assertClose(found.vReset(), expected.vReset(), 0);
        assertClose(found.vInitial(), expected.vInitial(), 0);
        assertClose(found.position(), expected.position(), 0);
        assertThat(found.conductionSpeed()).isEqualTo(expected.conductionSpeed());
    }

    private static void assertClose(double[] found, double[] expected, double relative) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (relative == 0 || !Double.isFinite(expected[i])) {
                assertThat(Double.compare(found[i], expected[i]))
                        .as("%s and %s", found[i], expected[i])
                        .isZero();
            } else {
                assertThat(found[i]).isCloseTo(expected[i], within(relative * Math.abs(expected[i])));
            }
        }
    }

    private static List<String> synapses(Network network) {
        Parameters parameters = network.parameters();
        String[] all = new String[network.synapseCount()];
        for (int s = 0; s < all.length; s++) {
            all[s] = network.source(s) + " " + network.target(s) + " "
                    + parameters.weight()[s] + " " + parameters.delay()[s];
        }
        Arrays.sort(all);
        return List.of(all);
    }

    @ParameterizedTest
    @EnumSource(NirTimeUnit.class)
    void timesOfFewDigitsComeBackExactly(NirTimeUnit unit) {
        for (int k = 1; k < 20_000; k++) {
            double time = k / 100.0;
            assertThat(unit.toMs(unit.fromMs(time))).isEqualTo(time);
        }
    }

    @Test
    void pulsesOfAStepAreSpikesOfItsArea() {
        Network network = network(1, false);
        NirSettings settings = NirSettings.usual().withSpikeWidth(0.1);
        NirGraph graph = NirExport.of(network, settings).graph();
        NirLayer hidden = (NirLayer) graph.nodes().get("hidden");
        for (int i = 0; i < 6; i++) {
            double tauSyn = hidden.parameter("tau_syn").get(i);
            // One step of forward Euler with S = 1 for 0.1 ms: dt / tau_syn w_in is the jump for a weight of 1.
            assertThat(0.0001 / tauSyn * hidden.parameter("w_in").get(i)).isCloseTo(1, within(1e-12));
        }
        Parameters back = NirImport.of(graph, NirSettings.usual()).network().parameters();
        double[] weights = network.parameters().weight().clone();
        double[] found = back.weight().clone();
        Arrays.sort(weights);
        Arrays.sort(found);
        assertThat(found).containsExactly(weights);
    }

    @Test
    void anotherSpikeWidthThanTheFileSaysIsRefused() {
        NirSettings tenth = NirSettings.usual().withSpikeWidth(0.1);
        NirGraph pulses = NirExport.of(network(1, false), tenth).graph();
        NirGraph impulses = NirExport.of(network(1, false), NirSettings.usual()).graph();
        assertThat(NirImport.of(pulses, tenth).network().synapseCount()).isPositive();
        assertThatThrownBy(() -> NirImport.of(pulses, NirSettings.usual().withSpikeWidth(1)))
                .hasMessage("the file says that its spikes last 0.1 ms, not 1.0 ms");
        assertThatThrownBy(() -> NirImport.of(impulses, tenth))
                .hasMessage("the file says that its spikes last 0.0 ms, not 0.1 ms");
    }

    @Test
    void aNeuronWithManyDelaysIsRefusedBeforeRoomIsMadeForThem() {
        int size = 12_000;
        int[] hub = new int[size];
        int[] all = IntStream.range(0, size).toArray();
        double[] delays = Arrays.stream(all).mapToDouble(i -> 1 + i / 1000.0).toArray();
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        Network network = Network.inDimensions(1)
                .population("cells", Lif.of(20, 5), size)
                .synapses("cells", "cells", false, hub, all, weights, delays)
                .build();
        assertThatThrownBy(() -> NirExport.of(network, NirSettings.usual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("that would be 1.73e+12 numbers");
    }

    @Test
    void moreInputsAndPathsThanThereIsRoomForAreRefused() {
        Map<String, NirArray> shape = Map.of("shape", NirArray.vector(1 << 22));
        NirGraph graph = NirExport.of(network(1, false), NirSettings.usual()).graph();
        Map<String, NirNode> nodes = new LinkedHashMap<>(graph.nodes());
        nodes.put("many", new NirLayer(NirType.INPUT, shape, NirMetadata.NONE));
        NirGraph wide = new NirGraph(nodes, graph.edges(), graph.metadata());
        assertThatThrownBy(() -> NirImport.of(wide, NirSettings.usual()))
                .hasMessage("the graph has 4194315 neurons and inputs, must be at most 4194304");
        Signals.Room room = new Signals.Room(5);
        Signals.of(0, 3, room);
        assertThatThrownBy(() -> Signals.of(1, 3, room)).hasMessageContaining("is where paths come to more than");
    }

    @Test
    void delaysAreRoundedAsAskedAndTheErrorIsTold() {
        Network network = network(3, false);
        NirExport steps = NirExport.of(network, NirSettings.usual().rounded(DelayRounding.toStep(0.5)));
        assertThat(steps.notes())
                .anyMatch(note -> note.matches("delays are rounded to multiples of 0.5 ms: off by 0\\.2\\d+ ms at most,"
                        + " 0\\.1\\d* ms on average"));
        Network back = NirImport.of(steps.graph(), NirSettings.usual()).network();
        for (double delay : back.parameters().delay()) {
            assertThat(delay / 0.5).isCloseTo(Math.rint(delay / 0.5), within(1e-9));
        }
        NirExport buckets = NirExport.of(network, NirSettings.usual().rounded(DelayRounding.toBuckets(3)));
        long delays = buckets.graph().nodes().keySet().stream()
                .filter(name -> name.startsWith("sources_to_hidden_delay"))
                .count();
        assertThat(delays).isEqualTo(3);
        double[] all = network.parameters().delay();
        double longest = Arrays.stream(all, 0, 18).max().orElseThrow();
        double shortest = Arrays.stream(all, 0, 18).min().orElseThrow();
        double[] rounded = DelayRounding.toBuckets(3).apply(Arrays.copyOf(all, 18));
        for (int s = 0; s < 18; s++) {
            assertThat(Math.abs(rounded[s] - all[s])).isLessThanOrEqualTo((longest - shortest) / 6 + 1e-12);
        }
    }

    @Test
    void equalDelaysAreOneNodeAndExact() {
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 2)
                .population("cell", Lif.of(20, 5), 1)
                .synapses(
                        "in", "cell", false, new int[] {0, 1}, new int[] {0, 0}, new double[] {1, 2}, new double[] {3, 3
                        })
                .build();
        NirExport exported = NirExport.of(network, NirSettings.usual().rounded(DelayRounding.toBuckets(1)));
        assertThat(exported.graph().nodes().keySet())
                .containsExactly("in", "cell", "in_to_cell_delay", "in_to_cell", "output");
        assertThat(exported.notes()).contains("delays are exact");
    }

    @Test
    void whatNirCannotCarryIsTold() {
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cell", new Lif(20, 5, 1, 0, 0, 2.5, 0.25), 1)
                .synapses("in", "cell", true, new int[] {0, 0, 0}, new int[] {0, 0, 0}, new double[] {1, 2, 0}, null)
                .build();
        assertThat(NirExport.of(network, NirSettings.usual()).notes())
                .contains(
                        "not carried: refractory times of 'cell', up to 2.5 ms; NIR has none, its neurons may fire"
                                + " again at once",
                        "not carried: initial voltages of 'cell', up to 0.25; NIR has no initial state",
                        "not carried: that delays follow from positions; they are numbers now",
                        "not carried: 1 synapses of weight 0, which a matrix does not tell from none",
                        "not carried: that 2 synapses run beside another with the same ends and delay; their weights"
                                + " are added up");
    }

    @Test
    void namesThatNirCannotHaveAreRefused() {
        Network network =
                Network.inDimensions(1).population("a/b", Lif.of(20, 5), 1).build();
        assertThatThrownBy(() -> NirExport.of(network, NirSettings.usual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a node is called 'a/b'");
    }

    @Test
    void anotherTimeUnitThanTheFileSaysIsRefused() {
        NirGraph graph = NirExport.of(network(1, false), NirSettings.usual()).graph();
        assertThatThrownBy(() -> NirImport.of(graph, NirSettings.usual().in(NirTimeUnit.MILLISECONDS)))
                .hasMessage("the file says that its times are in s, not in ms");
    }
}
