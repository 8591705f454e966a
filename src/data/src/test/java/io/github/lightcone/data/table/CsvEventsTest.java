package io.github.lightcone.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvEventsTest {

    private static final String SMALL = "example,label,channel,time\n" //
            + "a,left,3,12.5\n"
            + "b,right,0,1\n"
            + "a,left,1,2.5\n"
            + "c,left,,\n";

    @TempDir
    private Path folder;

    private EventDataset read(String text) throws IOException {
        return read(text, TableSettings.inferred());
    }

    private EventDataset read(String text, TableSettings settings) throws IOException {
        return CsvEvents.read(Files.writeString(folder.resolve("events.csv"), text), settings);
    }

    private void assertMalformed(String text, String problem) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(problem);
    }

    @Test
    void rowsBecomeExamples() throws IOException {
        EventDataset data = read(SMALL);
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.channels()).isEqualTo(4);
        assertThat(data.classNames()).containsExactly("left", "right");
        assertThat(data.input(0).size()).isEqualTo(2);
        assertThat(data.input(0).time(0)).isEqualTo(2.5);
        assertThat(data.input(0).neuron(0)).isEqualTo(1);
        assertThat(data.label(1)).isEqualTo(1);
        assertThat(data.input(2).size()).isEqualTo(0);
    }

    @Test
    void aCellOfSeveralLinesIsShownInOne() {
        assertMalformed("example,label,channel,time\na,left,3,\"1\n2\"\n", "events.csv:2: time '1\\u000a2', must be");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\ufeff" + SMALL).classNames()).containsExactly("left", "right");
    }

    @Test
    void columnsMayStandInAnyOrderAndGroupAndTakeAreRead() throws IOException {
        EventDataset data = read(
                "take,time_ms,group,channel,label,example\n" //
                        + "3,1,\"Ann, B.\",0,0,0\n"
                        + ",1,Bob,0,1,1\n");
        assertThat(data.group(0)).isEqualTo("Ann, B.");
        assertThat(data.take(0)).isEqualTo(3);
        assertThat(data.take(1)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"time, 250", "time_ms, 250", "time_s, 0.25", "time_us, 250000"})
    void theUnitStandsInTheNameOfTheColumn(String column, String time) throws IOException {
        EventDataset data = read("example,label,channel," + column + "\n0,0,0," + time + "\n1,1,0,0\n");
        assertThat(data.input(0).time(0)).isEqualTo(250);
    }

    @Test
    void classesAreOrderedByNumberOrAlphabeticallyOrAsGiven() throws IOException {
        String header = "example,label,channel,time\n";
        assertThat(read(header + "0,10,0,1\n1,9,0,1\n").classNames()).containsExactly("9", "10");
        assertThat(read(header + "0,10,0,1\n1,nine,0,1\n").classNames()).containsExactly("10", "nine");
        TableSettings named = TableSettings.inferred().withClassNames(List.of("right", "left", "up"));
        EventDataset data = read(SMALL, named.withChannels(8));
        assertThat(data.label(0)).isEqualTo(1);
        assertThat(data.classes()).isEqualTo(3);
        assertThat(data.channels()).isEqualTo(8);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(SMALL, named.withClassNames(List.of("left", "up"))))
                .withMessageContaining("events.csv:3: label 'right', must be one of [left, up]");
        assertThatIllegalArgumentException().isThrownBy(() -> named.withClassNames(List.of("a", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> named.withChannels(0));
    }

    @Test
    void aSecondFileListsTheExamples() throws IOException {
        Files.writeString(folder.resolve("examples.csv"), "example,label,group\nz,up,Ann\na,down,Bob\n");
        Files.writeString(folder.resolve("events.csv"), "example,channel,time\na,0,1\n");
        EventDataset data = CsvEvents.read(folder, TableSettings.inferred());
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.input(0).size()).isEqualTo(0);
        assertThat(data.group(0)).isEqualTo("Ann");
        assertThat(data.classNames()).containsExactly("down", "up");
        Files.writeString(folder.resolve("events.csv"), "example,channel,time\nb,0,1\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvEvents.read(folder, TableSettings.inferred()))
                .withMessageContaining("events.csv:2: example 'b' is not in the list of examples");
        Files.writeString(folder.resolve("events.csv"), "example,label,channel,time\na,up,0,1\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvEvents.read(folder, TableSettings.inferred()))
                .withMessageContaining("events.csv:2: label 'up' of example 'a', must be 'down' as in line 3 of ");
        Files.writeString(folder.resolve("examples.csv"), "example,label\na,down\na,up\n");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvEvents.read(folder, TableSettings.inferred()))
                .withMessageContaining("examples.csv:3: example 'a' is there twice, also in line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,left,0,soon   | time 'soon', must be a finite number of at least 0",
                "a,left,0,-1     | time '-1', must be a finite number of at least 0",
                "a,left,0,NaN    | time 'NaN', must be a finite number of at least 0",
                "a,left,0,1e999  | time '1e999', must be a finite number of at least 0",
                "a,left,0,1d     | time '1d', must be a finite number of at least 0",
                "a,left,0,       | time '', must be a finite number of at least 0",
                "a,left,,1       | channel '', must be a whole number from 0 to 16777215",
                "a,left,-1,1     | channel '-1', must be a whole number from 0 to 16777215",
                "a,left,1.5,1    | channel '1.5', must be a whole number from 0 to 16777215",
                "a,left,2000000000,1 | channel '2000000000', must be a whole number from 0 to 16777215",
                "a,right,0,1     | label 'right' of example 'a', must be 'left' as in line 2 of ",
                ",left,0,1       | example is empty",
                "d,,0,1          | label is empty",
                "a,left,0        | 3 cells, must be 4 as in the header",
            })
    void aBadCellIsNamedWithFileAndLine(String row, String problem) {
        assertMalformed(SMALL + row + "\n", "events.csv:6: " + problem);
    }

    @Test
    void theHeaderIsChecked() {
        assertMalformed("", "events.csv:1: the file is empty, must have a header");
        assertMalformed("example,label,time\n", "events.csv:1: column 'channel' is missing; there are [example,");
        assertMalformed("example,label,channel\n", "events.csv:1: 0 columns of time, must be one of time, time_ms");
        assertMalformed("example,label,channel,time,time_s\n", "events.csv:1: 2 columns of time");
        assertMalformed("example,label,channel,time,when\n", "events.csv:1: column 'when' is unknown; allowed are ");
        assertMalformed("example,label,label,channel,time\n", "events.csv:1: column 'label' is there twice");
        assertMalformed("example,label,channel,time\n", "events.csv:1: there are no rows after the header");
        assertMalformed(
                "example,label,channel,time\n0,0,0,0\n", "events.csv: all labels are '0', must be at least two");
    }

    @Test
    void halfALineIsAnError() {
        int end = SMALL.indexOf("c,left");
        for (int length = end + 1; length < SMALL.length(); length++) {
            assertMalformed(SMALL.substring(0, length), "events.csv:5: ends without a line break: the file is cut off");
        }
    }

    @Test
    void compressedFilesAreReadAndTruncatedOnesAreErrors() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            archive.write(SMALL.getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("events.csv.gz");
        Files.write(file, bytes.toByteArray());
        assertThat(CsvEvents.read(folder, TableSettings.inferred()).spikeCount())
                .isEqualTo(3);
        for (int length = 0; length < bytes.size(); length++) {
            Files.write(file, Arrays.copyOf(bytes.toByteArray(), length));
            assertThatExceptionOfType(MalformedDataException.class)
                    .as("cut off at %d", length)
                    .isThrownBy(() -> CsvEvents.read(folder, TableSettings.inferred()))
                    .withMessageContaining("events.csv.gz:");
        }
    }

    /** Characters are changed at random: an error that names file and line, or data that a table can mean. */
    @Test
    void aDamagedTableIsExplainedOrRead() throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        int explained = 0;
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = SMALL.getBytes(StandardCharsets.US_ASCII);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("events.csv"), bytes);
            try {
                assertThat(CsvEvents.read(file, TableSettings.inferred()).spikeCount())
                        .isEqualTo(3);
            } catch (MalformedDataException problem) {
                assertThat(problem).hasMessageStartingWith(file + ":");
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(200);
    }

    @Test
    void textThatIsNotUtf8IsAnError() throws IOException {
        Path file = Files.write(
                folder.resolve("events.csv"), (SMALL + "d,\u00fcber,0,1\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvEvents.read(file, TableSettings.inferred()))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> CsvEvents.read(folder, TableSettings.inferred()))
                .withMessageContaining("the folder holds none of events.csv, events.csv.gz");
    }
}
