package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioFolderTest {

    private final AudioFolder reader = new AudioFolder(
            WavReader.mean(), new Cochlea(CochleaSettings.defaults().withChannels(8)));

    @TempDir
    private Path folder;

    private void write(String name, double frequency) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, WavBytes.tone(8000, frequency, 0.3, 0.05));
    }

    @Test
    void labelsGroupsAndTakesFromFileNames() throws IOException {
        write("7_theo_10.wav", 300);
        write("7_theo_9.WAV", 300);
        write("7_george_0.wav", 300);
        write("2_theo_0.wav", 900);
        Files.writeString(folder.resolve("README.md"), "not a sound");
        EventDataset data = reader.readByFileName(folder);
        assertThat(data.classNames()).containsExactly("2", "7");
        assertThat(data.channels()).isEqualTo(8);
        assertThat(data.size()).isEqualTo(4);
        assertThat(data.label(0)).isZero();
        assertThat(data.group(1)).isEqualTo("george");
        assertThat(data.take(2)).isEqualTo(9);
        assertThat(data.take(3)).isEqualTo(10);
        assertThat(data.input(0).size()).isPositive();
    }

    @Test
    void labelsFromSubfolders() throws IOException {
        write("yes/b.wav", 300);
        write("yes/a.wav", 300);
        write("no/x_y.wav", 900);
        Files.writeString(folder.resolve("notes.txt"), "not a folder");
        EventDataset data = reader.readBySubfolder(folder);
        assertThat(data.classNames()).containsExactly("no", "yes");
        assertThat(data.classCounts()).containsExactly(1, 2);
        assertThat(data.group(0)).isEmpty();
    }

    @Test
    void atALevelLoudAndQuietAreTheSame() throws IOException {
        Files.write(folder.resolve("1_a_0.wav"), WavBytes.tone(8000, 300, 0.5, 0.05));
        Files.write(folder.resolve("2_a_0.wav"), WavBytes.tone(8000, 300, 0.25, 0.05));
        EventDataset asRecorded = reader.readByFileName(folder);
        EventDataset atLevel = reader.atLevel(0.1).readByFileName(folder);
        assertThat(asRecorded.input(0).size()).isGreaterThan(asRecorded.input(1).size());
        assertThat(atLevel.input(0).size()).isEqualTo(atLevel.input(1).size()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.atLevel(Double.NaN))
                .withMessage("level = NaN, must be finite and above 0");
    }

    @Test
    void whatIsNoRecordingIsNamed() throws IOException {
        write("7_theo_1.wav", 300);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> reader.readByFileName(folder))
                .withMessage(folder + ": 1 sounds with the labels [7], must be at least two labels");
        write("seven.wav", 300);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> reader.readByFileName(folder))
                .withMessageContaining("seven.wav: the file must be named like 7_theo_12.wav");
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> reader.readBySubfolder(folder.resolve("nowhere")));
    }

    @Test
    void aDamagedOrSlowFileIsNamed() throws IOException {
        write("1_a_0.wav", 300);
        Files.write(folder.resolve("2_a_0.wav"), WavBytes.ascii("RIFF"));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> reader.readByFileName(folder))
                .withMessageContaining("2_a_0.wav: at byte 4: the file ends within its header");
        Files.write(folder.resolve("2_a_0.wav"), WavBytes.tone(4000, 300, 0.3, 0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.readByFileName(folder))
                .withMessageContaining("2_a_0.wav: rate = 4000.0 Hz, must be at least 7200.0");
    }
}
