package io.github.lightcone.formats.nir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files among the test resources that the {@code nir} package for Python wrote. */
final class NirFixtures {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/lightcone/formats/nir");

    private NirFixtures() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".nir");
    }

    static NirGraph read(String name) throws IOException {
        return NirFile.read(file(name));
    }

    static NirLayer layer(NirGraph graph, String name) {
        return (NirLayer) graph.nodes().get(name);
    }

    /** Returns all files, hostile ones too. */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".nir"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
