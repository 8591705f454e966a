package io.github.lightcone.data.touch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.reference.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrailleRecordingsTest {

    private static final String HEADER = "trial,letter,repetition,t_seconds,taxel,on\n";
    private static final String SMALL = HEADER
            + "0,A,0,0.5,3,1\n" //
            + "0,A,0,0.25,7,0\n"
            + "1,A,1,1.5,3,0\n"
            + "2,B,0,0.125,9,1\n"
            + "3,B,1,0.75,7,1\n";

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("events.csv"), text);
    }

    @Test
    void readsTrialsLettersAndTaxels() throws IOException {
        BrailleRecordings recordings = BrailleRecordings.readSubset(write(SMALL));
        assertThat(recordings.letters()).containsExactly("A", "B");
        assertThat(recordings.trialCount()).isEqualTo(4);
        assertThat(recordings.eventCount()).isEqualTo(5);
        assertThat(recordings.activeTaxels(repetition -> true)).containsExactly(3, 7, 9);
        assertThat(recordings.activeTaxels(repetition -> repetition == 1)).containsExactly(3, 7);
    }

    @Test
    void onAndOffOfEachChosenTaxelAreTwoChannels() throws IOException {
        EventDataset data = BrailleRecordings.readSubset(write(SMALL))
                .dataset(repetition -> repetition == 0, new int[] {3, 7}, 100, 230);
        assertThat(data.channels()).isEqualTo(4);
        assertThat(data.classes()).isEqualTo(2);
        assertThat(data.size()).isEqualTo(2);
        SpikeTrains first = data.input(0);
        assertThat(first.time(0)).isEqualTo(25);
        assertThat(first.neuron(0)).as("taxel 7 OFF").isEqualTo(3);
        assertThat(first.time(1)).isEqualTo(50);
        assertThat(first.neuron(1)).as("taxel 3 ON").isEqualTo(0);
        assertThat(data.input(1).size()).as("taxel 9 is not chosen").isEqualTo(0);
        assertThat(data.label(1)).isEqualTo(1);
        assertThat(data.classNames()).containsExactly("A", "B");
        assertThat(data.take(1)).as("the repetition").isEqualTo(0);
    }

    @Test
    void eventsAtOrAfterTheEndAreLeftOut() throws IOException {
        EventDataset data = BrailleRecordings.readSubset(write(SMALL)).dataset(r -> true, new int[] {3, 7, 9}, 100, 50);
        assertThat(data.input(0).size()).isEqualTo(1);
        assertThat(data.input(1).size()).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,A,0,soon,1,1    | t_seconds 'soon', must be from 0 to 60.0",
                "0,A,0,NaN,1,1     | t_seconds 'NaN', must be from 0 to 60.0",
                "0,A,0,-0.1,1,1    | t_seconds '-0.1', must be from 0 to 60.0",
                "0,A,0,1e9,1,1     | t_seconds '1e9', must be from 0 to 60.0",
                "0,A,0,0.1,12,1    | taxel '12', must be from 0 to 11",
                "0,A,0,0.1,1,2     | on '2', must be 0 or 1",
                "0,A,0,0.1,-1,1    | taxel '-1', must be a whole number of at least 0",
                "x,A,0,0.1,1,1     | trial 'x', must be a whole number of at least 0",
                "0,A,1.5,0.1,1,1   | repetition '1.5', must be a whole number of at least 0",
                "0,A,0,0.1,1       | 5 cells, must be 6",
                "0,,0,0.1,1,1      | letter is empty",
                "0,B,0,0.1,1,1     | trial 0 is repetition 0 of letter 'B' here and another further up",
            })
    void aBadCellIsNamedWithFileAndLine(String row, String problem) throws IOException {
        Path file = write(HEADER + "0,A,0,0.1,1,1\n" + row + "\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(file))
                .withMessageContaining("events.csv:3: ")
                .withMessageContaining(problem);
    }

    @Test
    void theHeaderIsChecked() throws IOException {
        Path file = write("a,b\n1,2\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(file))
                .withMessageContaining(":1: header 'a,b', must be 'trial,letter,repetition,t_seconds,taxel,on'");
        Path empty = write("");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(empty))
                .withMessageContaining("events.csv:1: the file is empty, must start with 'trial,");
    }

    @Test
    void halfAFileIsAnError() throws IOException {
        Path withinLine = write(SMALL.substring(0, SMALL.length() - 1));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(withinLine))
                .withMessageContaining("events.csv:6: ends without a line break");
        Path betweenLines = write(SMALL.substring(0, SMALL.indexOf("3,B,1")));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(betweenLines))
                .withMessageContaining("events.csv:5: the file ends, and letter 'B' has 1 trials, must be 2");
    }

    /** One event each of the published letters and repetitions. */
    private static String published() {
        StringBuilder rows = new StringBuilder(HEADER);
        int trial = 0;
        for (String letter : BrailleRecordings.LETTERS) {
            for (int repetition = 0; repetition < BrailleRecordings.REPETITIONS; repetition++) {
                rows.append(trial++).append(',').append(letter).append(',').append(repetition);
                rows.append(",0.5,3,1\n");
            }
        }
        return rows.toString();
    }

    @Test
    void thePublishedSetHasAllLettersAndRepetitions() throws IOException {
        assertThat(BrailleRecordings.read(write(published())).trialCount()).isEqualTo(27 * 50);
        Path betweenLetters = write(published().substring(0, published().indexOf("650,M,0")));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.read(betweenLetters))
                .withMessageContaining(
                        "events.csv:651: the file ends, and letter 'M' is missing: 13 letters, must be the 27");
        assertThat(BrailleRecordings.readSubset(betweenLetters).letters()).hasSize(13);
    }

    @Test
    void thePublishedSetHasNoOtherLettersAndNoFewerRepetitions() throws IOException {
        Path other = write(published() + "1350,Ä,0,0.5,3,1\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.read(other))
                .withMessageContaining(":1352: the file ends, and letter 'Ä' is none of [Space, A, ");
        Path fewer =
                write(published().lines().filter(row -> !row.contains(",49,")).collect(joining("\n", "", "\n")));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.read(fewer))
                .withMessageContaining(":1324: the file ends, and letter 'Space' has 49 trials, must be 50");
    }

    @Test
    void aRepetitionIsOneTrial() throws IOException {
        Path file = write(SMALL + "4,B,1,0.1,1,1\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(file))
                .withMessageContaining(":7: repetition 1 of letter 'B' is trial 4 here and another further up");
    }

    @Test
    void aLineIsNotEndless() throws IOException {
        Path file = write(HEADER + "0,A,0,0." + "1".repeat(5000) + ",1,1\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(file))
                .withMessageContaining("events.csv:2: a line of more than 1000 characters");
    }

    @Test
    void aFileWithoutEventsIsAnError() throws IOException {
        Path file = write(HEADER);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(file))
                .withMessageContaining("no events");
    }

    @Test
    void aTruncatedArchiveIsAnError() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            archive.write(SMALL.getBytes(StandardCharsets.UTF_8));
        }
        Path whole = Files.write(folder.resolve("whole.csv.gz"), bytes.toByteArray());
        assertThat(BrailleRecordings.readSubset(whole).eventCount()).isEqualTo(5);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(cut))
                .withMessageContaining("cut.csv.gz:")
                .withMessageContaining("truncated or damaged");
        Path text = Files.writeString(folder.resolve("text.csv.gz"), SMALL);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> BrailleRecordings.readSubset(text))
                .withMessageContaining("text.csv.gz:1: truncated or damaged");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> BrailleRecordings.read(folder))
                .withMessageContaining("braille_events_theta1.csv.gz");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> BrailleRecordings.read(folder.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    @Test
    void someTrialMustBeChosen() throws IOException {
        BrailleRecordings recordings = BrailleRecordings.readSubset(write(SMALL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recordings.dataset(repetition -> repetition > 5, new int[] {3}, 100, 50));
    }

    /** The published recordings at threshold 1. */
    @Test
    void theRealRecordings() throws IOException {
        BrailleRecordings recordings = BrailleRecordings.read(DataFolder.require("braille"));
        assertThat(recordings.eventCount()).isEqualTo(423_380);
        assertThat(recordings.trialCount()).isEqualTo(27 * 50);
        assertThat(recordings.letters()).hasSize(27).startsWith("Space", "A", "B");
        assertThat(recordings.activeTaxels(repetition -> repetition < 40)).containsExactly(1, 2, 6, 10);
    }
}
