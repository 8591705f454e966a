package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataInputs;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input spikes that the configuration of a simulation names: at 1, 2.5 and 3 ms from the two sources, 4 and 5. */
class SonataInputsTest {

    private static final String SIMULATION = """
            {
              "manifest": {"$IN": "."},
              "network": "config.json",
              "node_sets_file": "sets.json",
              "run": {"tstop": 2.7, "dt": 0.1},
              "conditions": {"v_init": -80},
              "inputs": {
                "drive": {"input_type": "spikes", "module": "h5", "input_file": "$IN/old_spikes.h5", "node_set": "all", "trial": "trial_0"},
                "off": {"input_type": "current_clamp", "node_set": "all", "enabled": false}
              }
            }
            """;

    @TempDir
    private Path folder;

    private Path simulation;

    @BeforeEach
    void write() throws IOException {
        PythonFiles.circuit(folder);
        Files.writeString(
                folder.resolve("sets.json"),
                "{\"all\": {\"population\": \"sources\"}, \"one\": {\"population\": \"sources\", \"node_id\": [0]}}");
        simulation = folder.resolve("simulation.json");
        Files.writeString(simulation, SIMULATION);
    }

    private SonataInputs read() throws IOException {
        SonataOptions options = SonataOptions.strict();
        SonataCircuit circuit = SonataNetwork.read(simulation, options);
        return SonataInputs.read(simulation, circuit, options);
    }

    @Test
    void spikesUntilTheEndAreRead() throws IOException {
        SonataInputs inputs = read();

        assertThat(inputs.spikes().size()).isEqualTo(2);
        assertThat(inputs.spikes().time(0)).isEqualTo(1);
        assertThat(inputs.spikes().neuron(0)).isEqualTo(4);
        assertThat(inputs.spikes().time(1)).isEqualTo(2.5);
        assertThat(inputs.spikes().neuron(1)).isEqualTo(5);
        assertThat(inputs.notes())
                .containsExactly(
                        "input drive: 2 spikes; left out: 1 after the end of the simulation",
                        "input drive: not carried over: trial",
                        "input off: not enabled, not read",
                        "simulation: ends at 2.7 ms",
                        "simulation: run: not carried over: dt",
                        "simulation: not carried over: conditions");
    }

    @Test
    void aSimulationBeginsAtZero() throws IOException {
        Files.writeString(simulation, SIMULATION.replace("\"tstop\"", "\"tstart\": 5, \"tstop\""));
        assertThatThrownBy(this::read).hasMessageContaining("tstart = 5, cannot be kept, must be 0");
    }

    @Test
    void aNodeSetMayBeAPopulationAndAFileOfTheNewerLayout() throws IOException {
        Files.writeString(
                simulation,
                SIMULATION
                        .replace("old_spikes", "spikes")
                        .replace("\"h5\"", "\"sonata\"")
                        .replace("\"all\"", "\"sources\"")
                        .replace("2.7", "3"));

        assertThat(read().spikes().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"spikes\", \"module\"|\"current_clamp\", \"module\"|inputs.drive.input_type = \"current_clamp\", has no",
                "\"h5\"|\"nwb\"|inputs.drive.module = \"nwb\", cannot be read, must be one of h5, sonata",
                "\"all\", |\"cells\", |leads to population 'cells', which is a lif; it must be virtual",
                "\"all\", |\"nobody\", |leads to population 'nobody', must be one of cells, sources",
                "\"all\", |\"one\", |sets.json: one.node_id = [0], is an unknown field; allowed are population",
                "$IN/old|../old|must stay in ",
                "old_spikes|no_spikes|which does not exist",
                "\"inputs\"|\"outputs\"|inputs is missing; the configuration of a simulation has it",
            })
    void theErrorNamesThePlace(String text, String other, String message) throws IOException {
        assertThat(SIMULATION).contains(text);
        Files.writeString(simulation, SIMULATION.replace(text, other));

        assertThatThrownBy(this::read).isInstanceOf(FormatException.class).hasMessageContaining(message);
    }
}
