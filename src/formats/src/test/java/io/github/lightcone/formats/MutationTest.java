package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes of a file, the reader gives a network or a one-line explanation. */
class MutationTest {

    private static final int CHANGES_PER_SEED = 150;
    private static final String[] SPLINTERS = {
        "",
        ",",
        "\n",
        "\r\n",
        "\"",
        "-",
        "NaN",
        "1e999",
        "-1",
        "0",
        "9999999999999999999",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "true",
        "\uFEFF",
        "\u0000",
        "ü",
        " ",
        "1e",
        ".",
        "size",
        "input",
        "id",
        "\\u0000",
        "/*",
        "1e-400"
    };

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyChangeIsReadOrExplained(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> files = SmallNetwork.files();
        List<String> names = new ArrayList<>(files.keySet());
        SmallNetwork.write(folder, files);
        int explained = 0;
        for (int k = 0; k < CHANGES_PER_SEED; k++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] content = files.get(name).getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                content = change(content, random);
            }
            Files.write(folder.resolve(name), content);
            try {
                NetworkFolder network = NetworkFolder.read(folder);
                SpikesCsv.read(folder.resolve("spikes.csv"), network, 10);
            } catch (FormatException problem) {
                explained++;
                assertThat(problem).hasMessageStartingWith(folder.toString());
                assertThat(problem.getMessage()).hasLineCount(1).hasSizeLessThan(600);
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ", change " + k + " of " + name, other);
            }
            Files.writeString(folder.resolve(name), files.get(name));
        }
        assertThat(explained).isBetween(CHANGES_PER_SEED / 2, CHANGES_PER_SEED - 1);
    }

    private static byte[] change(byte[] content, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(6));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (random.nextInt(6)) {
            case 0 -> out.writeBytes(Arrays.copyOf(content, from));
            case 1 -> {
                out.writeBytes(content);
                out.writeBytes(Arrays.copyOfRange(content, from, content.length));
            }
            case 2 -> {
                out.writeBytes(content);
                if (from < content.length) {
                    byte[] flipped = out.toByteArray();
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                    return flipped;
                }
            }
            default -> {
                String splinter = SPLINTERS[random.nextInt(SPLINTERS.length)];
                out.writeBytes(Arrays.copyOf(content, from));
                out.writeBytes(splinter.getBytes(StandardCharsets.UTF_8));
                out.writeBytes(Arrays.copyOfRange(content, random.nextBoolean() ? to : from, content.length));
            }
        }
        return out.toByteArray();
    }
}
