package io.github.lightcone.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a run folder. */
class RunFilesTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void emptyCellsOfAHistoryAreNoNumbersAndTextIsLeftOut() throws IOException {
        NumberTable table = NumberTable.read(file("epoch,loss,accuracy,note\n1,0.5,,new\n2,0.25,,\n"));
        assertThat(table.column("loss").orElseThrow()).containsExactly(0.5, 0.25);
        assertThat(table.column("accuracy")).isEmpty();
        assertThat(table.columns()).doesNotContainKey("note");
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void ofStructureTheFirstPopulationsCount() throws IOException {
        StructureHistory history = StructureHistory.read(file("""
                epoch,of,measure,value
                0,hidden,modularity,0.1
                0,,modularity,0.7
                5,hidden,modularity,0.2
                5,hidden,sigma,
                """));
        assertThat(history.of()).isEqualTo("hidden");
        assertThat(history.measures()).containsOnlyKeys("modularity");
        assertThat(history.measures().get("modularity").values()).containsExactly(0.1, 0.2);
        assertThat(history.measures().get("modularity").epochs()).containsExactly(0, 5);
    }

    @Test
    void positionsAreReadByEpochAndNeuron() throws IOException {
        StringBuilder text = new StringBuilder("epoch,neuron,x,y\n");
        for (int n = 8; n >= 0; n--) {
            text.append("4,").append(n).append(',').append(n).append(".5,1\n");
        }
        PositionFrames frames = PositionFrames.read(file(text.toString()), SampleRun.network("hidden", 2));
        assertThat(frames.epochs()).containsExactly(4);
        assertThat(frames.positions()[0]).startsWith(0.5, 1, 1.5, 1).hasSize(18);
    }

    @Test
    void aNeuronThatIsNotThereIsAnError() throws IOException {
        Path bad = file("epoch,neuron,x,y\n0,9,1,1\n");
        assertThatThrownBy(() -> PositionFrames.read(bad, SampleRun.network("hidden", 2)))
                .hasMessageContaining("table.csv:2")
                .hasMessageContaining("must be from 0 to 8");
    }

    @Test
    void aClassThatIsNotThereIsAnError() throws IOException {
        Path bad = file("class,predicted,examples\na,c,1\n");
        assertThatThrownBy(() -> Confusion.read(bad, List.of("a", "b")))
                .hasMessageContaining("must be a class of settings.json");
    }

    /** 20 synapses; the strongest is that of weight 2.5, and a length is the distance of its ends. */
    @Test
    void wiresAreThoseOfTheNetwork() {
        Wires wires = Wires.of(SampleRun.network("hidden", 1));
        assertThat(wires.size()).isEqualTo(20);
        assertThat(wires.strongest(1)).containsExactly(0);
        assertThat(wires.strongest(100)).hasSize(20);
        double[] place = SampleRun.network("hidden", 1).parameters().position();
        for (int k = 0; k < 20; k++) {
            assertThat(wires.length()[k]).isEqualTo(Math.abs(place[wires.source()[k]] - place[wires.target()[k]]));
            assertThat(wires.delay()[k]).isEqualTo(wires.length()[k]);
            assertThat(wires.projection()[k]).isEqualTo(k / 10);
        }
    }
}
