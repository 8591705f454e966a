package io.github.lightcone.data.touch;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds the file that a path means. */
final class BrailleFiles {

    private BrailleFiles() {}

    /** Returns the path itself or, of a folder, the first of the named files that it holds. */
    static Path locate(Path path, List<String> names) throws NoSuchFileException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
            }
            return path;
        }
        for (String name : names) {
            Path file = path.resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new NoSuchFileException(path.toString(), null, "the folder holds none of " + names);
    }
}
