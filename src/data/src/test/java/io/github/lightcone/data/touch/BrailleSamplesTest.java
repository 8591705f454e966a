package io.github.lightcone.data.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrailleSamplesTest {

    private static final String HEADER = "trial,letter,repetition,sample,t0,t1,t2,t3,t4,t5,t6,t7,t8,t9,t10,t11\n";
    private static final String REST = ",255,255,255,255,255,255,255,255,255,255";

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("samples.csv"), text);
    }

    @Test
    void pressureIsWhatIsMissingFromRest() throws IOException {
        BrailleSamples samples = BrailleSamples.readSubset(write(HEADER
                + "0,A,0,0,255,250" + REST + "\n" //
                + "0,A,0,1,251,250" + REST + "\n"
                + "1,B,0,0,0,255" + REST + "\n"));
        assertThat(samples.letters()).containsExactly("A", "B");
        assertThat(samples.trialCount()).isEqualTo(2);
        assertThat(samples.sampleCount()).isEqualTo(3);
        assertThat(samples.pressure(0, 0)).containsExactly(0, 4);
        assertThat(samples.pressure(0, 1)).containsExactly(5, 5);
        assertThat(samples.pressure(1, 0)).containsExactly(255);
    }

    @Test
    void risingPressureIsOn() throws IOException {
        BrailleRecordings events = BrailleSamples.readSubset(write(HEADER
                        + "0,A,0,0,255,250" + REST + "\n" //
                        + "0,A,0,1,251,254" + REST + "\n"
                        + "1,B,0,0,251,254" + REST + "\n"))
                .events(2);
        SpikeTrains spikes =
                events.dataset(repetition -> true, new int[] {0, 1}, 1000, 100).input(0);
        assertThat(IntStream.range(0, spikes.size()).mapToObj(k -> spikes.neuron(k) + " at " + spikes.time(k)))
                .containsExactly("0 at 12.5", "3 at 12.5", "0 at 25.0", "3 at 25.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,A,0,2,1,1 | sample 2 of trial 0, must be 1, the one after the sample further up",
                "0,A,0,0,1,1 | sample 0 of trial 0, must be 1, the one after the sample further up",
                "0,A,0,1,1,256 | t1 '256', must be from 0 to 255",
                "0,A,0,1,x,1 | t0 'x', must be a whole number of at least 0",
                "0,A,0,1,1 | 15 cells, must be 16",
                "0,A,1,1,1,1 | trial 0 is repetition 1 of letter 'A' here and another further up",
            })
    void aBadCellIsNamedWithFileAndLine(String row, String problem) throws IOException {
        Path file = write(HEADER + "0,A,0,0,1,1" + REST + "\n" + row + REST + "\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleSamples.readSubset(file))
                .withMessageContaining("samples.csv:3: ")
                .withMessageContaining(problem);
    }

    /** The published events at threshold 1 are those of the published samples, to the last bit. */
    @Test
    void theRealSamplesGiveTheRealEvents() throws IOException {
        Path data = DataFolder.require("braille");
        BrailleSamples samples = BrailleSamples.read(data);
        assertThat(samples.trialCount()).isEqualTo(1350);
        assertThat(samples.sampleCount()).isEqualTo(103_059);
        BrailleRecordings encoded = samples.events(1);
        BrailleRecordings published = BrailleRecordings.read(data);
        assertThat(encoded.eventCount()).isEqualTo(423_380);
        int[] all = IntStream.range(0, BrailleRecordings.TAXELS).toArray();
        EventDataset ours = encoded.dataset(repetition -> true, all, 1, 100);
        EventDataset theirs = published.dataset(repetition -> true, all, 1, 100);
        assertThat(ours.classNames()).isEqualTo(theirs.classNames());
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(ours.take(i)).isEqualTo(theirs.take(i));
            assertThat(ours.label(i)).isEqualTo(theirs.label(i));
            assertThat(channels(ours.input(i))).as("example %d", i).isEqualTo(channels(theirs.input(i)));
            assertThat(times(ours.input(i))).as("example %d", i).isEqualTo(times(theirs.input(i)));
        }
    }

    /** Counts of another implementation of send-on-delta on the published samples. */
    @ParameterizedTest
    @CsvSource({"1, 423380", "2, 180269", "5, 51985", "10, 20466"})
    void otherThresholds(double threshold, int events) throws IOException {
        assertThat(BrailleSamples.read(DataFolder.require("braille"))
                        .events(threshold)
                        .eventCount())
                .isEqualTo(events);
    }

    @Test
    void halfAFileIsAnError() throws IOException {
        byte[] whole = Files.readAllBytes(DataFolder.require("braille").resolve("braille_raw_1350.csv.gz"));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleSamples.read(cut))
                .withMessageContaining("cut.csv.gz:")
                .withMessageContaining("truncated or damaged");
    }

    private static int[] channels(SpikeTrains spikes) {
        return IntStream.range(0, spikes.size()).map(spikes::neuron).toArray();
    }

    private static double[] times(SpikeTrains spikes) {
        return IntStream.range(0, spikes.size()).mapToDouble(spikes::time).toArray();
    }
}
