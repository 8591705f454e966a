package io.github.lightcone.data.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data set that can be read or generated.
 *
 * @param name what it is called on the command line
 * @param description one line
 * @param contents channels, classes and numbers of examples, for people
 * @param origin where it comes from
 * @param files the files to read, all required
 * @param archives files it is downloaded in; verified where they are, not required
 * @param check reads a copy; empty if there is nothing to read
 */
public record DataSource(
        String name,
        String description,
        String contents,
        Origin origin,
        List<ExpectedFile> files,
        List<ExpectedFile> archives,
        Optional<DataCheck> check) {

    /**
     * Where a data set comes from.
     *
     * @param url where to get it, empty if it is generated or the user's own
     * @param licence the licence of the data, empty if it does not apply or is not known
     * @param citation what to cite, empty if nothing
     */
    public record Origin(String url, String licence, String citation) {}

    /** Copies the lists. */
    public DataSource {
        files = List.copyOf(files);
        archives = List.copyOf(archives);
    }

    /** Returns a set without files and without a check. */
    static DataSource of(String name, String description, String contents, Origin origin) {
        return new DataSource(name, description, contents, origin, List.of(), List.of(), Optional.empty());
    }

    /** Returns this set with files to read. */
    DataSource reading(ExpectedFile... required) {
        return new DataSource(name, description, contents, origin, List.of(required), archives, check);
    }

    /** Returns this set with files it is downloaded in. */
    DataSource downloadedAs(ExpectedFile... downloads) {
        return new DataSource(name, description, contents, origin, files, List.of(downloads), check);
    }

    /** Returns this set with a reader. */
    DataSource checkedBy(DataCheck reader) {
        return new DataSource(name, description, contents, origin, files, archives, Optional.of(reader));
    }

    /** Returns whether there is anything that a copy could be compared with. */
    public boolean isCheckable() {
        return check.isPresent() || !files.isEmpty();
    }

    /**
     * Checks a copy: that all files are there, their checksums where they are known, and everything that is
     * in them if there is a reader.
     *
     * @param path the folder with the files, or the file of a set that is one
     * @throws IOException naming the file, the place and the value that is wrong
     * @throws IllegalArgumentException if there is nothing to check
     */
    public void check(Path path, DataReport report) throws IOException {
        if (!isCheckable()) {
            throw new IllegalArgumentException("'" + name + "' is made by the library, there are no files to check");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        if (Files.isDirectory(path)) {
            verify(path, files, true, report);
            verify(path, archives, false, report);
        }
        if (check.isPresent()) {
            check.get().read(path, report);
        }
    }

    private static void verify(Path folder, List<ExpectedFile> expected, boolean required, DataReport report)
            throws IOException {
        for (int i = 0; i < expected.size(); i++) {
            ExpectedFile file = expected.get(i);
            report.progress("checksums", (double) i / expected.size());
            Optional<Path> found = file.in(folder);
            if (found.isPresent()) {
                report.note(found.get().getFileName() + ": " + file.verify(found.get()));
            } else if (required) {
                throw new NoSuchFileException(
                        folder.toString(), null, "the folder holds none of " + String.join(", ", file.names()));
            }
        }
    }
}
