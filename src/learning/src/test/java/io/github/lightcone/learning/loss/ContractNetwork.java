package io.github.lightcone.learning.loss;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Inputs, hidden neurons and outputs that all spike several times, with delays of every kind. */
final class ContractNetwork {

    static final int INPUTS = 3;
    static final int HIDDEN = 4;
    static final int OUTPUTS = 3;
    static final double END = 40;

    /** Where delays come from. */
    enum DelayMode {
        NONE,
        FIXED,
        FREE,
        /** One delay for all synapses of a neuron, as if it were that of its axon. */
        COMMON,
        SPATIAL
    }

    private ContractNetwork() {}

    static Network build(DelayMode mode, boolean spikingOutputs) {
        SplittableRandom random = new SplittableRandom(23);
        Delays delays = delays(mode);
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.7)
                .population("input", new SpikeSource(), Positions.uniform(INPUTS, 2, 0, 2, random))
                .population(
                        "hidden", new Lif(16, 5, 1, -0.1, 0.05, 0.8, 0.02), Positions.uniform(HIDDEN, 2, 0, 2, random))
                .override("hidden", NeuronParameter.V_THRESHOLD, 1, 0.95, 1.05, 0.9)
                .population(
                        "output",
                        spikingOutputs
                                ? new Lif(16, 5, 0.9, 0.05, 0.1, 0.5, 0)
                                : new LeakyIntegrator(16, 5, 0.03, -0.05),
                        Positions.uniform(OUTPUTS, 2, 0, 2, random))
                .connect("input", "hidden", ConnectionRules.allToAll(), Distribution.uniform(1.2, 3.4), delays, random)
                .connect("hidden", "hidden", ConnectionRules.allToAll(), Distribution.normal(-0.1, 0.2), delays, random)
                .connect("hidden", "output", ConnectionRules.allToAll(), Distribution.uniform(0.5, 2), delays, random)
                .build();
        return mode == DelayMode.COMMON ? withCommonDelays(network, random) : network;
    }

    private static Delays delays(DelayMode mode) {
        return switch (mode) {
            case NONE, COMMON -> Delays.none();
            case FIXED -> Delays.constant(1.5);
            case FREE -> Delays.given(Distribution.uniform(0.5, 5));
            case SPATIAL -> Delays.spatial(0.3);
        };
    }

    private static Network withCommonDelays(Network network, RandomGenerator random) {
        Parameters parameters = network.parameters();
        double[] ofAxon = random.doubles(network.neuronCount(), 0.5, 5).toArray();
        for (int s = 0; s < network.synapseCount(); s++) {
            parameters.delay()[s] = ofAxon[network.source(s)];
        }
        return network.with(parameters);
    }

    /** Returns the same network with a first output whose weights are too small. */
    static Network withSilentOutput(Network network) {
        Parameters parameters = network.parameters();
        for (int s = 0; s < network.synapseCount(); s++) {
            if (network.target(s) == network.population("output").firstNeuron()) {
                parameters.weight()[s] *= 0.05;
            }
        }
        return network.with(parameters);
    }

    static SpikeTrains input() {
        SplittableRandom random = new SplittableRandom(5);
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int channel = 0; channel < INPUTS; channel++) {
            for (int k = 0; k < 3; k++) {
                input.add(channel, 1 + 9 * k + 8 * random.nextDouble());
            }
        }
        return input.build();
    }

    /** Returns a loss as gradient checks want it. */
    static io.github.lightcone.fixtures.Loss fixture(Loss loss, int label) {
        return new io.github.lightcone.fixtures.Loss() {

            private final double[] workspace = new double[loss.workspaceSize()];

            @Override
            public double value(Tape tape) {
                return loss.value(tape, label, workspace);
            }

            @Override
            public void seed(Tape tape, LossSeeds seeds) {
                loss.value(tape, label, workspace);
                loss.seed(tape, label, workspace, seeds);
            }
        };
    }
}
