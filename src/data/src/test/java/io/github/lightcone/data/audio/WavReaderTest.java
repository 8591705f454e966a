package io.github.lightcone.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.random.SeededRandom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavReaderTest {

    @TempDir
    private Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sound.wav"), bytes);
    }

    private static double[] samples(Sound sound) {
        double[] samples = new double[sound.size()];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = sound.sample(k);
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 16", "1, 24", "1, 32", "3, 32"})
    void everyEncodingGivesTheSamples(int encoding, int bits) throws IOException {
        double[] exact = {0, 0.5, -0.5, -1, 0.9921875, -0.0078125, 0.25};
        Sound sound = WavReader.mean().read(write(WavBytes.of(encoding, 1, 22_050, bits, exact)));
        assertThat(sound.rate()).isEqualTo(22_050);
        assertThat(samples(sound)).containsExactly(exact);
        assertThat(sound.duration()).isCloseTo(7 / 22.05, within(1e-12));
    }

    @Test
    void ofTwoChannelsEitherOrTheMean() throws IOException {
        Path file = write(WavBytes.of(1, 2, 8000, 16, 0.5, 0.25, -0.5, 0.125));
        assertThat(samples(WavReader.channel(0).read(file))).containsExactly(0.5, -0.5);
        assertThat(samples(WavReader.channel(1).read(file))).containsExactly(0.25, 0.125);
        assertThat(samples(WavReader.mean().read(file))).containsExactly(0.375, -0.1875);
        Path mono = write(WavBytes.of(1, 1, 8000, 16, 0.5));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> WavReader.channel(1).read(mono))
                .withMessage(mono + ": at byte 22: channel 1 is asked for, there are 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WavReader.channel(2))
                .withMessage("channel 2, must be below 2");
    }

    @Test
    void otherChunksAreSkippedAndExtensibleIsRead() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(86).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(WavBytes.ascii("RIFF")).putInt(78).put(WavBytes.ascii("WAVE"));
        bytes.put(WavBytes.ascii("LIST")).putInt(5).put(new byte[6]);
        bytes.put(WavBytes.ascii("fmt ")).putInt(40).putShort((short) 0xfffe).putShort((short) 1);
        bytes.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        bytes.putShort((short) 22)
                .putShort((short) 16)
                .putInt(4)
                .putShort((short) 1)
                .put(new byte[14]);
        bytes.put(WavBytes.ascii("data")).putInt(2).putShort((short) -16_384);
        byte[] whole = Arrays.copyOf(bytes.array(), bytes.position());
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        assertThat(samples(WavReader.mean().read(write(whole)))).containsExactly(-0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | 4 | 0          | 0  | '????', must be 'RIFF'",
                "8  | 4 | 0          | 8  | '????', must be 'WAVE'",
                "4  | 4 | 2000000000 | 4  | the file should have 2000000008 bytes and has 48: cut off or damaged",
                "16 | 4 | 15         | 16 | chunk 'fmt ' of 15 bytes, must be at least 16",
                "20 | 2 | 2          | 20 | encoding 2, must be 1 (PCM) or 3 (floating-point numbers)",
                "20 | 2 | 3          | 34 | 16 bits, must be 32 of a floating-point number",
                "22 | 2 | 3          | 22 | 3 channels, must be 1 or 2",
                "22 | 2 | 2          | 32 | 2 bytes a frame, must be 4 for 2 channels of 16 bits",
                "24 | 4 | 0          | 24 | rate 0 Hz, must be above 0",
                "28 | 4 | 1          | 28 | 1 bytes a second, must be 16000 for 8000 frames of 2 bytes",
                "34 | 2 | 12         | 34 | 12 bits, must be 8, 16, 24 or 32",
                "36 | 4 | 0          | 48 | the file ends without a chunk 'data'",
                "40 | 4 | -1         | 40 | chunk 'data' of 4294967295 bytes, must be at most 4",
                "40 | 4 | 3          | 40 | data of 3 bytes, must be whole frames of 2 bytes and at least one",
                "40 | 4 | 0          | 40 | data of 0 bytes, must be whole frames of 2 bytes and at least one",
            })
    void aWrongValueIsNamedWithItsByte(int at, int size, int value, int named, String problem) throws IOException {
        byte[] bytes = WavBytes.of(1, 1, 8000, 16, 0.5, 0.25);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (size == 2) {
            buffer.putShort(at, (short) value);
        } else {
            buffer.putInt(at, value);
        }
        Path file = write(bytes);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> WavReader.mean().read(file))
                .withMessage(file + ": at byte " + named + ": " + problem);
    }

    @Test
    void aSampleThatIsNoNumberIsNamed() throws IOException {
        Path file = write(WavBytes.of(3, 1, 8000, 32, 0, Double.NaN));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> WavReader.mean().read(file))
                .withMessage(file + ": at byte 48: sample NaN, must be finite");
    }

    /** Cut anywhere it is an error; with bits flipped it is an error that names a byte, or a sound. */
    @Test
    void damagedFilesAreErrorsOrSounds() throws IOException {
        int[][] kinds = {{1, 1, 8}, {1, 2, 16}, {1, 1, 24}, {1, 2, 32}, {3, 1, 32}};
        SeededRandom random = new SeededRandom(5);
        int errors = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int[] kind = kinds[trial % kinds.length];
            byte[] bytes = WavBytes.of(kind[0], kind[1], 8000, kind[2], new double[40]);
            boolean cut = random.nextInt(4) == 0;
            if (cut) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int flip = random.nextInt(1, 6); flip > 0; flip--) {
                    bytes[random.nextInt(60)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            try {
                Sound sound = WavReader.mean().read(write(bytes));
                assertThat(cut).as("trial %d of seed 5", trial).isFalse();
                assertThat(sound.size()).isBetween(1, bytes.length);
            } catch (MalformedDataException e) {
                errors++;
                assertThat(e).hasMessageContaining("sound.wav: at byte ");
            }
        }
        assertThat(errors).isBetween(1000, 1999);
    }
}
