package io.github.lightcone.formats.sonata;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The spikes of virtual nodes that the configuration of a simulation names: its {@code inputs} with {@code input_type}
 * {@code spikes}, in HDF5.
 *
 * <p>The {@code node_set} of an input is the name of a population, or of a set in {@code node_sets_file} that is a whole
 * population. Currents, which have no counterpart, are errors. Spikes after {@code tstop} are left out. Fields that have
 * no meaning here are noted.
 */
public final class SonataInputs {

    private static final Set<String> MODULES = Set.of("h5", "sonata");

    private final SpikeTrains spikes;
    private final List<String> notes;

    private SonataInputs(SpikeTrains spikes, List<String> notes) {
        this.spikes = spikes;
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads the inputs of a simulation.
     *
     * @param configuration of the simulation
     * @param circuit the circuit that it names
     * @param options those the circuit was read with
     * @throws FormatException if a file is missing or wrong, leads out of the folder of the configuration, or an input is
     *     not the spikes of a virtual population
     */
    public static SonataInputs read(Path configuration, SonataCircuit circuit, SonataOptions options)
            throws IOException {
        JsonObject json = JsonFiles.parse(configuration, SonataText.read(configuration));
        CircuitConfig config = CircuitConfig.opened(configuration, json, options);
        if (!json.has("inputs")) {
            throw FormatException.inFile(configuration, "inputs is missing; the configuration of a simulation has it");
        }
        JsonObject sets = null;
        if (json.has("node_sets_file")) {
            Path file = config.resolve(json, "node_sets_file");
            sets = JsonFiles.parse(file, SonataText.read(file));
        }
        Optional<JsonObject> run = json.has("run") ? Optional.of(json.object("run")) : Optional.empty();
        double end = run.isPresent() ? end(run.get()) : Double.POSITIVE_INFINITY;
        List<String> notes = new ArrayList<>();
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        JsonObject inputs = json.object("inputs");
        for (String name : inputs.fields()) {
            JsonObject input = inputs.object(name);
            if (input.has("enabled") && !input.truth("enabled")) {
                notes.add("input " + name + ": not enabled, not read");
                continue;
            }
            SpikeTrains all = spikes(input, sets, config, circuit);
            int inTime = 0;
            while (inTime < all.size() && all.time(inTime) <= end) {
                spikes.add(all.neuron(inTime), all.time(inTime++));
            }
            int late = all.size() - inTime;
            notes.add("input " + name + ": " + inTime + " spikes"
                    + (late == 0 ? "" : "; left out: " + late + " after the end of the simulation"));
            noteOthers("input " + name, input, notes);
        }
        if (end < Double.POSITIVE_INFINITY) {
            notes.add("simulation: ends at " + end + " ms");
        }
        if (run.isPresent()) {
            noteOthers("simulation: run", run.get(), notes);
        }
        if (json.has("conditions")) {
            notes.add("simulation: not carried over: conditions");
        }
        return new SonataInputs(spikes.build(), notes);
    }

    private static double end(JsonObject run) throws FormatException {
        if (run.has("tstart") && run.number("tstart") != 0) {
            throw run.error("tstart", "cannot be kept, must be 0: simulations begin at 0 ms");
        }
        return run.has("tstop") ? run.number("tstop") : Double.POSITIVE_INFINITY;
    }

    private static void noteOthers(String what, JsonObject read, List<String> notes) {
        if (!read.others().isEmpty()) {
            notes.add(what + ": not carried over: " + Messages.list(read.others()));
        }
    }

    private static SpikeTrains spikes(JsonObject input, JsonObject sets, CircuitConfig config, SonataCircuit circuit)
            throws IOException {
        if (!input.string("input_type").equals("spikes")) {
            throw input.error("input_type", "has no counterpart, must be spikes");
        }
        if (input.has("module") && !MODULES.contains(input.string("module"))) {
            throw input.error(
                    "module",
                    "cannot be read, must be one of "
                            + Messages.list(MODULES.stream().sorted().toList()));
        }
        Path file = config.resolve(input, "input_file");
        String name = population(input, sets);
        for (Population population : circuit.network().populations()) {
            if (population.name().equals(name)) {
                if (population.kind() != NeuronKind.SPIKE_SOURCE) {
                    throw input.error(
                            "node_set",
                            "leads to population " + Messages.quote(name) + ", which is a "
                                    + population.kind().label() + "; it must be virtual");
                }
                return SonataSpikes.read(file, circuit, name);
            }
        }
        throw input.error(
                "node_set",
                "leads to population " + Messages.quote(name) + ", must be one of "
                        + Messages.list(circuit.network().populations().stream()
                                .map(Population::name)
                                .toList()));
    }

    private static String population(JsonObject input, JsonObject sets) throws FormatException {
        String name = input.string("node_set");
        if (sets == null || !sets.has(name)) {
            return name;
        }
        JsonObject set = sets.object(name);
        String population = set.string("population");
        set.rejectOthers();
        return population;
    }

    /** Returns the spikes, by neurons of the circuit's network. */
    public SpikeTrains spikes() {
        return spikes;
    }

    /** Returns what the inputs were and what of the simulation is not carried over, one line each. */
    public List<String> notes() {
        return notes;
    }
}
