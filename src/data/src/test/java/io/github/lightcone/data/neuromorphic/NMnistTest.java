package io.github.lightcone.data.neuromorphic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.event.SpikeTrains;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NMnistTest {

    @TempDir
    private Path folder;

    private static byte[] event(int x, int y, int polarity, int microseconds) {
        return new byte[] {
            (byte) x,
            (byte) y,
            (byte) (polarity * 128 + (microseconds >> 16)),
            (byte) (microseconds >> 8),
            (byte) microseconds
        };
    }

    private static byte[] events(byte[]... events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] event : events) {
            bytes.writeBytes(event);
        }
        return bytes.toByteArray();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("00001.bin"), bytes);
    }

    @Test
    void anEventHasFiveBytes() throws IOException {
        SpikeTrains spikes =
                NMnist.events(write(events(event(3, 2, 0, 937), event(33, 33, 1, 305_123), event(0, 0, 1, 0x7fffff))));
        assertThat(spikes.size()).isEqualTo(3);
        assertThat(spikes.neuron(0)).isEqualTo(2 * 34 + 3);
        assertThat(spikes.time(0)).isEqualTo(0.937);
        assertThat(spikes.neuron(1)).isEqualTo(NMnist.CHANNELS - 1);
        assertThat(spikes.time(1)).isEqualTo(305.123);
        assertThat(spikes.neuron(2)).isEqualTo(34 * 34);
        assertThat(spikes.time(2)).isEqualTo(8388.607);
    }

    @Test
    void anOverflowOfTheClockDelaysWhatFollows() throws IOException {
        SpikeTrains spikes = NMnist.events(write(events(
                event(1, 0, 0, 8000),
                event(0, 240, 0, 0),
                event(2, 0, 0, 5),
                event(99, 240, 1, 0),
                event(3, 0, 0, 7))));
        assertThat(spikes.size()).isEqualTo(3);
        assertThat(spikes.time(0)).isEqualTo(8.0);
        assertThat(spikes.time(1)).isEqualTo(8.197);
        assertThat(spikes.time(2)).isEqualTo(16.391);
    }

    @Test
    void aFileThatEndsWithinAnEventIsAnError() throws IOException {
        byte[] whole = events(event(3, 2, 0, 937), event(4, 2, 0, 940));
        for (int length : new int[] {1, 4, 6, 9}) {
            Path file = write(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(MalformedDataException.class)
                    .isThrownBy(() -> NMnist.events(file))
                    .withMessageContaining("00001.bin: at byte " + length / 5 * 5 + ": the file ends within an event")
                    .withMessageContaining(length + " bytes, must be a multiple of 5");
        }
    }

    @Test
    void aPixelOutsideTheSensorIsNamed() throws IOException {
        Path x = write(events(event(3, 2, 0, 937), event(34, 2, 0, 940)));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> NMnist.events(x))
                .withMessageContaining("00001.bin: at byte 5: x = 34, must be from 0 to 33");
        Path y = write(events(event(3, 255, 0, 937)));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> NMnist.events(y))
                .withMessageContaining("00001.bin: at byte 1: y = 255, must be from 0 to 33");
    }

    @Test
    void foldersAreClasses() throws IOException {
        for (int digit = 0; digit < 10; digit++) {
            Path ofDigit = Files.createDirectories(folder.resolve("Test").resolve(Integer.toString(digit)));
            Files.write(ofDigit.resolve("00002.bin"), event(digit, 1, 0, 2000));
            Files.write(ofDigit.resolve("00001.bin"), event(digit, 0, 0, 1000));
            Files.writeString(ofDigit.resolve("notes.txt"), "no events");
        }
        NMnist found = NMnist.find(folder, Split.TEST);
        assertThat(found.size()).isEqualTo(20);
        EventDataset data = found.dataset(example -> found.label(example) >= 8);
        assertThat(data.size()).isEqualTo(4);
        assertThat(data.label(0)).isEqualTo(8);
        assertThat(data.input(0).time(0))
                .as("the file that comes first by name")
                .isEqualTo(1.0);
        assertThat(data.input(3).neuron(0)).isEqualTo(34 + 9);
    }

    @Test
    void aClassWithoutExamplesIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("Train").resolve("0"));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> NMnist.find(folder, Split.TRAIN))
                .withMessageContaining("the folder holds no .bin file");
        Files.write(folder.resolve("Train").resolve("0").resolve("1.bin"), event(0, 0, 0, 0));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> NMnist.find(folder, Split.TRAIN))
                .withMessageContaining("Train" + folder.getFileSystem().getSeparator() + "1");
    }
}
