package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.data.catalogue.DataSource;
import io.github.lightcone.data.catalogue.DataSources;
import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data commands: exit code 0 for a whole copy, 1 for one with a fault, 2 for bad options. */
class DataCommandTest {

    private static final String EVENTS = "example,label,channel,time_s\n" //
            + "a,left,3,0.5\n"
            + "a,left,1,0.25\n"
            + "b,right,0,0.125\n";

    @TempDir
    private Path folder;

    @Test
    void listHasALineForEverySet() {
        CommandRun run = CommandRun.of("data", "list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSameSizeAs(DataSources.all());
        for (DataSource source : DataSources.all()) {
            assertThat(run.out()).contains(source.name() + " ").contains(source.description());
        }
    }

    @Test
    void infoTellsWhereFromAndWhichFiles() {
        CommandRun run = CommandRun.of("data", "info", "mnist");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("http://yann.lecun.com/exdb/mnist/")
                .contains("CC BY-SA 3.0")
                .contains("Gradient-based learning")
                .contains("train-images-idx3-ubyte, 47,040,016 bytes, SHA-256 of the contents ba891046e6505d7a")
                .contains("lightcone data check mnist --data DIR");
        assertThat(CommandRun.of("data", "info", "randman").out()).doesNotContain("check");
    }

    @Test
    void everySetHasItsInfo() {
        for (DataSource source : DataSources.all()) {
            CommandRun run = CommandRun.of("data", "info", source.name());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith(source.name() + ": ").contains(source.contents());
        }
    }

    @Test
    void aWholeCopyIsDescribed() throws IOException {
        Files.writeString(folder.resolve("events.csv"), EVENTS);
        CommandRun run = CommandRun.of("data", "check", "csv", "--data", folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("channels     4, 3 of them with events")
                .contains("classes      2")
                .contains("examples     2")
                .contains("events       3")
                .contains("per example  1.5 events on average, 1 to 2")
                .contains("last event   500.000 ms")
                .contains("of class     left: 1  right: 1");
    }

    @Test
    void aFaultIsNamedWithFileAndLineAndNothingIsPrinted() throws IOException {
        Path events = Files.writeString(folder.resolve("events.csv"), EVENTS + "b,right,0,soon\n");
        CommandRun run = CommandRun.of("data", "check", "csv", "--data", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip())
                .isEqualTo("lightcone: " + events + ":5: time_s 'soon', must be a finite number of at least 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mnist", "fashion-mnist", "shd", "ssc", "n-mnist", "csv", "npz", "spoken-digits", "braille"})
    void aMissingFileIsNamed(String name) {
        CommandRun run = CommandRun.of("data", "check", name, "--data", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("lightcone: " + folder);
        assertThat(run.err().lines()).hasSize(1);
        CommandRun nowhere = CommandRun.of("data", "check", name, "--data", folder.resolve("nowhere"));
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).contains("nowhere: there is no such file or folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data check mnits --data .  | data set 'mnits' is not known; there are yin-yang, braille, ",
                "data info mnits            | data set 'mnits' is not known; there are yin-yang, braille, ",
                "data check randman --data .| 'randman' is made by the library, there are no files to check",
                "data check mnist           | Missing required option: '--data=DIR'",
            })
    void badOptionsAreExplained(String arguments, String problem) {
        CommandRun run = CommandRun.of((Object[]) arguments.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aChecksumThatDiffersIsNamed() throws IOException {
        for (String name : new String[] {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"}) {
            Files.write(folder.resolve(name), new byte[16]);
        }
        CommandRun run = CommandRun.of("data", "check", "mnist", "--data", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("train-images-idx3-ubyte: the contents have 16 bytes, must be 47040016");
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), new byte[16]);
        CommandRun fashion = CommandRun.of("data", "check", "fashion-mnist", "--data", folder);
        assertThat(fashion.exitCode()).isEqualTo(1);
        assertThat(fashion.err())
                .contains("train-images-idx3-ubyte.gz: the file has MD5 ")
                .contains(", must be 8d4fb7e6c68d591d4c3dfef9ec88bf0d");
    }

    /** HDF5 is read by a library that must keep quiet. */
    @Test
    void theHeidelbergFilesAreReadWithoutNoise() throws IOException {
        for (String name : new String[] {"shd_train.h5", "shd_test.h5"}) {
            Files.write(folder.resolve(name), new byte[100]);
        }
        CommandRun run = CommandRun.of("data", "check", "shd", "--data", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("shd_train.h5: is truncated, damaged or no HDF5 file");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void mnist() throws IOException {
        CommandRun run = CommandRun.of("data", "check", "mnist", "--data", DataFolder.require("mnist"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("train-images-idx3-ubyte.gz: 47040016 bytes, SHA-256 agrees")
                .contains("examples     60,000")
                .contains("events       8,971,260")
                .contains("events       1,507,387")
                .contains("0: 5923  1: 6742");
    }

    @ParameterizedTest
    @CsvSource({"braille, braille", "braille-samples, braille", "spoken-digits, fsdd"})
    void filesWhoseChecksumsAreKnown(String name, String place) {
        CommandRun run = CommandRun.of("data", "check", name, "--data", DataFolder.require(place));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("SHA-256 agrees");
    }
}
