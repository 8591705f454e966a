package io.github.lightcone.cli.gradient;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.util.function.DoubleUnaryOperator;

/** The workspace of one thread: the loss of a run in which one parameter is changed. */
final class Probe {

    private final Network network;
    private final SpikeTrains input;
    private final double end;
    private final long fingerprint;
    private final CompiledNetwork compiled;
    private final RandomLoss loss;
    private final Simulator simulator;
    private final EventOrder order;
    private long runaways;

    /**
     * Makes a workspace.
     *
     * @param fingerprint order of events of the run without changes
     */
    Probe(Network network, SpikeTrains input, double end, long seed, int maxSpikes, long fingerprint) {
        this.network = network;
        this.input = input;
        this.end = end;
        this.fingerprint = fingerprint;
        compiled = CompiledNetwork.of(network);
        loss = new RandomLoss(network, end, seed);
        simulator = new Simulator(compiled, loss.readouts()).spikeLimit(maxSpikes);
        order = new EventOrder(compiled);
    }

    FiniteDifference differentiate(ParameterKind kind, int index, double step) {
        Parameters parameters = network.parameters();
        double at = kind.get(parameters, index);
        DoubleUnaryOperator function = x -> {
            kind.set(parameters, index, x);
            return lossAt(parameters);
        };
        return at - step < kind.least()
                ? FiniteDifference.forward(function, at, step)
                : FiniteDifference.central(function, at, step);
    }

    /** Returns the loss at other parameters, NaN if these are not allowed or change the order of events. */
    private double lossAt(Parameters parameters) {
        try {
            compiled.update(parameters);
        } catch (IllegalArgumentException outOfRange) {
            return Double.NaN;
        }
        try {
            Tape other = simulator.run(input, end);
            return order.fingerprint(other) == fingerprint ? loss.value(other) : Double.NaN;
        } catch (SpikeLimitException tooMany) {
            runaways++;
            return Double.NaN;
        }
    }

    /** Returns the number of runs so far that made more spikes than allowed. */
    long runaways() {
        return runaways;
    }
}
