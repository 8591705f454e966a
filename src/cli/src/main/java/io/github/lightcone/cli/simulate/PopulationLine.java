package io.github.lightcone.cli.simulate;

import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.Tape;

/** What a population did in a run, in a line. */
public final class PopulationLine {

    private PopulationLine() {}

    /** Returns size and kind, and the number of spikes and of silent neurons of what spikes. */
    public static String of(Population population, Tape tape) {
        long spikes = 0;
        int silent = 0;
        for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
            spikes += tape.spikeCountOf(n);
            silent += tape.spikeCountOf(n) == 0 ? 1 : 0;
        }
        String name = "            " + population.name() + ": " + population.size() + " x "
                + population.kind().label();
        return population.kind() == NeuronKind.LEAKY_INTEGRATOR
                ? name
                : name + ", " + spikes + " spikes, " + silent + " silent";
    }
}
