package io.github.lightcone.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.reference.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MnistImagesTest {

    private static final byte[] IMAGES = idx(0x803, new int[] {2, 2, 3}, 0, 255, 1, 2, 128, 51, 0, 0, 0, 0, 0, 254);
    private static final byte[] LABELS = idx(0x801, new int[] {2}, 7, 9);

    @TempDir
    private Path folder;

    private static byte[] idx(int magic, int[] dimensions, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        bytes.putInt(magic);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    private MnistImages read(byte[] images, byte[] labels, String end) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte" + end), images);
        Files.write(folder.resolve("train-labels-idx1-ubyte" + end), labels);
        return MnistImages.read(folder, Split.TRAIN);
    }

    @Test
    void readsPixelsAndLabels() throws IOException {
        MnistImages images = read(IMAGES, LABELS, "");
        assertThat(images.size()).isEqualTo(2);
        assertThat(images.rows()).isEqualTo(2);
        assertThat(images.columns()).isEqualTo(3);
        assertThat(images.pixel(0, 0, 1)).isEqualTo(255);
        assertThat(images.pixel(1, 1, 2)).isEqualTo(254);
        assertThat(images.label(0)).isEqualTo(7);
        assertThat(images.pixelSum()).isEqualTo(255 + 1 + 2 + 128 + 51 + 254);
        assertThat(read(gzip(IMAGES), gzip(LABELS), ".gz").pixelSum()).isEqualTo(images.pixelSum());
    }

    @Test
    void brightPixelsSpikeEarly() throws IOException {
        SpikeTrains spikes = read(IMAGES, LABELS, "").spikes(0, PixelLatency.standard());
        assertThat(spikes.size()).isEqualTo(4);
        assertThat(IntStream.range(0, 4).map(spikes::neuron)).containsExactly(1, 4, 5, 3);
        assertThat(spikes.time(0)).isEqualTo(0.0);
        assertThat(spikes.time(2)).isEqualTo((1 - 51 / 255.0) * 20);
    }

    @Test
    void thresholdAndDurationAreTheUsers() throws IOException {
        MnistImages images = read(IMAGES, LABELS, "");
        PixelLatency encoding = new PixelLatency(51, 100);
        EventDataset data = images.dataset(encoding);
        assertThat(data.spikeCount()).isEqualTo(3).isEqualTo(images.spikeCount(encoding));
        assertThat(data.input(1).time(0)).isEqualTo((1 - 254 / 255.0) * 100);
        assertThat(data.channels()).isEqualTo(6);
        assertThat(images.dataset(encoding, 1, 2).label(0)).isEqualTo(9);
        assertThatIllegalArgumentException().isThrownBy(() -> new PixelLatency(255, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new PixelLatency(0, 0));
    }

    @Test
    void otherNamesAreFound() throws IOException {
        Files.write(folder.resolve("t10k-images.idx3-ubyte"), IMAGES);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MnistImages.read(folder, Split.TEST))
                .withMessageContaining("t10k-labels-idx1-ubyte, t10k-labels.idx1-ubyte");
        Files.write(folder.resolve("t10k-labels.idx1-ubyte.gz"), gzip(LABELS));
        assertThat(MnistImages.read(folder, Split.TEST).size()).isEqualTo(2);
    }

    private void assertMalformed(byte[] images, byte[] labels, String end, String problem) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(images, labels, end))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 9, 15, 16, 20, 27})
    void aFileThatIsCutOffIsNamedWithItsEnd(int length) {
        assertMalformed(
                Arrays.copyOf(IMAGES, length),
                LABELS,
                "",
                "train-images-idx3-ubyte: at byte " + length + ": the file ends; ");
    }

    @Test
    void compressedDataThatIsCutOffOrDamagedIsNamed() throws IOException {
        byte[] images = gzip(IMAGES);
        for (int length = 0; length < images.length; length++) {
            assertMalformed(Arrays.copyOf(images, length), gzip(LABELS), ".gz", "images-idx3-ubyte.gz: at byte ");
        }
        byte[] damaged = images.clone();
        damaged[damaged.length - 6] ^= 1;
        assertMalformed(damaged, gzip(LABELS), ".gz", "the compressed data is damaged");
        assertMalformed(IMAGES, gzip(LABELS), ".gz", "at byte 0: the compressed data is damaged: Not in GZIP format");
    }

    @Test
    void bytesAfterTheLastPixelAreAnError() {
        assertMalformed(
                Arrays.copyOf(IMAGES, 29),
                LABELS,
                "",
                "at byte 28: there are bytes after the last value, must be the end");
    }

    @Test
    void theHeaderIsChecked() {
        assertMalformed(LABELS, LABELS, "", "at byte 0: magic number 0x00000801, must be 0x00000803");
        assertMalformed(idx(0x803, new int[] {2, 0, 3}), LABELS, "", "at byte 8: dimension 1 = 0, must be from 1");
        assertMalformed(
                idx(0x803, new int[] {-1, 1, 1}), LABELS, "", "at byte 4: dimension 0 = 4294967295, must be from 1");
    }

    /** Two billion pixels are claimed in a file of 20 bytes, with a heap that could not hold them. */
    @Test
    void aClaimOfMuchDataTakesNoMemory() {
        assertMalformed(idx(0x803, new int[] {2_000_000, 32, 33}, 1, 2, 3, 4), LABELS, "", "at byte 20: the file ends");
        assertMalformed(
                idx(0x803, new int[] {2_000_000_000, 2, 1}),
                LABELS,
                "",
                "at byte 8: dimension 1 = 2 makes 4000000000 bytes, must be at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10 | at byte 9: label 10 of example 1, must be from 0 to 9", "-1 | label 255"})
    void labelsAreDigits(int label, String problem) {
        assertMalformed(IMAGES, idx(0x801, new int[] {2}, 0, label), "", problem);
    }

    @Test
    void thereAreAsManyLabelsAsImages() {
        assertMalformed(IMAGES, idx(0x801, new int[] {3}, 1, 2, 3), "", "3 labels, must be 2 as there are images in ");
    }

    @Test
    void mnist() throws IOException {
        Path mnist = DataFolder.require("mnist");
        MnistImages train = MnistImages.read(mnist, Split.TRAIN);
        assertThat(train.size()).isEqualTo(60_000);
        assertThat(IntStream.range(0, 10).map(train::label)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(train.pixelSum()).isEqualTo(1_567_298_545L);
        assertThat(train.spikeCount(PixelLatency.standard())).isEqualTo(8_971_260);
        MnistImages test = MnistImages.read(mnist, Split.TEST);
        assertThat(IntStream.range(0, 10).map(test::label)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        assertThat(test.pixelSum()).isEqualTo(264_923_200L);
        EventDataset data = test.dataset(PixelLatency.standard());
        assertThat(data.size()).isEqualTo(10_000);
        assertThat(data.channels()).isEqualTo(784);
        assertThat(data.spikeCount()).isEqualTo(1_507_387).isEqualTo(test.spikeCount(PixelLatency.standard()));
    }
}
