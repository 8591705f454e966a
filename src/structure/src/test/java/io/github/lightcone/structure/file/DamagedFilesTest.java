package io.github.lightcone.structure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes of a file, its reader gives a graph or an explanation of one line. */
class DamagedFilesTest {

    private static final int CHANGES = 150;

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
        "[",
        "]",
        "*",
        "*Matrix\n",
        "*Vertices 90000\n",
        "\uFEFF",
        "\u0000",
        "\u00fc",
        " ",
        "1e",
        "source",
        "&#x110000;",
        "#",
        "%",
        "node [ ",
        "\t",
        ";"
    };

    @TempDir
    private Path folder;

    static Map<String, byte[]> wholeFiles(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("g.gml", bytes("""
                Creator "x"
                graph [ directed 1 comment "a [ &lt; ]"
                  node [ id 0 label "a" x 0 y 1 ] node [ id 1 name "b" x 1 y 2 graphics [ x 1 ] ]
                  edge [ source 0 target 1 value 2.5 ] edge [ source 1 target 1 weight 1e-3 ]
                ]
                """));
        files.put("g.net", bytes("""
                *Vertices 3
                1 "a" 0 1
                2 "b" 1 1
                3 c 2 2
                *Arcs
                1 2 3
                *Edges
                2 3 0.5
                *Arcslist
                1 2 3
                *Matrix
                0 1 0
                0 0 1
                2 0 0
                """));
        files.put("g.csv", bytes("source,target,weight,length\n0,1,2.5,1\n1,\"two, 3\",-1,2\n"));
        files.put("g.tsv", bytes("a\tb\t1\nb\tc\t2\n"));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("weights.txt", "0 1 2\n3 0 0\n0.5 0 0\n");
        texts.put("tract_lengths.txt.bz2", "0 1 2\n3 0 0\n0.5 0 0\n");
        texts.put("centres.txt", "a 1 2 3\nb 2 3 4\nc 0 0 0\n");
        files.put("g.zip", Files.readAllBytes(Zips.write(folder.resolve("whole.zip"), texts)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyChangeIsReadOrExplained(long seed) throws IOException {
        Random random = new Random(seed);
        for (Map.Entry<String, byte[]> whole : wholeFiles(folder).entrySet()) {
            Path file = folder.resolve(whole.getKey());
            int explained = 0;
            for (int k = 0; k < CHANGES; k++) {
                byte[] content = whole.getValue();
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    content = change(content, random);
                }
                Files.write(file, content);
                explained += isExplained(file, "seed " + seed + ", change " + k + " of " + file) ? 1 : 0;
            }
            assertThat(explained).as(whole.getKey()).isBetween(CHANGES / 10, CHANGES);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCutIsReadOrExplained(long seed) throws IOException {
        for (Map.Entry<String, byte[]> whole : wholeFiles(folder).entrySet()) {
            Path file = folder.resolve(whole.getKey());
            for (int length = (int) seed % 4; length < whole.getValue().length; length += 4) {
                Files.write(file, Arrays.copyOf(whole.getValue(), length));
                boolean explained = isExplained(file, length + " bytes of " + file);
                if (whole.getKey().equals("g.zip")) {
                    assertThat(explained).as(length + " bytes").isTrue();
                }
            }
        }
    }

    private static boolean isExplained(Path file, String what) {
        try {
            GraphFile read = GraphFiles.read(file, true);
            assertThat(read.names()).hasSize(read.graph().nodeCount());
            return false;
        } catch (GraphFileException problem) {
            assertThat(problem).hasMessageStartingWith(file.toString());
            assertThat(problem.getMessage()).hasLineCount(1).hasSizeLessThan(600);
            return true;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError other) {
            throw new AssertionError(what, other);
        }
    }

    private static byte[] change(byte[] content, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(6));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (random.nextInt(5)) {
            case 0 -> out.writeBytes(Arrays.copyOf(content, from));
            case 1, 2 -> {
                byte[] flipped = content.clone();
                if (from < content.length) {
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            }
            default -> {
                String splinter = SPLINTERS[random.nextInt(SPLINTERS.length)];
                out.writeBytes(Arrays.copyOf(content, from));
                out.writeBytes(bytes(splinter));
                out.writeBytes(Arrays.copyOfRange(content, random.nextBoolean() ? to : from, content.length));
            }
        }
        return out.toByteArray();
    }
}
