package io.github.lightcone.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A binary file around a saved run: a magic number and the version of the format, the content, and a
 * checksum of all before it. Numbers are little-endian. It appears under its name when it is complete and
 * on disk, and is checked to its end before any of its content is used.
 */
final class SnapshotFile {

    /** "LCONERUN" as bytes. */
    private static final long MAGIC = 0x4e5552454e4f434cL;

    /** To be raised whenever the meaning of any byte changes. */
    private static final int VERSION = 2;

    private static final int START = Long.BYTES + Integer.BYTES;
    private static final int CHECKSUM = Integer.BYTES;

    private SnapshotFile() {}

    /** Uses the content of a file. */
    @FunctionalInterface
    interface Use<T> {
        /** Reads all there is. */
        T read(StateReader in) throws IOException;
    }

    /**
     * Writes a file, in place of the one of this name if there is one.
     *
     * @throws IOException if it cannot be written; then nothing has changed
     */
    static void write(Path file, Consumer<StateWriter> content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "is a folder, must be a file");
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.isDirectory(place.getParent())) {
            throw new NoSuchFileException(file.toString(), null, "there is no folder " + place.getParent());
        }
        String suffix =
                Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
        Path temporary = place.resolveSibling("." + place.getFileName() + ".tmp-" + suffix);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(Channels.newOutputStream(channel), content);
                channel.force(true);
            }
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes the bytes of a file; does not close them. */
    static void write(OutputStream target, Consumer<StateWriter> content) throws IOException {
        CheckedOutputStream bytes = new CheckedOutputStream(target, new CRC32C());
        StateWriter out = new StateWriter(bytes);
        try {
            out.put(MAGIC);
            out.put(VERSION);
            content.accept(out);
            out.flush();
            out.put((int) bytes.getChecksum().getValue());
            out.flush();
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException naming the file, if it is no snapshot, damaged, or {@code use} throws; before
     *     {@code use} is called unless the latter
     */
    static <T> T read(Path file, Use<T> use) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(channel, file);
            channel.position(START);
            return use.read(new StateReader(Channels.newInputStream(channel)));
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private static void check(FileChannel channel, Path file) throws IOException {
        long size = channel.size();
        if (size < START + CHECKSUM) {
            throw new IOException(file + ": is no snapshot of a run, or was cut off: it has " + size + " bytes");
        }
        StateReader start = new StateReader(Channels.newInputStream(channel));
        if (start.getLong() != MAGIC) {
            throw new IOException(file + ": is no snapshot of a run");
        }
        int version = start.getInt();
        if (version != VERSION) {
            throw new IOException(file + ": is a snapshot in format " + version + ", must be in format " + VERSION);
        }
        channel.position(size - CHECKSUM);
        int expected = new StateReader(Channels.newInputStream(channel)).getInt();
        if (checksum(channel, size - CHECKSUM) != expected) {
            throw new IOException(file + ": is damaged or cut off: its checksum is wrong");
        }
    }

    private static int checksum(FileChannel channel, long size) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(StateWriter.BUFFER);
        channel.position(0);
        for (long left = size; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(left, buffer.capacity()));
            if (channel.read(buffer) < 0) {
                break; // somebody has just cut it off
            }
            checksum.update(buffer.flip());
        }
        return (int) checksum.getValue();
    }
}
