package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.reference.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDigitsTest {

    private static final int HEADER = 12;
    /** Bytes of a recording with two spikes. */
    private static final int RECORDING = 11 + 2 * 3;

    @TempDir
    private Path folder;

    /** A whole file in which every recording has a spike of channel take and one of channel 63. */
    private static byte[] whole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0x46534431);
            out.writeInt(3000);
            out.writeInt(64);
            for (int recording = 0; recording < 3000; recording++) {
                out.writeByte(recording / 300);
                out.writeByte(recording / 50 % 6);
                out.writeByte(recording % 50);
                out.writeInt(40_000);
                out.writeInt(2);
                out.writeShort(20);
                out.writeByte(recording % 50);
                out.writeShort(39_999);
                out.writeByte(63);
            }
        }
        return bytes.toByteArray();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("digits.bin"), bytes);
    }

    @Test
    void readsDigitsSpeakersTakesAndSpikes() throws IOException {
        EventDataset data = SpokenDigits.read(write(whole()));
        assertThat(data.size()).isEqualTo(3000);
        assertThat(data.channels()).isEqualTo(64);
        assertThat(data.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        int example = (7 * 6 + 4) * 50 + 12;
        assertThat(data.label(example)).isEqualTo(7);
        assertThat(data.group(example)).isEqualTo("theo");
        assertThat(data.take(example)).isEqualTo(12);
        SpikeTrains input = data.input(example);
        assertThat(input.size()).isEqualTo(2);
        assertThat(input.neuron(0)).isEqualTo(12);
        assertThat(input.time(0)).isEqualTo(2.5);
        assertThat(input.neuron(1)).isEqualTo(63);
        assertThat(input.time(1)).as("times have 16 bits without a sign").isEqualTo(4999.875);
    }

    @Test
    void splits() throws IOException {
        EventDataset data = SpokenDigits.read(write(whole()));
        EventDataset test = SpokenDigits.test(data);
        EventDataset training = SpokenDigits.training(data);
        assertThat(test.size()).isEqualTo(300);
        assertThat(training.size()).isEqualTo(2700);
        assertThat(test.classCounts()).containsOnly(30);
        assertThat(test.groups()).isEqualTo(SpokenDigits.SPEAKERS);
        EventDataset lucas = SpokenDigits.ofSpeaker(data, "lucas");
        EventDataset others = SpokenDigits.withoutSpeaker(data, "lucas");
        assertThat(lucas.groups()).containsExactly("lucas");
        assertThat(lucas.classCounts()).containsOnly(50);
        assertThat(others.groups()).containsExactly("george", "jackson", "nicolas", "theo", "yweweler");
        assertThat(others.size()).isEqualTo(2500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpokenDigits.withoutSpeaker(others, "lucas"))
                .withMessageContaining("speaker 'lucas', must be one of [george, jackson, nicolas, theo, yweweler]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | 4 | 0x46534432 | magic number 1179862066, must be 1179862065",
                "4  | 4 | 2999       | number of recordings 2999, must be 3000",
                "8  | 4 | 65         | number of channels 65, must be 64",
                "12 | 1 | 10         | digit 10, must be below 10",
                "13 | 1 | 6          | speaker 6, must be below 6",
                "14 | 1 | 50         | number of the recording 50, must be below 50",
                "15 | 4 | -1         | number of samples -1, must be from 0 to 65536",
                "19 | 4 | 2000000000 | number of spikes 2000000000, must be from 0 to 8192",
                "26 | 2 | 40000      | spike at sample 40000, must be from 20 to 39999",
                "26 | 2 | 19         | spike at sample 19, must be from 20 to 39999",
                "25 | 1 | 64         | channel 64, must be below 64",
            })
    void aWrongValueIsNamedWithItsByte(int at, int size, String value, String problem) throws IOException {
        byte[] bytes = whole();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int number = Integer.decode(value);
        switch (size) {
            case 1 -> buffer.put(at, (byte) number);
            case 2 -> buffer.putShort(at, (short) number);
            default -> buffer.putInt(at, number);
        }
        Path file = write(bytes);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> SpokenDigits.read(file))
                .withMessage(file + ": at byte " + at + ": " + problem);
    }

    @Test
    void noRecordingIsThereTwice() throws IOException {
        byte[] bytes = whole();
        bytes[HEADER + RECORDING + 2] = 0;
        Path file = write(bytes);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> SpokenDigits.read(file))
                .withMessageContaining("at byte 29: recording 0 of digit 0 by george is there twice");
    }

    @Test
    void theFileEndsAfterItsRecordings() throws IOException {
        byte[] bytes = whole();
        Path betweenRecordings = write(Arrays.copyOf(bytes, bytes.length - RECORDING));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> SpokenDigits.read(betweenRecordings))
                .withMessageContaining(
                        "at byte " + (bytes.length - RECORDING) + ": the file ends where digit must stand");
        Path more = write(Arrays.copyOf(bytes, bytes.length + 1));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> SpokenDigits.read(more))
                .withMessageContaining("at byte " + bytes.length + ": more data, must end after the last of 3000");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> SpokenDigits.read(folder))
                .withMessageContaining("fsdd_gammatone64_spikes.bin.gz");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> SpokenDigits.read(folder.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    /** However a compressed copy is cut or flipped, it is an error or the same data: never another set. */
    @Test
    void damagedCopiesAreErrors() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(whole());
        }
        byte[] bytes = compressed.toByteArray();
        SeededRandom random = new SeededRandom(3);
        for (int trial = 0; trial < 60; trial++) {
            byte[] damaged = bytes.clone();
            if (trial % 2 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            } else {
                // the ten bytes of the header hold things like the time of compression
                damaged[10 + random.nextInt(damaged.length - 10)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged.bin.gz"), damaged);
            assertThatExceptionOfType(MalformedDataException.class)
                    .as("trial %d of seed 3", trial)
                    .isThrownBy(() -> SpokenDigits.read(file))
                    .withMessageContaining("damaged.bin.gz: at byte ");
        }
    }

    /** The published recordings; the counts were taken with a few lines of Python. */
    @Test
    void theRealRecordings() throws IOException {
        EventDataset data = SpokenDigits.read(DataFolder.require("fsdd"));
        assertThat(data.spikeCount()).isEqualTo(1_465_383);
        assertThat(data.spikeCount() / data.size()).isEqualTo(488);
        assertThat(data.classCounts()).containsOnly(300);
        assertThat(data.groups()).isEqualTo(SpokenDigits.SPEAKERS);
        assertThat(SpokenDigits.ofSpeaker(data, "george").spikeCount()).isEqualTo(268_263);
        assertThat(SpokenDigits.ofSpeaker(data, "jackson").spikeCount()).isEqualTo(291_473);
        assertThat(SpokenDigits.test(data).spikeCount()).isEqualTo(141_705);
        assertThat(data.activeChannels()).hasSize(64);
        int[] spikesOfChannel = new int[64];
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < data.input(i).size(); k++) {
                spikesOfChannel[data.input(i).neuron(k)]++;
            }
        }
        assertThat(spikesOfChannel).startsWith(19_843, 27_827, 28_769).endsWith(6_892, 6_815, 5_814);
    }
}
