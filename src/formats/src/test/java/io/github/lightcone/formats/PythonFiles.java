package io.github.lightcone.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files among the test resources that Python wrote. */
final class PythonFiles {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/lightcone/formats/python");

    private PythonFiles() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Copies the circuit into a folder and returns its configuration. */
    static Path circuit(Path into) throws IOException {
        Path from = file("circuit");
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path copy = into.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }
        return into.resolve("config.json");
    }
}
