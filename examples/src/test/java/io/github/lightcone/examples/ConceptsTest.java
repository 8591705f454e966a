package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.adjoint.TrustReport;
import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The code of the pages in docs/concepts: each block there stands here, word for word. */
class ConceptsTest {

    private final Network network = layered();
    private final CompiledNetwork compiled = CompiledNetwork.of(network);
    private final SpikeTrains input = SpikeTrains.of(new int[] {0, 1, 2, 0}, new double[] {1, 2, 3.5, 12});

    private static Network layered() {
        Random random = new Random(7);
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.3)
                .population("input", new SpikeSource(), Positions.uniform(3, 2, 0, 1, random))
                .population("hidden", Lif.of(20, 5), Positions.uniform(10, 2, 0, 1, random))
                .population("output", LeakyIntegrator.of(20, 5), 2)
                .connect("input", "hidden", all(), Distribution.normal(4, 1), Delays.spatial(), random)
                .connect("hidden", "output", all(), Distribution.normal(0, 1), Delays.constant(1), random)
                .build();
        return network;
    }

    private static ConnectionRule all() {
        return ConnectionRules.allToAll();
    }

    @Test
    void networks() {
        assertThat(network.neuronCount()).isEqualTo(15);
        assertThat(network.synapseCount()).isEqualTo(50);
        assertThat(network).hasToString("15 neurons in 3 populations, 50 synapses in 2 projections, 2-D");
    }

    @Test
    void populationsAndProjections() {
        Population hidden = network.population("hidden");
        Projection synapses = network.projection("hidden", "output");
        for (int s = synapses.firstSynapse(); s < synapses.endSynapse(); s++) {
            assertThat(hidden.contains(network.source(s))).isTrue();
        }
        assertThat(hidden.firstNeuron()).isEqualTo(3);
        assertThat(synapses.firstSynapse()).isEqualTo(30);

        Random random = new Random(7);
        Network small = Network.inDimensions(1)
                .population("left", new SpikeSource(), 2)
                .population("right", Lif.of(20, 5), 3)
                .synapses(
                        "left",
                        "right",
                        false,
                        new int[] {0, 0, 1},
                        new int[] {0, 2, 1},
                        new double[] {2.5, 3, -1},
                        new double[] {1, 1.5, 0.2})
                .connect(
                        "right",
                        "right",
                        ConnectionRules.pairwiseBernoulli(0.1, false),
                        Distribution.constant(0.4),
                        Delays.given(Distribution.uniform(0.5, 2)),
                        random)
                .build();
        assertThat(small.projections()).hasSize(2);
    }

    @Test
    void positionsAndDelays() {
        Network pair = Network.inDimensions(2)
                .conductionSpeed(0.1)
                .population("from", new SpikeSource(), Positions.of(2, 0.0, 0.0))
                .population("to", Lif.of(20, 5), Positions.of(2, 0.3, 0.4))
                .connect("from", "to", all(), Distribution.constant(10), Delays.spatial(0.5), new Random(1))
                .build();
        double delay = CompiledNetwork.of(pair).totalDelay(0);
        assertThat(delay).isCloseTo(0.5 / 0.1 + 0.5, within(1e-12));
    }

    @Test
    void neuronModels() {
        Lif model = Lif.of(20, 5).withThreshold(1).withReset(0).withRefractory(2);
        Network cells = Network.inDimensions(1)
                .population("cells", model, 3)
                .override("cells", NeuronParameter.TAU_MEM, 10, 20, 30)
                .build();
        assertThat(cells.parameters().tauMem()).containsExactly(10, 20, 30);
        assertThat(cells.parameters().refractory()).containsExactly(2, 2, 2);
    }

    @Test
    void spikeTrains() {
        SpikeTrains trains =
                SpikeTrains.builder().add(1, 4.0).add(0, 2.5).add(0, 4.0).build();
        assertThat(trains.time(0)).isEqualTo(2.5);
        assertThat(trains.neuron(1)).isEqualTo(0);
        assertThat(trains.neuron(2)).isEqualTo(1);
    }

    @Test
    void simulators() {
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Simulator simulator = new Simulator(compiled).spikeLimit(100_000);
        Tape first = simulator.run(input, 50).copy();
        Tape second = simulator.run(input, 50);
        assertThat(second.spikeCount()).isEqualTo(first.spikeCount()).isGreaterThan(4);
        for (int k = 0; k < first.spikeCount(); k++) {
            assertThat(second.time(k)).isEqualTo(first.time(k));
        }
    }

    @Test
    void tapes() {
        Tape tape = new Simulator(compiled).run(input, 50);
        int neuron = network.population("hidden").firstNeuron();
        int spikes = 0;
        for (int k = tape.lastSpike(neuron); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
            spikes++;
        }
        assertThat(spikes).isEqualTo(tape.spikeCountOf(neuron));
    }

    @Test
    void readoutsAndRecorders() {
        int output = network.population("output").firstNeuron();
        List<Readout> readouts = List.of(Readout.weighted(output, 20), Readout.maximum(output + 1));
        StateRecorder recorder = new StateRecorder(new int[] {output}, new double[] {10, 20, 30});
        Simulator simulator = new Simulator(compiled, readouts).record(recorder);
        Tape tape = simulator.run(input, 50);
        double weighted = tape.readout(0);
        double highest = tape.readout(1);
        double voltageAt20 = recorder.voltage(0, 1);
        assertThat(weighted).isFinite();
        assertThat(highest).isFinite();
        assertThat(voltageAt20).isFinite();
    }

    @Test
    void adjoints() {
        int output = network.population("output").firstNeuron();
        Simulator simulator = new Simulator(compiled, List.of(Readout.integral(output)));
        Adjoint adjoint = new Adjoint(simulator, true);
        LossSeeds seeds = new LossSeeds();
        Gradients gradients = new Gradients(network);

        Tape tape = simulator.run(input, 50);
        double difference = tape.readout(0) - 3;
        seeds.reset(tape).addReadout(0, difference);
        adjoint.run(tape, seeds, gradients);
        gradients.toPositions(network, compiled.parameters());

        assertThat(gradients.weight()[0]).isFinite();
        assertThat(sumOf(gradients.position(), 0)).isCloseTo(0, within(1e-12));
        assertThat(gradients.position()[0]).isNotZero();
    }

    private static double sumOf(double[] positions, int axis) {
        double sum = 0;
        for (int k = axis; k < positions.length; k += 2) {
            sum += positions[k];
        }
        return sum;
    }

    @Test
    void gradientsStepByStep() {
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Simulator simulator = new Simulator(compiled);
        Adjoint adjoint = new Adjoint(simulator);
        LossSeeds seeds = new LossSeeds();
        Gradients gradients = new Gradients(network);
        int neuron = network.population("hidden").firstNeuron();
        double target = 8;

        Parameters parameters = network.parameters();
        double before = new Simulator(compiled).run(input, 50).time(firstSpike(compiled, neuron));
        for (int step = 0; step < 200; step++) {
            Tape tape = simulator.run(input, 50);
            int first = tape.firstSpike(neuron);
            gradients.clear();
            seeds.reset(tape).addSpikeTime(first, tape.time(first) - target);
            adjoint.run(tape, seeds, gradients);
            gradients.toPositions(network, parameters);
            for (int i = 0; i < parameters.position().length; i++) {
                parameters.position()[i] -= 5e-3 * gradients.position()[i];
            }
            compiled.update(parameters);
        }
        double after = simulator.run(input, 50).time(firstSpike(compiled, neuron));
        assertThat(Math.abs(after - target)).isLessThan(1e-3).isLessThan(Math.abs(before - target));
    }

    private int firstSpike(CompiledNetwork from, int neuron) {
        return new Simulator(from).run(input, 50).firstSpike(neuron);
    }

    @Test
    void trustReports() {
        Simulator simulator = new Simulator(compiled).trackMargins(true);
        Adjoint adjoint = new Adjoint(simulator).collectTrust(true);
        Tape tape = simulator.run(input, 50);
        LossSeeds seeds = new LossSeeds().reset(tape);
        seeds.addSpikeTime(tape.spikeCount() - 1, 1);
        adjoint.run(tape, seeds, new Gradients(network));
        TrustReport report = adjoint.trustReport();
        assertThat(report.spikes()).isEqualTo(tape.spikeCount() - input.size());
        assertThat(report.smallestSlope()).isPositive();
    }

    @Test
    void parametersOfANetwork() {
        Parameters parameters = network.parameters();
        parameters.weight()[0] = 2.5;
        parameters.conductionSpeed(0.2);
        Network changed = network.with(parameters);
        compiled.update(parameters);
        assertThat(changed.conductionSpeed()).isEqualTo(0.2);
        assertThat(compiled.parameters().weight()[0]).isEqualTo(2.5);
        assertThat(network.conductionSpeed()).isEqualTo(0.3);
    }
}
