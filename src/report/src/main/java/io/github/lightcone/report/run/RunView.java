package io.github.lightcone.report.run;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import java.util.List;
import java.util.Optional;

/**
 * A run, as figures and pages show it.
 *
 * @param name the run folder as it was named
 * @param which the network shown: best or last
 * @param summary what was reached and what it cost
 * @param history a row per epoch
 * @param structureHistory measures of the structure along the training, if the run kept them
 * @param trust how far gradients could be trusted after each epoch, if the run kept it
 * @param folder the trained network
 * @param wires its synapses
 * @param confusion which classes were taken for which
 * @param structure what it became
 * @param frames where neurons were in the course of training; none where the run did not keep it
 * @param activity what it does on examples; empty without the data
 * @param withoutActivity why there is none; empty if there is
 * @param chips what it would do on neuromorphic chips, as far as that was asked for
 * @param experiment the experiment file, as text
 */
public record RunView(
        String name,
        String which,
        RunSummary summary,
        NumberTable history,
        Optional<StructureHistory> structureHistory,
        Optional<NumberTable> trust,
        NetworkFolder folder,
        Wires wires,
        Confusion confusion,
        NetworkStructure structure,
        PositionFrames frames,
        Optional<Activity> activity,
        String withoutActivity,
        List<ChipPrototype> chips,
        String experiment) {

    /** Copies the list. */
    public RunView {
        chips = List.copyOf(chips);
    }

    /** Returns the trained network. */
    public Network network() {
        return folder.network();
    }

    /** Returns the axes its positions are drawn on. */
    public DisplaySpace space() {
        return DisplaySpace.of(network());
    }
}
