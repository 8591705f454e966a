package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lightcone.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CelegansConnectomeTest {

    private static final String NEURONS = """
            index,name,x_um,y_um,z_um
            0,ALML,0,0,0
            1,ALMR,0,0,0
            2,AVM,0,0,0
            3,PLML,0,0,0
            4,PLMR,0,0,0
            5,AVDL,300,0,400
            6,RIS,0,0,100
            7,AVBL,0,0,100
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeNeurons() throws IOException {
        Files.writeString(folder.resolve("neurons.csv"), NEURONS);
    }

    @Test
    void aTouchIsPassedOn() throws Exception {
        connect("0,5,100\n");
        String printed = run(folder);
        assertThat(printed).startsWith("8 neurons, 1 connections of total size 100, delays up to 5.00 ms\n");
        assertThat(printed).contains("AVDL").contains("ALML").doesNotContain("AVBL");
    }

    /** Either connection alone makes AVBL spike, or keeps it from spiking. */
    @Test
    void gabaInhibits() throws Exception {
        connect("0,7,100\n");
        assertThat(run(folder)).contains("AVBL");
        connect("0,6,500\n0,7,70\n6,7,500\n");
        assertThat(run(folder)).contains("RIS").doesNotContain("AVBL");
    }

    @Test
    void aNeuronThatIsNotThereIsNamed() throws Exception {
        connect("0,8,1\n");
        assertThatThrownBy(() -> run(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("chemical.csv:2: target = '8', must be below 8");
    }

    @Test
    void theConnectomeOfTheWormAnswersATouch() throws Exception {
        Path data = Path.of(Optional.ofNullable(System.getenv("LIGHTCONE_DATA")).orElse("../../shared/data"))
                .resolve("celegans");
        assumeTrue(Files.isDirectory(data), "skipped: no folder " + data + "; LIGHTCONE_DATA may name its parent");
        String printed = run(data);
        assertThat(printed).startsWith("300 neurons, 3638 connections of total size 20589, delays up to 7.66 ms\n");
        assertThat(printed.lines().skip(2).limit(2)).allMatch(line -> line.startsWith("AVA"));
    }

    private void connect(String synapses) throws IOException {
        Files.writeString(folder.resolve("chemical.csv"), "source,target,weight\n" + synapses);
    }

    private static String run(Path data) throws Exception {
        return Printed.by(CelegansConnectome::run, "--data", data.toString());
    }
}
