package io.github.lightcone.formats.nir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to the bytes of a file, the reader gives a graph or an explanation in one line. More than the usual
 * number of changes with {@code -Dnir.mutations=10000000}, another start with {@code -Dnir.seed=7}.
 */
class NirMutationTest {

    private static final int MUTATIONS = Integer.getInteger("nir.mutations", 3000);
    private static final long SEED = Long.getLong("nir.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void everyChangeIsReadOrExplained() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (Path file : NirFixtures.all()) {
            // This one is read to the limit every time, which takes a hundred times as long as the others.
            if (!file.endsWith("hostile_doubling.nir")) {
                originals.add(Files.readAllBytes(file));
            }
        }
        Path own = folder.resolve("own.nir");
        NirFile.write(own, NirFixtures.read("recurrent"));
        originals.add(Files.readAllBytes(own));
        Path file = folder.resolve("changed.nir");
        int explained = 0;
        for (int k = 0; k < MUTATIONS; k++) {
            Random random = new Random(SEED * 1_000_003 + k);
            byte[] original = originals.get(random.nextInt(originals.size()));
            Files.write(file, change(original.clone(), random));
            try {
                NirImport.of(NirFile.read(file), NirSettings.usual().withLifSynapse(5));
            } catch (FormatException problem) {
                explained++;
                assertThat(problem).hasMessageStartingWith(file + ": ");
                assertThat(problem.getMessage()).hasLineCount(1).hasSizeLessThan(900);
            } catch (IllegalArgumentException unlike) {
                assertThat(unlike.getMessage()).isNotBlank().hasLineCount(1);
            } catch (RuntimeException | StackOverflowError other) {
                throw new AssertionError("seed " + SEED + ", change " + k, other);
            }
        }
        assertThat(explained).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }

    private static byte[] change(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int c = 0; c < changes; c++) {
            int at = place(bytes, random);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1));
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0xff);
                case 4 -> {
                    int from = place(bytes, random);
                    int length = Math.min(1 + random.nextInt(16), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
                default -> {
                    if (random.nextInt(8) == 0) {
                        return Arrays.copyOf(bytes, at);
                    }
                    bytes[at] = 0;
                }
            }
        }
        return bytes;
    }

    /** Most of a file is empty space: looks for a byte that is not 0. */
    private static int place(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        for (int tries = 0; tries < 200 && bytes[at] == 0; tries++) {
            at = random.nextInt(bytes.length);
        }
        return at;
    }
}
