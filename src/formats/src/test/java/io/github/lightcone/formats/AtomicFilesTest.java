package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void fail(Path inside) throws IOException {
        Files.writeString(Files.createDirectory(inside.resolve("sub")).resolve("half"), "half");
        throw new IOException("on purpose");
    }

    @Test
    void writesInPlaceOfAFile() throws IOException {
        Path file = folder.resolve("a.txt");

        AtomicFiles.write(file, out -> out.write("first, and long"));
        AtomicFiles.write(file, out -> out.write("zweites \u00e4"));

        assertThat(file).content().isEqualTo("zweites \u00e4");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aFailureLeavesTheFormerFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "former");

        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write("half");
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).content().isEqualTo("former");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whatUtf8CannotHoldIsAFailure() throws IOException {
        Path file = folder.resolve("a.txt");

        assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> AtomicFiles.write(file, out -> out.write("\uD800")));

        assertThat(names()).isEmpty();
    }

    @Test
    void createsOnlyWhatIsNotThere() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.create(file, out -> out.write("former"));

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFiles.create(file, out -> out.write("new")))
                .withMessage(file + ": exists already");

        assertThat(file).content().isEqualTo("former");
    }

    @Test
    void aMissingOrWrongPlaceIsNamed() {
        Path lost = folder.resolve("none/a.txt");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> AtomicFiles.write(lost, out -> out.write("text")))
                .withMessage(lost + ": there is no folder " + folder.resolve("none"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFiles.write(folder, out -> out.write("text")))
                .withMessage(folder + ": is a folder, must be a file");
    }

    @Test
    void severalFilesAreWrittenAllOrNone() throws IOException {
        Path former = Files.writeString(folder.resolve("a.txt"), "former");
        Map<Path, AtomicFiles.Content> contents = new LinkedHashMap<>();
        contents.put(former, AtomicFiles.text(out -> out.write("new")));
        contents.put(folder.resolve("b.txt"), (file, out) -> {
            throw new IOException("on purpose");
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFiles.writeAll(contents))
                .withMessage("on purpose");
        assertThat(former).content().isEqualTo("former");
        assertThat(names()).containsExactly("a.txt");

        contents.put(folder.resolve("b.txt"), (file, out) -> out.write("other".getBytes(StandardCharsets.UTF_8)));
        AtomicFiles.writeAll(contents);
        assertThat(former).content().isEqualTo("new");
        assertThat(folder.resolve("b.txt")).content().isEqualTo("other");
        assertThat(names()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoticedAheadAndByItsOwnName() throws IOException {
        Path impossible = folder.resolve("x".repeat(300));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFiles.requirePlace(impossible))
                .withMessageStartingWith(impossible + ": cannot be written (")
                .withMessageNotContaining(".tmp-");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFiles.requireFolderPlace(impossible))
                .withMessageStartingWith(impossible + ": cannot be written (");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFiles.write(impossible, out -> out.write("text")))
                .withMessageStartingWith(impossible + ": cannot be written (")
                .withMessageNotContaining(".tmp-");

        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFiles.requireFolderPlace(file.resolve("deep/run")))
                .withMessageContaining(file + " is a file, must be a folder");

        AtomicFiles.requirePlace(folder.resolve("a.txt"));
        AtomicFiles.requireFolderPlace(folder.resolve("deep/run"));
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "former");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        AtomicFiles.write(link, out -> out.write("new"));

        assertThat(link).isSymbolicLink();
        assertThat(file).content().isEqualTo("new");
    }

    @Test
    void aDeviceIsWrittenToAndStaysADevice() throws IOException {
        Path device = Path.of("/dev/null");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device));

        AtomicFiles.create(device, out -> out.write("text"));

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void makesAFolderAndThoseAboveIt() throws IOException {
        Path made = folder.resolve("above/made");

        AtomicFiles.createFolder(made, inside -> {
            assertThat(made).doesNotExist();
            AtomicFiles.write(inside.resolve("a.txt"), out -> out.write("text"));
        });

        assertThat(made.resolve("a.txt")).content().isEqualTo("text");
        assertThat(names()).containsExactly("above");
    }

    @Test
    void aFailureLeavesNoFolder() throws IOException {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFiles.createFolder(folder.resolve("made"), AtomicFilesTest::fail))
                .withMessage("on purpose");

        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAFolderThatExistsEvenEmptyOrMadeMeanwhile() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFiles.createFolder(made, inside -> {}))
                .withMessage(made + ": exists already");

        Path late = folder.resolve("late");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFiles.createFolder(late, inside -> Files.createDirectory(late)));

        assertThat(names()).containsExactly("late", "made");
    }

    @Test
    void deletesWholeTrees() throws IOException {
        Path sub = Files.createDirectories(folder.resolve("tree/sub"));
        Files.writeString(sub.resolve("leaf"), "text");

        AtomicFiles.delete(folder.resolve("tree"));

        assertThat(names()).isEmpty();
    }

    /** Writes one file and makes one folder after the other until it is killed. */
    static final class Victim {

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            for (int k = 0; ; k++) {
                String line = k + "\n";
                AtomicFiles.write(folder.resolve("file"), out -> writeMany(out, line));
                AtomicFiles.createFolder(folder.resolve("folder" + k), inside -> {
                    for (int i = 0; i < 10; i++) {
                        AtomicFiles.write(inside.resolve("part" + i), out -> writeMany(out, line));
                    }
                });
            }
        }

        private static void writeMany(java.io.Writer out, String line) throws IOException {
            for (int i = 0; i < 20_000; i++) {
                out.write(line);
            }
        }
    }

    @Test
    void aKilledProcessLeavesNothingHalf() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            Path place = Files.createDirectory(folder.resolve("round" + round));
            Process victim = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            place.toString())
                    .inheritIO()
                    .start();
            for (int wait = 0; wait < 3000 && Files.notExists(place.resolve("folder0")); wait++) {
                Thread.sleep(10);
            }
            Thread.sleep(random.nextInt(200));
            victim.destroyForcibly().waitFor();

            assertWhole(place.resolve("file"));
            try (Stream<Path> paths = Files.list(place)) {
                for (Path path : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
                    if (!path.getFileName().toString().startsWith(".")) {
                        for (int i = 0; i < 10; i++) {
                            assertWhole(path.resolve("part" + i));
                        }
                    }
                }
            }
        }
    }

    private static void assertWhole(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(20_000);
        assertThat(lines.stream().distinct()).hasSize(1);
        assertThat(Files.readString(file)).endsWith("\n");
    }
}
