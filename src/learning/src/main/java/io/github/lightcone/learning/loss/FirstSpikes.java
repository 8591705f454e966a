package io.github.lightcone.learning.loss;

import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;

/** First spikes of output neurons. A silent output counts as one that spikes at the end of the run. */
final class FirstSpikes {

    private FirstSpikes() {}

    /** Returns when an output spikes first, or the end of the run. */
    static double time(Tape tape, Population outputs, int output) {
        int spike = tape.firstSpike(outputs.firstNeuron() + output);
        return spike == Tape.NO_SPIKE ? tape.end() : tape.time(spike);
    }

    /** Returns the output that spikes first, the lower one of equals, or {@link Loss#NO_CLASS}. */
    static int earliest(Tape tape, Population outputs) {
        int earliest = Loss.NO_CLASS;
        double earliestTime = Double.POSITIVE_INFINITY;
        for (int c = 0; c < outputs.size(); c++) {
            int spike = tape.firstSpike(outputs.firstNeuron() + c);
            if (spike != Tape.NO_SPIKE && tape.time(spike) < earliestTime) {
                earliestTime = tape.time(spike);
                earliest = c;
            }
        }
        return earliest;
    }
}
