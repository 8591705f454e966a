package io.github.lightcone.cli.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sees to it that a run is resumed by one process at a time. The file that carries the lock stays behind; the lock
 * itself ends with the process, however that ends.
 */
final class RunLock implements AutoCloseable {

    static final String FILE = ".lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a run folder.
     *
     * @throws IOException if another process has locked it, or it cannot be written to
     */
    static RunLock of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Locked by this process: the same as by another.
        }
        channel.close();
        throw new IOException(folder + " is being resumed by another process; nothing was changed");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
