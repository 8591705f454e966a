package io.github.lightcone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Gradients of recurrent, multi-spike networks against central differences in 40-digit arithmetic, for
 * every kind of parameter.
 */
class ReferenceGradientsTest {

    private JsonNode reference;
    private int cells;
    private int[] synapseOfEdge;

    @ParameterizedTest
    @ValueSource(strings = {"ratio2", "refractory"})
    void everyGradientAgrees(String name) {
        reference = Resources.json("reference/gradients/" + name + ".json");
        cells = reference.get("n").asInt();
        Network network = network();
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Simulator simulator = new Simulator(compiled);
        Tape tape = simulator.run(input(), reference.get("params").get("T").asDouble());
        assertSpikes(tape);

        LossSeeds seeds = new LossSeeds().reset(tape);
        for (int k = 0; k < tape.spikeCount(); k++) {
            if (tape.neuron(k) < cells) {
                JsonNode coefficient = reference.get("loss_coef").get(tape.neuron(k));
                seeds.addSpikeTime(k, number(coefficient.get(0)) + 2 * number(coefficient.get(1)) * tape.time(k));
            }
        }
        for (boolean timeConstants : new boolean[] {false, true}) {
            Gradients gradients = new Gradients(network);
            new Adjoint(simulator, timeConstants).run(tape, seeds, gradients);
            gradients.toPositions(network, compiled.parameters());
            assertGradients(gradients, timeConstants);
        }
    }

    private void assertGradients(Gradients gradients, boolean timeConstants) {
        for (JsonNode entry : reference.get("gradient")) {
            String kind = entry.get(0).asString();
            if (!timeConstants && (kind.equals("tm") || kind.equals("ts"))) {
                continue;
            }
            double expected = number(entry.get(2));
            assertThat(actual(gradients, kind, entry.get(1)))
                    .as("%s %s", kind, entry.get(1))
                    .isCloseTo(expected, within(1e-11 * Math.max(Math.abs(expected), 1e-3)));
        }
    }

    private double actual(Gradients gradients, String kind, JsonNode index) {
        return switch (kind) {
            case "pos" ->
                gradients.position()[3 * index.get(0).asInt() + index.get(1).asInt()];
            case "w" -> gradients.weight()[synapseOfEdge[index.asInt()]];
            case "c" -> gradients.conductionSpeed();
            case "b" -> gradients.bias()[index.asInt()];
            case "th" -> gradients.vThreshold()[index.asInt()];
            case "tm" -> gradients.tauMem()[index.asInt()];
            case "ts" -> gradients.tauSyn()[index.asInt()];
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private void assertSpikes(Tape tape) {
        SpikeTrains spikes = tape.trains(0, cells);
        JsonNode expected = reference.get("spikes");
        assertThat(spikes.size()).isEqualTo(expected.size());
        for (int k = 0; k < spikes.size(); k++) {
            assertThat(spikes.time(k)).isCloseTo(number(expected.get(k).get(0)), within(1e-12));
            assertThat(spikes.neuron(k)).isEqualTo(expected.get(k).get(1).asInt());
        }
    }

    private Network network() {
        JsonNode params = reference.get("params");
        int sources = reference.get("nin").asInt();
        double bias = params.has("bias") ? params.get("bias").asDouble() : 0;
        Lif model = Lif.of(params.get("tm").asDouble(), params.get("ts").asDouble())
                .withRefractory(params.get("tref").asDouble())
                .withBias(bias);
        JsonNode edges = reference.get("edges");
        synapseOfEdge = new int[edges.size()];
        var builder = Network.inDimensions(3)
                .conductionSpeed(number(reference.get("c")))
                .population("cells", model, positions(0, cells))
                .population("input", new SpikeSource(), positions(cells, sources));
        int first = addSynapses(builder, "cells", 0, cells, 0);
        addSynapses(builder, "input", cells, sources, first);
        return builder.build();
    }

    private int addSynapses(NetworkBuilder builder, String from, int firstSource, int count, int first) {
        JsonNode edges = reference.get("edges");
        int[] source = new int[edges.size()];
        int[] target = new int[edges.size()];
        double[] weight = new double[edges.size()];
        int size = 0;
        for (int e = 0; e < edges.size(); e++) {
            int pre = edges.get(e).get(0).asInt();
            if (pre >= firstSource && pre < firstSource + count) {
                synapseOfEdge[e] = first + size;
                source[size] = pre - firstSource;
                target[size] = edges.get(e).get(1).asInt();
                weight[size++] = number(edges.get(e).get(2));
            }
        }
        builder.synapses(
                from,
                "cells",
                true,
                Arrays.copyOf(source, size),
                Arrays.copyOf(target, size),
                Arrays.copyOf(weight, size),
                null);
        return first + size;
    }

    private Positions positions(int first, int count) {
        double[] coordinates = new double[3 * count];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] =
                    number(reference.get("positions").get(first + k / 3).get(k % 3));
        }
        return Positions.of(3, coordinates);
    }

    private SpikeTrains input() {
        SpikeTrains.Builder trains = SpikeTrains.builder();
        for (JsonNode spike : reference.get("inputs")) {
            trains.add(spike.get(1).asInt(), number(spike.get(0)));
        }
        return trains.build();
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.asString());
    }
}
