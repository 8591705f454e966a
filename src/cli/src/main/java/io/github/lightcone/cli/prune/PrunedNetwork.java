package io.github.lightcone.cli.prune;

import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.network.Network;
import io.github.lightcone.structure.prune.NetworkSize;
import java.util.Map;
import java.util.Optional;

/**
 * A network some of whose connections are gone, and how it does.
 *
 * @param by the criterion; empty for the network as it was trained
 * @param density the share that stays, as it was asked for
 * @param removed how many connections are gone
 * @param choice how many there were to choose from
 * @param network without the synapses that are gone
 * @param results by the name of the data; none where the network ran away
 */
record PrunedNetwork(
        String by,
        String density,
        int removed,
        int choice,
        Network network,
        Map<String, Optional<Evaluation>> results) {

    /** Returns the name of the folder it is written to. */
    String folder() {
        return by.isEmpty() ? "trained" : by + "-" + density;
    }

    /** Returns what it consists of. */
    NetworkSize size() {
        return NetworkSize.of(network);
    }

    /** Returns the share that is gone. */
    double fraction() {
        return choice == 0 ? 0 : (double) removed / choice;
    }
}
