package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionsAlongTest {

    @TempDir
    private Path folder;

    private final Network pair = Network.inDimensions(2)
            .population("pair", Lif.of(20, 5), Positions.of(2, 0, 0, 1, 1))
            .build();

    private Network at(double x) {
        Parameters parameters = pair.parameters();
        parameters.position()[0] = x;
        return pair.with(parameters);
    }

    private List<Integer> epochs() throws IOException {
        return Files.readAllLines(folder.resolve("positions.csv")).stream()
                .skip(1)
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .distinct()
                .toList();
    }

    @Test
    void aShortTrainingIsKeptWhole() throws IOException {
        PositionsAlong positions = new PositionsAlong(pair);
        for (int epoch = 0; epoch <= 3; epoch++) {
            positions.epochEnded(epoch, at(epoch + 1.0 / 3));
        }
        positions.write(folder);
        assertThat(Files.readAllLines(folder.resolve("positions.csv")))
                .startsWith("epoch,neuron,x,y", "0,0,0.333333,0.0", "0,1,1.0,1.0", "1,0,1.33333,0.0")
                .hasSize(9);
    }

    @Test
    void ofALongTrainingEveryKthEpochAndTheLastAreKept() throws IOException {
        PositionsAlong positions = new PositionsAlong(pair);
        for (int epoch = 0; epoch <= 131; epoch++) {
            positions.epochEnded(epoch, at(epoch));
        }
        positions.write(folder);
        assertThat(epochs()).startsWith(0, 4, 8).endsWith(124, 128, 131).hasSize(34);
    }

    @Test
    void positionsThatStayAreWrittenOnce() throws IOException {
        PositionsAlong positions = new PositionsAlong(pair);
        for (int epoch = 0; epoch <= 5; epoch++) {
            positions.epochEnded(epoch, pair);
        }
        positions.write(folder);
        assertThat(epochs()).containsExactly(0);
    }

    /** Interrupted after any epoch, the table is that of a training that went through. */
    @Test
    void goingOnLeadsToTheSameBytes() throws IOException {
        for (boolean moving : new boolean[] {true, false}) {
            PositionsAlong whole = new PositionsAlong(pair);
            for (int epoch = 0; epoch <= 70; epoch++) {
                whole.epochEnded(epoch, at(moving ? Math.sqrt(epoch) : 0.5));
            }
            whole.write(folder);
            String expected = Files.readString(folder.resolve("positions.csv"));
            for (int stop = 1; stop < 70; stop += 7) {
                PositionsAlong first = new PositionsAlong(pair);
                for (int epoch = 0; epoch <= stop; epoch++) {
                    first.epochEnded(epoch, at(moving ? Math.sqrt(epoch) : 0.5));
                }
                first.write(folder);
                PositionsAlong second = new PositionsAlong(pair);
                second.restore(folder, stop, at(moving ? Math.sqrt(stop) : 0.5));
                for (int epoch = stop + 1; epoch <= 70; epoch++) {
                    second.epochEnded(epoch, at(moving ? Math.sqrt(epoch) : 0.5));
                }
                second.write(folder);
                assertThat(folder.resolve("positions.csv"))
                        .as("stopped after " + stop)
                        .hasContent(expected);
            }
        }
    }
}
