package io.github.lightcone.data.audio;

import io.github.lightcone.data.MalformedDataException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads big-endian numbers, plain or from gzip, and counts bytes; every complaint names the file and the byte,
 * of the uncompressed data if the file is compressed.
 */
final class CountedInput implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private long position;

    CountedInput(Path file) throws IOException {
        this.file = file;
        InputStream bytes = Files.newInputStream(file);
        try {
            in = file.toString().endsWith(".gz")
                    ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER)
                    : new BufferedInputStream(bytes, BUFFER);
        } catch (EOFException | ZipException e) {
            bytes.close();
            throw damaged(e);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Returns the number of bytes read so far. */
    long position() {
        return position;
    }

    /** Returns the next byte, 0 to 255, or -1 at the end. */
    int readOrEnd() throws IOException {
        try {
            int value = in.read();
            position += value < 0 ? 0 : 1;
            return value;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Returns the next byte, 0 to 255. */
    int readByte(String what) throws IOException {
        int value = readOrEnd();
        if (value < 0) {
            throw malformed(position, "the file ends where " + what + " must stand");
        }
        return value;
    }

    /** Returns the next two bytes, 0 to 65535. */
    int readShort(String what) throws IOException {
        int high = readByte(what);
        return (high << 8) | readByte(what);
    }

    /** Returns the next four bytes. */
    int readInt(String what) throws IOException {
        int high = readShort(what);
        return (high << 16) | readShort(what);
    }

    /** Returns a complaint about a byte. */
    MalformedDataException malformed(long offset, String problem) {
        return MalformedDataException.atByte(file, offset, problem);
    }

    private MalformedDataException damaged(IOException cause) {
        return malformed(position, "truncated or damaged: " + cause.getMessage())
                .because(cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
