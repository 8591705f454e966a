package io.github.lightcone.structure.file;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Opens UTF-8 text, and says plainly why something cannot be read. */
final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /** Opens a file, behind its byte order mark if it has one. */
    static BufferedReader open(Path file) throws GraphFileException {
        try {
            if (Files.isDirectory(file)) {
                throw GraphFileException.inFile(file.toString(), "is a folder, must be a file");
            }
            return open(Files.newInputStream(file));
        } catch (IOException problem) {
            throw explain(file.toString(), problem);
        }
    }

    /** Returns text, behind its byte order mark if it has one. */
    static BufferedReader open(InputStream in) throws IOException {
        // A decoder of its own reports what is not UTF-8; given a charset, the reader would replace it.
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException problem) {
            closeQuietly(reader, problem);
            throw problem;
        }
    }

    private static void closeQuietly(Reader reader, IOException problem) {
        try {
            reader.close();
        } catch (IOException second) {
            problem.addSuppressed(second);
        }
    }

    /** Returns the size of a file, bytes. */
    static long size(Path file) throws GraphFileException {
        try {
            return Files.size(file);
        } catch (IOException problem) {
            throw explain(file.toString(), problem);
        }
    }

    /** Returns a failure to read as an exception that names the file and the reason. */
    static GraphFileException explain(String file, IOException problem) {
        if (problem instanceof GraphFileException known) {
            return known;
        }
        return GraphFileException.inFile(file, reason(problem), problem);
    }

    private static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (problem instanceof AccessDeniedException || problem instanceof FileNotFoundException) {
            return "may not be read";
        }
        if (problem instanceof EOFException) {
            return "is cut off in the middle of its compressed data";
        }
        if (problem instanceof ZipException) {
            return "is not a whole zip file (" + GraphFileException.printable(problem.getMessage()) + ")";
        }
        if (problem instanceof CharacterCodingException) {
            return "is not UTF-8 text";
        }
        return "cannot be read (" + GraphFileException.printable(String.valueOf(problem.getMessage())) + ")";
    }
}
