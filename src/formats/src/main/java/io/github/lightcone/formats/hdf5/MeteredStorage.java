package io.github.lightcone.formats.hdf5;

import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of an HDF5 file, and a limit to how much of them is read in all. Parts of a damaged file may refer to one
 * another in circles, or many times to the same part: whoever follows them soon reaches the limit.
 */
final class MeteredStorage implements HdfBackingStorage {

    /** The order of all bytes but those of elements. */
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final long COST_OF_A_READ = 64;
    private static final long MOST_READINGS = 16;
    private static final long ALLOWANCE = 4 << 20;

    private final ByteBuffer bytes;
    private final Superblock superblock;
    private final AtomicLong left;

    MeteredStorage(ByteBuffer bytes, Superblock superblock) {
        this.bytes = bytes;
        this.superblock = superblock;
        left = new AtomicLong(ALLOWANCE + MOST_READINGS * bytes.capacity());
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return mapNoOffset(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return mapNoOffset(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        if (address < 0 || length < 0 || address > size() || length > size() - address) {
            throw new IllegalStateException(length + " bytes from byte " + address + ", it has " + size());
        }
        spend(COST_OF_A_READ + length);
        ByteBuffer part = bytes.slice((int) address, (int) length).order(ORDER);
        IndexHeader.check(part, getSizeOfOffsets(), getSizeOfLengths(), size());
        return part;
    }

    /** Takes bytes that are about to be copied off what may still be read. */
    void spend(long count) {
        if (left.addAndGet(-count) < 0) {
            throw new IllegalStateException("its parts refer to one another in circles, or too often");
        }
    }

    @Override
    public long getUserBlockSize() {
        return 0;
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("no channel to bytes in memory");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        // nothing to close: the bytes are in memory
    }

    @Override
    public long size() {
        return bytes.capacity();
    }

    @Override
    public boolean inMemory() {
        return true;
    }
}
