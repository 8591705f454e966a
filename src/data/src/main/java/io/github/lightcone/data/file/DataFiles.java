package io.github.lightcone.data.file;

import io.github.lightcone.data.MalformedDataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds and opens data files. */
public final class DataFiles {

    private static final int BUFFER = 1 << 16;

    private DataFiles() {}

    /**
     * Returns a path if it is a file, or the first of the names that stands in it if it is a folder.
     *
     * @throws NoSuchFileException if there is no such file
     */
    public static Path find(Path path, List<String> names) throws NoSuchFileException {
        if (!Files.isDirectory(path)) {
            return require(path);
        }
        for (String name : names) {
            if (Files.exists(path.resolve(name))) {
                return path.resolve(name);
            }
        }
        throw new NoSuchFileException(path.toString(), null, "the folder holds none of " + String.join(", ", names));
    }

    /**
     * Returns a path.
     *
     * @throws NoSuchFileException if there is nothing there
     */
    public static Path require(Path path) throws NoSuchFileException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        return path;
    }

    /**
     * Opens a file, decompressed if its name ends in {@code .gz}. What {@link #damaged} explains may be thrown
     * while it is read.
     *
     * @throws MalformedDataException if it should be compressed by gzip and is not
     */
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(require(file))) {
            throw MalformedDataException.inFile(file, "is a folder, must be a file");
        }
        InputStream bytes = Files.newInputStream(file);
        if (!file.toString().endsWith(".gz")) {
            return new BufferedInputStream(bytes, BUFFER);
        }
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (IOException problem) {
            bytes.close();
            throw damaged(file, 0, problem);
        }
    }

    /**
     * Returns a failure to read as an exception that names the file and the place.
     *
     * @param offset bytes that could be read before
     */
    public static IOException damaged(Path file, long offset, IOException problem) {
        if (problem instanceof EOFException) {
            return MalformedDataException.atByte(
                            file, offset, "the file is cut off in the middle of its compressed data")
                    .because(problem);
        }
        if (problem instanceof ZipException) {
            return MalformedDataException.atByte(
                            file, offset, "the compressed data is damaged: " + problem.getMessage())
                    .because(problem);
        }
        return problem;
    }
}
