package io.github.lightcone.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a run folder says about a training, apart from how long it took. */
final class RunContent {

    private RunContent() {}

    /** Returns the content of each file by its name, in letters and digits where it is not text. */
    static Map<String, String> of(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String name : RunFiles.NAMES) {
            if (name.equals(RunFiles.STRUCTURE) && !Files.exists(run.resolve(name))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(run.resolve(name), FileVisitOption.FOLLOW_LINKS)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> content.put(run.relativize(file).toString(), content(file)));
            }
        }
        return content;
    }

    private static String content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (file.endsWith(RunFiles.CHECKPOINT)) {
                return Base64.getEncoder().encodeToString(bytes);
            }
            String text = Files.readString(file);
            return file.endsWith(RunFiles.METRICS) ? text.substring(0, text.indexOf("\"execution\"")) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
