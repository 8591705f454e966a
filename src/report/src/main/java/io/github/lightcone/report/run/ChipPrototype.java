package io.github.lightcone.report.run;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code lightcone prototype} found about the network of a run on a chip.
 *
 * @param chip short name of the chip
 * @param title its full name
 * @param kind what it is
 * @param epoch the network is that after this epoch
 * @param fits whether the network on the chip breaks no rule
 * @param verdict the conclusion
 * @param tuned whether the network on the chip was trained after it was quantised
 * @param settings how it was quantised
 * @param accuracies by data set
 * @param examples how many examples were looked at closely
 * @param set data set of these
 * @param correct how many of these the trained network gets right
 * @param spikes the trained network against that on the chip
 * @param emulations the network on the chip in steps
 * @param rules each rule
 * @param violationsTrained the first violations of each rule by the trained network
 * @param violationsOnChip those of the network on the chip
 * @param weights in whole numbers of their scales; empty if the chip's weights are unknown
 * @param delays in steps; empty without steps
 * @param cost of the examples
 * @param floorPlan where neurons are; empty if it is unknown how many a core holds
 * @param devices what mismatch does, if that was asked for
 * @param convergence of ever shorter steps, if that was asked for
 */
public record ChipPrototype(
        String chip,
        String title,
        String kind,
        int epoch,
        boolean fits,
        String verdict,
        boolean tuned,
        Settings settings,
        Map<String, Accuracy> accuracies,
        int examples,
        String set,
        int correct,
        Spikes spikes,
        List<Emulation> emulations,
        List<RuleCount> rules,
        List<Violation> violationsTrained,
        List<Violation> violationsOnChip,
        Optional<Bins> weights,
        Optional<Bins> delays,
        Cost cost,
        Optional<FloorPlan> floorPlan,
        Optional<Devices> devices,
        Optional<StepConvergence> convergence) {

    /** Folder inside a run folder, with a file for each chip. */
    public static final String FOLDER = "prototype";

    /** Copies the collections. */
    public ChipPrototype {
        accuracies = new LinkedHashMap<>(accuracies);
        emulations = List.copyOf(emulations);
        rules = List.copyOf(rules);
        violationsTrained = List.copyOf(violationsTrained);
        violationsOnChip = List.copyOf(violationsOnChip);
    }

    /**
     * How it was quantised.
     *
     * @param rounding how numbers were rounded
     * @param scale what has a scale of its own
     * @param step length of a step, ms; NaN if there is none
     * @param clipped how many numbers of a kind, such as weights, went to the end of their range; kinds with none of
     *     these are left out
     */
    public record Settings(String rounding, String scale, double step, Map<String, Integer> clipped) {

        /** Copies the map. */
        public Settings {
            clipped = new LinkedHashMap<>(clipped);
        }
    }

    /**
     * Shares of correct examples of a data set; NaN where the network ran away.
     *
     * @param trained of the trained network
     * @param quantised of the quantised network
     * @param tuned of the tuned network; NaN without tuning
     */
    public record Accuracy(double trained, double quantised, double tuned) {}

    /**
     * Spikes of two networks on the same examples.
     *
     * @param pairs pairs of an example and a neuron
     * @param meanShift mean shift of first spikes, ms; NaN if there are none in both
     * @param medianShift its median, ms
     * @param largestShift the largest, ms
     * @param changedCounts pairs with another number of spikes
     * @param silentBefore neurons that never spike, before
     * @param silentAfter neurons that never spike, after
     * @param before spikes before
     * @param after spikes after
     */
    public record Spikes(
            double pairs,
            double meanShift,
            double medianShift,
            double largestShift,
            double changedCounts,
            int silentBefore,
            int silentAfter,
            double before,
            double after) {}

    /**
     * The network on the chip step by step.
     *
     * @param name how numbers were held
     * @param correct how many of the examples were right
     * @param spikes the exact engine against the emulator
     */
    public record Emulation(String name, int correct, Spikes spikes) {}

    /**
     * Violations of a rule.
     *
     * @param rule its name
     * @param trained how many in the trained network, -1 if it was not checked
     * @param onChip how many in the network on the chip
     * @param reason why it was not checked; may be empty
     */
    public record RuleCount(String rule, int trained, int onChip, String reason) {}

    /**
     * What breaks a rule.
     *
     * @param rule its name
     * @param place the neuron, the synapse or the network
     * @param value what is there
     * @param limit what is allowed
     */
    public record Violation(String rule, String place, double value, String limit) {}

    /**
     * Numbers before and after they became whole, counted in bins of one range.
     *
     * @param from lower end of the range
     * @param to its upper end
     * @param before in each of the bins before
     * @param after in each of the bins after
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Bins(double from, double to, double[] before, double[] after) {}

    /**
     * Counts over the examples.
     *
     * @param spikes of all neurons, sources included
     * @param operations synaptic operations
     * @param updates updates of neurons
     * @param pendingMean arrivals under way, mean
     * @param pendingPeak arrivals under way, most
     * @param bytes moved between memory and processors
     * @param leastEnergy pJ; NaN if none is published
     * @param mostEnergy pJ; infinite if published figures give no upper end
     * @param figures what energies follow from
     */
    public record Cost(
            double spikes,
            double operations,
            double updates,
            double pendingMean,
            double pendingPeak,
            double bytes,
            double leastEnergy,
            double mostEnergy,
            List<EnergyFigure> figures) {}

    /**
     * A published energy.
     *
     * @param of what it is of
     * @param picojoules a number or a range
     * @param note what else has to be known
     * @param source where it stands
     */
    public record EnergyFigure(String of, String picojoules, String note, String source) {}

    /**
     * Neurons on tiles.
     *
     * @param columns of the grid
     * @param rows of the grid
     * @param tile of each neuron, row * columns + column
     * @param populations names of the populations, in the order of their neurons
     * @param sizes how many neurons each has
     * @param packets between tiles, over the examples
     * @param hops links that these passed
     * @param busiest packets on the link with the most
     * @param crossings synapses between tiles
     * @param loads links that packets passed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record FloorPlan(
            int columns,
            int rows,
            int[] tile,
            List<String> populations,
            int[] sizes,
            double packets,
            double hops,
            double busiest,
            double crossings,
            List<Load> loads) {}

    /**
     * Packets on a link, over the examples.
     *
     * @param from tile at its beginning
     * @param to neighbouring tile at its end
     * @param packets that passed it
     */
    public record Load(int from, int to, double packets) {}

    /**
     * Devices that differ.
     *
     * @param set data set they were tried on
     * @param differences how much they differ, as text
     * @param accuracies share of correct examples of each; NaN for one that ran away
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Devices(String set, String differences, double[] accuracies) {}

    /**
     * Reads a file that {@code prototype} wrote.
     *
     * @throws FormatException naming the file and what is wrong
     */
    public static ChipPrototype read(Path file) throws FormatException {
        return ChipPrototypeReader.read(JsonFiles.read(file));
    }

    /** Reads those of a run, in the order of their names. */
    static List<ChipPrototype> ofRun(Path run) throws IOException {
        Path folder = run.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.endsWith(".json") && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
        List<ChipPrototype> chips = new ArrayList<>();
        for (Path file : files) {
            chips.add(read(file));
        }
        return chips;
    }

    /** Returns what the network on the chip is. */
    public String onChip() {
        return tuned ? "tuned" : "quantised";
    }
}
