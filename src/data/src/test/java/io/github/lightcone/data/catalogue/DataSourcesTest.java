package io.github.lightcone.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourcesTest {

    /** SHA-256 of "abc", from FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void namesAreUniqueAndDescriptionsOneLine() {
        assertThat(DataSources.all()).extracting(DataSource::name).doesNotHaveDuplicates();
        assertThat(DataSources.all()).allSatisfy(source -> {
            assertThat(source.name()).matches("[a-z-]+");
            assertThat(source.description()).isNotBlank().doesNotContain("\n");
        });
        assertThat(DataSources.find("shd").contents()).contains("8156 + 2264");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.find("sdh"))
                .withMessageContaining("data set 'sdh' is not known; there are yin-yang");
    }

    @Test
    void aChecksumIsOfTheContentsOrOfTheFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            archive.write("abc".getBytes(StandardCharsets.US_ASCII));
        }
        Path compressed = Files.write(folder.resolve("abc.gz"), bytes.toByteArray());
        Path plain = Files.writeString(folder.resolve("abc"), "abc");
        ExpectedFile file = ExpectedFile.of(3, Checksum.sha256OfContents(ABC), "abc", "abc.gz");
        assertThat(file.verify(compressed)).isEqualTo("3 bytes, SHA-256 agrees");
        assertThat(file.verify(plain)).isEqualTo("3 bytes, SHA-256 agrees");
        assertThat(file.in(folder)).contains(plain);
        ExpectedFile asItIs = ExpectedFile.of(new Checksum("SHA-256", ABC, false), "abc.gz");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> asItIs.verify(compressed))
                .withMessageContaining("abc.gz: the file has SHA-256 ")
                .withMessageEndingWith(", must be " + ABC);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> ExpectedFile.of(4, Checksum.sha256OfContents(ABC), "abc")
                        .verify(plain))
                .withMessageEndingWith("abc: the contents have 3 bytes, must be 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Checksum.md5(ABC));
    }

    @Test
    void aFileOfSeveralEditionsMayDiffer() throws IOException {
        ExpectedFile file =
                ExpectedFile.of(3, Checksum.sha256OfContents(ABC), "abc").amongEditions();
        assertThat(file.verify(Files.writeString(folder.resolve("abc"), "abc"))).isEqualTo("3 bytes, SHA-256 agrees");
        assertThat(file.verify(Files.writeString(folder.resolve("abc"), "abcd")))
                .isEqualTo("4 bytes, SHA-256 is not that of the current edition: another edition, or damaged");
    }

    @Test
    void requiredFilesMustBeThereAndDownloadsMayBe() throws IOException {
        DataSource source = DataSource.of("abc", "letters", "", new DataSource.Origin("", "", ""))
                .reading(ExpectedFile.of(3, Checksum.sha256OfContents(ABC), "abc"))
                .downloadedAs(ExpectedFile.of(Checksum.sha256OfContents(ABC), "abc.zip"));
        DataReport report = new DataReport((what, fraction) -> {});
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> source.check(folder, report))
                .withMessageContaining("the folder holds none of abc");
        Files.writeString(folder.resolve("abc"), "abc");
        source.check(folder, report);
        assertThat(report.notes()).containsExactly("abc: 3 bytes, SHA-256 agrees");
        Files.writeString(folder.resolve("abc.zip"), "abd");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> source.check(folder, report))
                .withMessageContaining("abc.zip");
    }

    @Test
    void piecesOfAPartAddUp() {
        DataReport report = new DataReport((what, fraction) -> {});
        EventDataset data = EventDataset.builder(5, List.of("a", "b"))
                .add(SpikeTrains.of(new int[] {0, 2, 2}, new double[] {1, 2, 9}), 1, "Ann", 0)
                .add(SpikeTrains.none(), 0, "Bob", 0)
                .add(SpikeTrains.of(new int[] {4}, new double[] {11}), 1, "Ann", 1)
                .build();
        report.add("train", data.first(2));
        report.add("train", data.select(2));
        report.add("test", data.first(1));
        assertThat(report.parts()).containsOnlyKeys("train", "test");
        PartSummary train = report.parts().get("train");
        assertThat(train.channels()).isEqualTo(5);
        assertThat(train.activeChannels()).isEqualTo(3);
        assertThat(train.examples()).isEqualTo(3);
        assertThat(train.events()).isEqualTo(4);
        assertThat(train.fewestEvents()).isEqualTo(0);
        assertThat(train.mostEvents()).isEqualTo(3);
        assertThat(train.lastTime()).isEqualTo(11);
        assertThat(train.classCounts()).containsExactly(1, 2);
        assertThat(train.groups()).isEqualTo(2);
    }

    /** The files of the test are small, so that their sizes are none of the published ones, which is said. */
    @Test
    void shdIsReadPartByPart() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/io/github/lightcone/data/neuromorphic/shd_float16.h5")) {
            byte[] bytes = in.readAllBytes();
            Files.write(folder.resolve("shd_train.h5"), bytes);
            Files.write(folder.resolve("shd_test.h5"), bytes);
        }
        List<String> progress = new ArrayList<>();
        DataReport report = new DataReport((what, fraction) -> progress.add(what + " " + fraction));
        DataSources.find("shd").check(folder, report);
        assertThat(report.parts()).containsOnlyKeys("train", "test");
        assertThat(report.parts().get("test").events()).isEqualTo(2 + 3 + 5 + 6 + 7);
        assertThat(report.notes()).contains("train: none of the published parts of SHD: 6 trials");
        assertThat(progress).contains("train 1.0", "test 1.0");
    }

    @Test
    void nMnistIsReadPartByPart() throws IOException {
        for (String part : List.of("Train", "Test")) {
            for (int digit = 0; digit < 10; digit++) {
                Path ofDigit = Files.createDirectories(folder.resolve(part).resolve(Integer.toString(digit)));
                Files.write(ofDigit.resolve("1.bin"), new byte[] {3, 4, 0, 1, 2});
            }
        }
        DataReport report = new DataReport((what, fraction) -> {});
        DataSources.find("n-mnist").check(folder, report);
        assertThat(report.parts().get("train").classCounts()).containsOnly(1);
        assertThat(report.notes()).contains("test: 10 examples, 10000 were published");
    }
}
