package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.StringData;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads one-dimensional arrays of an HDF5 file. Whatever is wrong with the file becomes a {@link
 * MalformedDataException} that names it, and no array may claim more elements than the file has room for.
 */
final class Hdf5 implements Closeable {

    /** Shorter files are read into memory, longer ones mapped. */
    private static final long SHORT_FILE = 16L << 20;

    /** Deflate makes at most 1032 bytes of one. */
    private static final long MOST_COMPRESSED = 1032;

    private final Path file;
    private final long size;
    private final HdfFile content;
    private final Hdf5Guard guard;

    private Hdf5(Path file, long size, HdfFile content) {
        this.file = file;
        this.size = size;
        this.content = content;
        guard = new Hdf5Guard(content.getHdfBackingStorage());
    }

    /** Opens a file. Of one below 2 GB damaged lengths meet the end of its bytes and not the heap. */
    static Hdf5 open(Path file) throws IOException {
        if (Files.isDirectory(DataFiles.require(file))) {
            throw MalformedDataException.inFile(file, "is a folder, must be a file");
        }
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            return new Hdf5(file, size, explained(file, "the file", () -> new HdfFile(file)));
        }
        ByteBuffer bytes = size <= SHORT_FILE ? ByteBuffer.wrap(Files.readAllBytes(file)) : mapped(file, size);
        return new Hdf5(file, size, explained(file, "the file", () -> HdfFile.fromByteBuffer(bytes)));
    }

    private static ByteBuffer mapped(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, size);
        }
    }

    /** Returns whether there is an array of this path, such as {@code extra/keys}. */
    boolean has(String path) throws MalformedDataException {
        return explained(file, path, () -> find(path) instanceof Dataset);
    }

    /**
     * Returns a one-dimensional array, without its elements.
     *
     * @throws MalformedDataException if there is none
     */
    Array array(String path) throws MalformedDataException {
        Node node = explained(file, path, () -> find(path));
        if (!(node instanceof Dataset dataset)) {
            throw MalformedDataException.inFile(file, "data set '" + path + "' is missing");
        }
        long[] dimensions = explained(file, path, dataset::getDimensionsAsLong);
        if (dimensions.length != 1) {
            throw MalformedDataException.inFile(
                    file, "data set '" + path + "' has " + dimensions.length + " dimensions, must be 1");
        }
        long room = size
                / Math.max(1, explained(file, path, () -> dataset.getDataType().getSize()));
        if (dataset instanceof ChunkedDataset chunked) {
            room *= MOST_COMPRESSED;
            long chunk = Arrays.stream(explained(file, path, chunked::getChunkDimensions))
                    .asLongStream()
                    .reduce(1, (a, b) -> a * b);
            requireRoom(path, "chunk", chunk, room);
            requireRoom(path, "number of chunks", dimensions[0] / Math.max(1, chunk), size);
            explained(file, path, () -> {
                guard.checkChunks(chunked);
                return chunked;
            });
        }
        requireRoom(path, "length", dimensions[0], room);
        return new Array(path, dataset, (int) dimensions[0]);
    }

    private void requireRoom(String path, String what, long count, long room) throws MalformedDataException {
        if (count < 0 || count > Math.min(room, Integer.MAX_VALUE)) {
            throw MalformedDataException.inFile(
                    file,
                    "data set '" + path + "' has " + what + " " + count + ", must be at most "
                            + Math.min(room, Integer.MAX_VALUE) + " in a file of " + size + " bytes");
        }
    }

    /** Returns the node of a path, null if there is none. */
    private Node find(String path) {
        Node node = content;
        for (String name : path.split("/", -1)) {
            if (!(node instanceof Group group)) {
                return null;
            }
            guard.checkGroup(group.getAddress());
            node = group.getChild(name);
        }
        return node;
    }

    @Override
    public void close() {
        content.close();
    }

    /** A one-dimensional array of the file. */
    final class Array {

        private final String path;
        private final Dataset dataset;
        private final int length;

        private Array(String path, Dataset dataset, int length) {
            this.path = path;
            this.dataset = dataset;
            this.length = length;
        }

        int length() {
            return length;
        }

        /** Returns all elements: a Java array. */
        Object all() throws MalformedDataException {
            return explained(file, path, () -> checked(dataset.getData(), length));
        }

        /** Returns elements {@code from} to {@code from + count - 1}: a Java array. */
        Object slice(int from, int count) throws MalformedDataException {
            if (from == 0 && count == length) {
                return all();
            }
            return explained(file, path, () -> checked(dataset.getData(new long[] {from}, new int[] {count}), count));
        }

        /** Returns all elements as text; text of fixed length is read as UTF-8, whatever the file says of it. */
        List<String> texts() throws MalformedDataException {
            return explained(file, path, () -> {
                if (dataset instanceof ContiguousDataset contiguous
                        && dataset.getDataType() instanceof StringData text) {
                    return fixedTexts(contiguous.getBuffer(), text.getSize());
                }
                Object elements = checked(dataset.getData(), length);
                return IntStream.range(0, length)
                        .mapToObj(i -> java.lang.reflect.Array.get(elements, i).toString())
                        .toList();
            });
        }

        private List<String> fixedTexts(ByteBuffer bytes, int size) {
            List<String> texts = new ArrayList<>();
            byte[] element = new byte[size];
            for (int i = 0; i < length; i++) {
                bytes.get(element);
                String padded = new String(element, StandardCharsets.UTF_8);
                int end = padded.indexOf('\0');
                texts.add((end < 0 ? padded : padded.substring(0, end)).strip());
            }
            return texts;
        }

        private Object checked(Object elements, int count) {
            int found = elements == null ? 0 : java.lang.reflect.Array.getLength(elements);
            if (found != count) {
                throw new IllegalStateException(found + " elements stand there, must be " + count);
            }
            return elements;
        }
    }

    /** Something that the HDF5 library does. */
    private interface Work<T> {
        T run();
    }

    /** Does it; the library answers damage with unchecked exceptions of many kinds. */
    private static <T> T explained(Path file, String what, Work<T> work) throws MalformedDataException {
        try {
            return work.run();
        } catch (RuntimeException | StackOverflowError | LinkageError problem) {
            throw MalformedDataException.inFile(
                            file,
                            "is truncated, damaged or no HDF5 file: cannot read " + what + " (" + reason(problem) + ")")
                    .because(problem);
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
