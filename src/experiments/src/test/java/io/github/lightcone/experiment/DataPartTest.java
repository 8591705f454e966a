package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.DelayedXor;
import io.github.lightcone.data.synthetic.DelayedXorSettings;
import io.github.lightcone.data.synthetic.InterauralDelays;
import io.github.lightcone.data.synthetic.InterauralSettings;
import io.github.lightcone.data.synthetic.Randman;
import io.github.lightcone.data.synthetic.RandmanSettings;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.data.touch.BrailleRecordings;
import io.github.lightcone.reference.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPartTest {

    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private DataSplits load(String data) throws IOException {
        return load(data, Optional.empty(), 1000);
    }

    private DataSplits load(String data, Optional<Path> given, double end) throws IOException {
        ExperimentFile file = ExperimentFile.parse("test.yaml", folder, "data: {" + data + "}");
        return new DataPart(file.root().section("data"), folder, given, SEED, end).load();
    }

    private static void assertSame(EventDataset actual, EventDataset expected) {
        assertThat(actual.channels()).isEqualTo(expected.channels());
        assertThat(actual.classNames()).isEqualTo(expected.classNames());
        assertThat(events(actual)).isEqualTo(events(expected));
    }

    /** Returns all examples as text: label, channels and times. */
    private static String events(EventDataset data) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < data.size(); k++) {
            text.append(data.label(k)).append(':');
            for (int i = 0; i < data.input(k).size(); i++) {
                text.append(data.input(k).neuron(i))
                        .append('@')
                        .append(data.input(k).time(i))
                        .append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void yinYangIsThePublishedSets() throws IOException {
        LatencyEncoding encoding = LatencyEncoding.between(0, 30).withBias(0);
        DataSplits splits = load("source: yin-yang");
        assertSame(splits.training(), YinYang.training().encode(encoding));
        assertSame(splits.validation().orElseThrow(), YinYang.validation().encode(encoding));
        assertSame(splits.test().orElseThrow(), YinYang.test().encode(encoding));
        DataSplits other = load("source: yin-yang, size: 10, latest: 20, bias: 5");
        LatencyEncoding shorter = LatencyEncoding.between(0, 20).withBias(5);
        assertSame(other.training(), YinYang.training().encode(shorter).first(10));
    }

    @Test
    void generatedDataHaveSettings() throws IOException {
        assertSame(
                load("source: delayed-xor, channels: 3, firstPulse: 5, delay: 20, jitter: 0.5, size: 40")
                        .training(),
                DelayedXor.generate(new DelayedXorSettings(3, 5, 20, 0.5), 40, SEED));
        assertSame(
                load("source: delayed-xor").training(), DelayedXor.generate(DelayedXorSettings.defaults(), 1000, SEED));
        assertSame(
                load("source: randman, classes: 3, channels: 5, dimension: 2, alpha: 2, latest: 40, size: 30")
                        .training(),
                Randman.generate(
                        new RandmanSettings(
                                3, 5, 2, 2, RandmanSettings.defaults().spectrum(), 40),
                        30,
                        SEED));
        assertSame(
                load("source: interaural, fibres: 4, classes: 3, largestDelay: 0.5, period: 3, cycles: 2, jitter: 0.1,"
                                + " reliability: 0.9, slowerBy: 5, size: 20")
                        .training(),
                InterauralDelays.generate(new InterauralSettings(4, 3, 0.5, 3, 2, 0.1, 0.9, 5), 20, SEED));
    }

    @Test
    void examplesAreHeldOutByShareOfEachClassOrFromTheEnd() throws IOException {
        DataSplits splits = load("source: delayed-xor, size: 100, test: {share: 0.2}, validation: {last: 10}");
        assertThat(splits.test().orElseThrow().size()).isEqualTo(20);
        assertThat(splits.test().orElseThrow().classCounts()).containsExactly(10, 10);
        assertThat(splits.validation().orElseThrow().size()).isEqualTo(10);
        assertThat(splits.training().size()).isEqualTo(70);
        assertSame(
                splits.test().orElseThrow(),
                load("source: delayed-xor, size: 100, test: {share: 0.2}")
                        .test()
                        .orElseThrow());
        EventDataset all = load("source: delayed-xor, size: 100").training();
        DataSplits last = load("source: delayed-xor, size: 100, validation: {last: 10}");
        assertSame(last.validation().orElseThrow(), all.select(k -> k >= 90));
        assertSame(last.training(), all.select(k -> k < 90));
    }

    private Path csv() throws IOException {
        StringBuilder text = new StringBuilder("example,label,channel,time,group,take\n");
        for (int k = 0; k < 12; k++) {
            text.append(String.format("e%d,%s,%d,%d,%s,%d%n", k, k % 2 == 0 ? "a" : "b", k % 3, k, "g" + k % 4, k / 4));
        }
        return Files.writeString(folder.resolve("events.csv"), text);
    }

    @Test
    void tablesAreReadRelativeToTheFileOrWhereTheCommandSays() throws IOException {
        Path table = csv();
        EventDataset data = load("source: csv, path: events.csv").training();
        assertThat(data.size()).isEqualTo(12);
        assertThat(data.channels()).isEqualTo(3);
        assertThat(data.classNames()).containsExactly("a", "b");
        assertSame(load("source: csv, path: nowhere", Optional.of(table), 1000).training(), data);
        assertThat(load("source: csv, path: events.csv, channels: 7").training().channels())
                .isEqualTo(7);
        assertThat(load("source: csv, path: events.csv, classNames: [b, a, c]")
                        .training()
                        .classNames())
                .containsExactly("b", "a", "c");
    }

    @Test
    void examplesAreHeldOutByGroupAndByTake() throws IOException {
        csv();
        DataSplits byGroup = load("source: csv, path: events.csv, test: {groups: [g1, g2]}, validation: {groups: g3}");
        assertThat(byGroup.test().orElseThrow().groups()).containsExactlyInAnyOrder("g1", "g2");
        assertThat(byGroup.validation().orElseThrow().groups()).containsExactly("g3");
        assertThat(byGroup.training().groups()).containsExactly("g0");
        DataSplits byTake = load("source: csv, path: events.csv, test: {takes: [1, 2]}");
        assertThat(byTake.training().size()).isEqualTo(4);
        assertThat(IntStream.range(0, 8).map(byTake.test().orElseThrow()::take)).containsOnly(1, 2);
    }

    @Test
    void timeIsScaledThenCutAndOnlyActiveChannelsOfTrainingDataAreKept() throws IOException {
        csv();
        DataSplits all = load("source: csv, path: events.csv, channels: 5, timeScale: 10", Optional.empty(), 75);
        assertThat(all.training().spikeCount()).isEqualTo(8);
        assertThat(all.training().input(7).time(0)).isEqualTo(70);
        DataSplits active = load(
                "source: csv, path: events.csv, channels: 5, activeChannelsOnly: true, validation: {last: 3}",
                Optional.empty(),
                1.5);
        assertThat(active.training().channels()).isEqualTo(2);
        assertThat(active.validation().orElseThrow().channels()).isEqualTo(2);
        assertThat(load("source: csv, path: events.csv, first: 4").training().size())
                .isEqualTo(4);
    }

    @Test
    void archivesOfArrays() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("events.npz")))) {
            array(zip, "times", 3, 4, 8, 1);
            array(zip, "channels", 0, 1, 1, 0);
            array(zip, "examples", 0, 0, 1, 2);
            array(zip, "labels", 1, 0, 1);
        }
        EventDataset data = load("source: npz, path: events.npz").training();
        assertThat(events(data)).isEqualTo("1:0@3.0 1@4.0 \n0:1@8.0 \n1:0@1.0 \n");
    }

    /** An array of 32-bit integers in the format NPY 1.0. */
    private static void array(ZipOutputStream zip, String name, int... values) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        String header = "{'descr': '<i4', 'fortran_order': False, 'shape': (" + values.length + ",), }";
        header += " ".repeat(117 - header.length()) + "\n";
        OutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putInt);
        out.write(bytes.array());
        zip.write(((ByteArrayOutputStream) out).toByteArray());
        zip.closeEntry();
    }

    private Path brailleSubset() throws IOException {
        StringBuilder events = new StringBuilder("trial,letter,repetition,t_seconds,taxel,on\n");
        for (int trial = 0; trial < 12; trial++) {
            events.append(String.format("%d,%s,%d,0.5,3,1%n", trial, trial % 2 == 0 ? "A" : "B", trial / 2));
        }
        return Files.writeString(folder.resolve("mine.csv"), events);
    }

    @Test
    void brailleTakesASubsetWhereTheFileSaysSo() throws IOException {
        brailleSubset();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> load("source: braille, path: mine.csv"))
                .withMessageContaining("letter 'Space' is missing");
        DataSplits splits = load("source: braille, path: mine.csv, subset: true, test: {takes: [4, 5]}");
        assertThat(splits.training().classNames()).containsExactly("A", "B");
        assertThat(splits.training().size()).isEqualTo(8);
        assertThat(splits.test().orElseThrow().size()).isEqualTo(4);
        assertThat(splits.training().input(0).time(0)).isEqualTo(500);
    }

    @Test
    void brailleIsWhole() throws IOException {
        Path data = DataFolder.require("braille");
        DataSplits splits =
                load("source: braille, test: {takes: [40, 49]}, validation: {takes: [35, 39]}", Optional.of(data), 1e9);
        assertThat(splits.training().size()).isEqualTo(27 * 35);
        assertThat(splits.validation().orElseThrow().size()).isEqualTo(27 * 5);
        assertThat(splits.test().orElseThrow().size()).isEqualTo(27 * 10);
        assertThat(splits.training().channels()).isEqualTo(2 * BrailleRecordings.TAXELS);
    }

    @Test
    void dataThatAreNotThereAreNamed() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> load("source: csv, path: nowhere.csv"))
                .withMessageContaining("nowhere.csv: there are no data");
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> load("source: braille"))
                .withMessage("test.yaml: data: path is missing: say where the data are, in the file or by --data");
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> load("source: randman", Optional.of(folder), 100))
                .withMessage("test.yaml: data.source = \"randman\", is generated and takes no data from elsewhere");
    }
}
