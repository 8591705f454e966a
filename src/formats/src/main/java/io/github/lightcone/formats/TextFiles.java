package io.github.lightcone.formats;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FilterReader;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens UTF-8 text, compressed if its name ends in {@code .gz}, and says plainly why it cannot be read. */
final class TextFiles {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFiles() {}

    /** Returns the file of this name in a folder, or else its compressed form. */
    static Path find(Path folder, String name) throws FormatException {
        Path plain = folder.resolve(name);
        Path compressed = folder.resolve(name + ".gz");
        if (!Files.exists(compressed)) {
            return plain;
        }
        if (Files.exists(plain)) {
            throw FormatException.inFile(compressed, "stands beside " + plain + ", must be the only one of the two");
        }
        return compressed;
    }

    /** Opens a file for reading, behind its byte order mark if it has one. */
    static ObservedReader open(Path file) throws FormatException {
        InputStream in = null;
        try {
            if (Files.notExists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            if (Files.isDirectory(file)) {
                throw FormatException.inFile(file, "is a folder, must be a file");
            }
            // Of a pipe, the other kind of stream would want to know its length.
            in = Files.isRegularFile(file) ? Files.newInputStream(file) : new FileInputStream(file.toFile());
            InputStream bytes = file.toString().endsWith(".gz")
                    ? new GZIPInputStream(in, BUFFER)
                    : new BufferedInputStream(in, BUFFER);
            // A decoder of its own reports what is not UTF-8; given a charset, the reader would replace it.
            Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
            return new ObservedReader(text);
        } catch (IOException problem) {
            closeQuietly(in, problem);
            throw explain(file, problem);
        }
    }

    /** Returns the whole text of a file. */
    static String read(Path file) throws FormatException {
        try (Reader reader = open(file)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[BUFFER];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        } catch (IOException problem) {
            throw explain(file, problem);
        }
    }

    /** Returns a failure to read as an exception that names the file and the reason. */
    static FormatException explain(Path file, IOException problem) {
        if (problem instanceof FormatException known) {
            return known;
        }
        return FormatException.inFile(file, reason(problem), problem);
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
            return "is not a whole gzip file (" + problem.getMessage() + ")";
        }
        if (problem instanceof CharacterCodingException) {
            return "is not UTF-8 text";
        }
        return "cannot be read (" + Messages.printable(String.valueOf(problem.getMessage()), 200) + ")";
    }

    private static void closeQuietly(InputStream in, IOException problem) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException second) {
                problem.addSuppressed(second);
            }
        }
    }

    /** Skips a byte order mark and remembers the last character. */
    static final class ObservedReader extends FilterReader {

        private boolean started;
        private boolean ended;
        private int last = '\n';

        private ObservedReader(Reader in) {
            super(in);
        }

        /** Returns whether the end has been reached, and there was no line break before it. */
        boolean endsWithinLine() {
            return ended && last != '\n' && last != '\r';
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!started) {
                started = true;
                int first = in.read();
                if (first < 0) {
                    ended = true;
                    return -1;
                }
                if (first != BYTE_ORDER_MARK && length > 0) {
                    buffer[offset] = (char) first;
                    last = first;
                    return 1;
                }
            }
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                last = buffer[offset + n - 1];
            }
            ended |= n < 0;
            return n;
        }
    }
}
