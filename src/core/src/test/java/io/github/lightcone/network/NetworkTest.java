package io.github.lightcone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbering of neurons and synapses, lookups, overrides, and copies. */
class NetworkTest {

    private static Network network() {
        return Network.inDimensions(2)
                .conductionSpeed(0.3)
                .population("in", new SpikeSource(), Positions.of(2, 0, 1, 2, 3))
                .population("cells", Lif.of(10, 5).withBias(0.1), Positions.of(2, 4, 5, 6, 7, 8, 9))
                .override("cells", NeuronParameter.BIAS, 0.5, 0.6, 0.7)
                .override("cells", NeuronParameter.BIAS, 1.5, 1.6, 1.7)
                .population("out", LeakyIntegrator.of(20, 4), 1)
                .connect(
                        "in",
                        "cells",
                        ConnectionRules.allToAll(),
                        Distribution.constant(2),
                        Delays.spatial(0.25),
                        new SplittableRandom(1))
                .synapses("cells", "out", false, new int[] {2, 0, 2}, new int[3], new double[] {1, 2, 3}, new double[] {
                    4, 5, 6
                })
                .build();
    }

    @Test
    void neuronsAreNumberedThroughAllPopulations() {
        Network network = network();
        assertThat(network.neuronCount()).isEqualTo(6);
        assertThat(network.population("cells").firstNeuron()).isEqualTo(2);
        assertThat(network.population("cells").endNeuron()).isEqualTo(5);
        assertThat(network.populationOf(4).name()).isEqualTo("cells");
        assertThat(network.populationOf(5).kind()).isEqualTo(NeuronKind.LEAKY_INTEGRATOR);
        assertThat(network.parameters().position()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0);
        assertThat(network.describeNeuron(4)).isEqualTo("neuron 4 (cells 2)");
    }

    @Test
    void synapsesAreNumberedThroughAllProjections() {
        Network network = network();
        assertThat(network.synapseCount()).isEqualTo(9);
        Projection second = network.projection("cells", "out");
        assertThat(second.firstSynapse()).isEqualTo(6);
        assertThat(second.endSynapse()).isEqualTo(9);
        assertThat(second.spatial()).isFalse();
        assertThat(second.name()).isEqualTo("cells->out");
        assertThat(network.source(8)).isEqualTo(4);
        assertThat(network.target(8)).isEqualTo(5);
        assertThat(network.describeSynapse(8)).isEqualTo("synapse 8 (4 -> 5)");
        assertThat(network.parameters().weight()).containsExactly(2, 2, 2, 2, 2, 2, 1, 2, 3);
        assertThat(network.parameters().delay()).containsExactly(0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 4, 5, 6);
    }

    @Test
    void numbersThatAKindOfNeuronLacks() {
        Parameters parameters = network().parameters();
        double none = Double.NaN;
        assertThat(parameters.bias()).containsExactly(none, none, 1.5, 1.6, 1.7, 0);
        assertThat(parameters.vThreshold()).containsExactly(none, none, 1, 1, 1, Double.POSITIVE_INFINITY);
        assertThat(parameters.refractory()).containsExactly(none, none, 0, 0, 0, none);
        assertThat(parameters.tauMem()).containsExactly(none, none, 10, 10, 10, 20);
    }

    @Test
    void parametersAreCopies() {
        Network network = network();
        Parameters parameters = network.parameters();
        parameters.weight()[0] = 77;
        parameters.conductionSpeed(9);
        assertThat(network.parameters().weight()[0]).isEqualTo(2);
        assertThat(network.conductionSpeed()).isEqualTo(0.3);
        Network changed = network.with(parameters);
        parameters.weight()[0] = 88;
        assertThat(changed.parameters().weight()[0]).isEqualTo(77);
        assertThat(changed.conductionSpeed()).isEqualTo(9);
        Parameters copy = changed.parameters();
        assertThat(copy.copy().position()).isEqualTo(copy.position()).isNotSameAs(copy.position());
    }

    @Test
    void lookupsThatFailTellWhatThereIs() {
        Network network = network();
        assertThatThrownBy(() -> network.population("hidden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no population named 'hidden'; there are [in, cells, out]");
        assertThatThrownBy(() -> network.projection("in", "out"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no projection in->out; there are [in->cells, cells->out]");
        assertThatThrownBy(() -> network.populationOf(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no neuron 6; there are 6");
    }

    @Test
    void namesOfParametersLeadBack() {
        for (NeuronParameter parameter : NeuronParameter.values()) {
            assertThat(NeuronParameter.named(parameter.label())).contains(parameter);
            assertThat(parameter.appliesTo(NeuronKind.LIF)).isTrue();
            assertThat(parameter.appliesTo(NeuronKind.SPIKE_SOURCE)).isFalse();
        }
        assertThat(NeuronParameter.named("tau")).isEmpty();
    }

    @Test
    void parametersOfAnotherShapeAreRefused() {
        Parameters other = Network.inDimensions(3)
                .population("in", new SpikeSource(), 4)
                .build()
                .parameters();
        assertThatThrownBy(() -> network().with(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters are for 0 synapses, 4 neurons and 12 coordinates,"
                        + " the network has 9, 6 and 12");
    }
}
