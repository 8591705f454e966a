package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import io.github.lightcone.formats.sonata.SonataSpikes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circuits that lead elsewhere, expand without end or hold what has no counterpart: an error that names the place. */
class SonataHostileTest {

    @TempDir
    private Path folder;

    private Path configuration;

    @BeforeEach
    void copy() throws IOException {
        configuration = PythonFiles.circuit(Files.createDirectory(folder.resolve("circuit")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // file | text in it | what it becomes | what the message holds
                "config.json|$BASE/nodes.h5|../nodes.h5|leads to ",
                "config.json|$BASE/nodes.h5|/etc/passwd|leads to /etc/passwd, must stay in ",
                "config.json|$BASE/nodes.h5|none.h5|which does not exist",
                "config.json|$BASE/nodes.h5|$BASE\\nodes.h5|\\u000aodes.h5, which does not exist",
                "config.json|$BASE/nodes.h5|$NOWHERE/nodes.h5|variable '$NOWHERE', the manifest has BASE, MODELS",
                "config.json|$BASE/nodes.h5|models|must be a file",
                "config.json|\"$BASE/nodes.h5\"|17|networks.nodes[0].nodes_file = 17, must be a string",
                "config.json|\"$BASE\": \".\"|\"$BASE\": \"$BASE$BASE\"|name one another without end",
                "config.json|\"$BASE\": \".\"|\"$BASE\": \"..\"|must stay in ",
                "config.json|\"nodes\"|\"nudes\"|networks.nodes has no population",
                "config.json|{|[|is not JSON",
                "node_types.csv|nest:iaf_psc_exp first|nest:iaf_cond_exp first|model_template[0] = 'nest:iaf_cond_exp'",
                "node_types.csv|point_neuron nest|biophysical nest|model_type[0] = 'biophysical' has no counterpart",
                "node_types.csv|point_process|virtual|makes a spike_source of it",
                "node_types.csv|first.json|../../../passwd|node_types.csv:2: dynamics_params = '../../../passwd'",
                "node_types.csv|first.json|none.json|which does not exist",
                "node_types.csv|2 cells|1 cells|node_types.csv:3: node_type_id = '1', must be unique",
                "node_types.csv|2 cells|3 cells|/nodes/cells/node_type_id' has the element [1] = 2, must be in ",
                "node_types.csv|second.json NULL|second.json|node_types.csv:3: 5 cells, must be 6 as in the header",
                "node_types.csv|note\"\"\"|note\"\"|has a quote that is not closed",
                "models/first.json|C_m|g_L|first.json: g_L = 200.0, is an unknown field",
                "models/first.json|200.0|\"x\"|C_m = \"x\", must be a finite number",
                "models/first.json|200.0|0|C_m[0] = 0.0, must be above 0",
                "models/first.json|\"V_th\": -50.0|\"V_th\": -61|vReset = 5.0, must be below vThreshold = 4.0",
                "models/plain.json|{}|{\"U\": 0.5}|plain.json: U = 0.5, has no counterpart",
                "edge_types.csv|static_synapse plain|stdp_synapse plain|model_template[0] = 'stdp_synapse'",
                "edge_types.csv|5.5|NULL|syn_weight[2] is missing in the file and in the types",
                "edge_types.csv|2.0 static|NULL static|delay[0] = NaN, must be given and at least 0",
                "edge_types.csv|2.5|-1|delay[3] = -1.0, must be given",
                "edge_types.csv|5.5|many|edge_types.csv:2: syn_weight = 'many', must be a number",
                "edge_types.csv|5.5|-5.5|tau_syn_ex[0] = 4.0 and tau_syn_in = 8.0, must be equal",
                "edge_types.csv|syn_weight delay|nsyns delay|attribute nsyns makes weights",
            })
    void theErrorNamesThePlace(String name, String text, String other, String message) throws IOException {
        Path file = folder.resolve("circuit").resolve(name);
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other)));

        assertThatThrownBy(() -> SonataNetwork.read(configuration))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(message);
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path nodes = folder.resolve("circuit/nodes.h5");
        Files.move(nodes, folder.resolve("elsewhere.h5"));
        Files.createSymbolicLink(nodes, folder.resolve("elsewhere.h5"));

        assertThatThrownBy(() -> SonataNetwork.read(configuration)).hasMessageContaining("elsewhere.h5, must stay in ");
        assertThat(SonataNetwork.read(configuration, SonataOptions.strict().within(folder))
                        .network()
                        .neuronCount())
                .isEqualTo(6);
    }

    @Test
    void variablesThatGrowEndInAnError() throws IOException {
        StringBuilder manifest = new StringBuilder("{\"manifest\": {\"$V0\": \"x\"");
        for (int k = 1; k < 60; k++) {
            manifest.append(", \"$V")
                    .append(k)
                    .append("\": \"$V")
                    .append(k - 1)
                    .append("$V")
                    .append(k - 1)
                    .append('"');
        }
        Files.writeString(
                configuration,
                manifest + "}, \"networks\": {\"nodes\": [{\"nodes_file\": \"$V59\", \"node_types_file\": null}]}}");

        assertThatThrownBy(() -> SonataNetwork.read(configuration))
                .hasMessageContaining("name one another without end");
    }

    @Test
    void deepNestingEndsInAnError() throws IOException {
        Files.writeString(configuration, "{\"manifest\": " + "[".repeat(1_000_000));

        assertThatThrownBy(() -> SonataNetwork.read(configuration))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is not JSON");
    }

    @Test
    void anotherConfigurationMayNameTheCircuit() throws IOException {
        Path outer = folder.resolve("circuit/simulation.json");
        Files.writeString(outer, "{\"network\": \"./config.json\", \"run\": {\"tstop\": 10}}");
        assertThat(SonataNetwork.read(outer).network().neuronCount()).isEqualTo(6);

        Files.writeString(outer, "{\"network\": \"./simulation.json\"}");
        assertThatThrownBy(() -> SonataNetwork.read(outer)).hasMessageContaining("networks is missing");
    }

    @Test
    void delaysCanBeGivenWhereTheFilesHaveNone() throws IOException {
        Path types = folder.resolve("circuit/edge_types.csv");
        Files.writeString(types, Files.readString(types).replace("5.5 2.0", "5.5 NULL"));

        assertThat(SonataNetwork.read(configuration, SonataOptions.strict().missingDelay(4))
                        .network()
                        .parameters()
                        .delay()[2])
                .isEqualTo(4);
    }

    @Test
    void spikesOfNobodyAreRefused() throws IOException {
        SonataCircuit circuit = SonataCircuit.of(SmallNetwork.read().network());
        Path spikes = folder.resolve("circuit/spikes.h5");
        Path old = folder.resolve("circuit/old_spikes.h5");

        assertThatThrownBy(() -> SonataSpikes.read(spikes, circuit))
                .hasMessageContaining("'sources', must be one of input, hidden, output");
        assertThatThrownBy(() -> SonataSpikes.read(old, circuit)).hasMessageContaining("older layout");
        assertThatThrownBy(() -> SonataSpikes.read(old, circuit, "output"))
                .hasMessageContaining("'/spikes/gids' has the element");
    }
}
