package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.RegularFile;
import io.jhdf.GlobalHeap;
import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The bytes of a file, where its root group is, and what is said when something in it is wrong. */
final class Hdf5Source {

    /** Shorter files are read into memory, longer ones mapped. */
    private static final long SHORT_FILE = 16L << 20;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int SMALLEST_USER_BLOCK = 512;
    private static final int MOST_HEAPS = 16;

    private final Path file;
    private final MeteredStorage storage;
    private final long root;
    private final Map<Long, GlobalHeap> heaps = new HashMap<>();

    private Hdf5Source(Path file, MeteredStorage storage, long root) {
        this.file = file;
        this.storage = storage;
        this.root = root;
    }

    /**
     * Opens a file below 2 GB. Damaged lengths within it meet the end of its bytes and not the heap.
     *
     * @throws FormatException if there is none, or it is not HDF5
     */
    static Hdf5Source open(Path file) throws IOException {
        RegularFile.require(file);
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            throw FormatException.inFile(file, "has " + size + " bytes, must have at most " + Integer.MAX_VALUE);
        }
        ByteBuffer bytes = size <= SHORT_FILE ? ByteBuffer.wrap(Files.readAllBytes(file)) : mapped(file, size);
        return explained(file, "", () -> of(file, bytes));
    }

    private static ByteBuffer mapped(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, size);
        }
    }

    private static Hdf5Source of(Path file, ByteBuffer bytes) {
        int start = start(bytes);
        ByteBuffer content = bytes.slice(start, bytes.capacity() - start);
        Superblock superblock = Superblock.readSuperblock(content.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        requireSize("offsets", superblock.getSizeOfOffsets());
        requireSize("lengths", superblock.getSizeOfLengths());
        if (superblock.getBaseAddressByte() != start) {
            throw new IllegalStateException(
                    "addresses count from byte " + superblock.getBaseAddressByte() + ", must from " + start);
        }
        MeteredStorage storage = new MeteredStorage(content, superblock);
        if (superblock instanceof SuperblockV0V1 old) {
            long address = old.getRootGroupSymbolTableAddress();
            return new Hdf5Source(file, storage, new SymbolTableEntry(storage, address).getObjectHeaderAddress());
        }
        return new Hdf5Source(file, storage, ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress());
    }

    /** A block of the user's may come first; the format begins at byte 0, 512, 1024, 2048 ... */
    private static int start(ByteBuffer bytes) {
        ByteBuffer signature = ByteBuffer.wrap(SIGNATURE);
        long last = (long) bytes.capacity() - SIGNATURE.length;
        for (long start = 0; start <= last; start = Math.max(SMALLEST_USER_BLOCK, 2 * start)) {
            if (bytes.slice((int) start, SIGNATURE.length).equals(signature)) {
                return (int) start;
            }
        }
        throw new IllegalStateException("no signature of HDF5");
    }

    private static void requireSize(String what, int bytes) {
        if (bytes != Integer.BYTES && bytes != Long.BYTES) {
            throw new IllegalStateException(what + " of " + bytes + " bytes, must be 4 or 8");
        }
    }

    Path file() {
        return file;
    }

    MeteredStorage storage() {
        return storage;
    }

    /** Returns the address of the group that holds all. */
    long root() {
        return root;
    }

    /** Returns the heap that texts of any length are in. */
    GlobalHeap heap(long address) {
        if (heaps.size() == MOST_HEAPS) {
            heaps.clear();
        }
        return heaps.computeIfAbsent(address, a -> new GlobalHeap(storage, a));
    }

    /** Returns an exception about what stands at a path: {@code FILE: '/PATH' PROBLEM}. */
    FormatException error(String path, String problem) {
        return FormatException.inFile(file, Messages.quote("/" + path) + " " + problem);
    }

    /** Does what the HDF5 library is asked to; it answers damage with unchecked exceptions of many kinds. */
    <T> T explained(String path, Supplier<T> work) throws FormatException {
        return explained(file, path, work);
    }

    private static <T> T explained(Path file, String path, Supplier<T> work) throws FormatException {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | LinkageError problem) {
            throw FormatException.inFile(
                    file,
                    "is truncated, damaged or no HDF5 file: cannot read " + Messages.quote("/" + path) + " ("
                            + Messages.printable(reason(problem), 200) + ")",
                    problem);
        }
    }

    /** The innermost cause says what happened. */
    private static String reason(Throwable problem) {
        Throwable innermost = problem;
        for (int depth = 0; innermost.getCause() != null && depth < 20; depth++) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }
}
