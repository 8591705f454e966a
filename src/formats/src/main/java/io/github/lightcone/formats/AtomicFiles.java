package io.github.lightcone.formats;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes files and folders so that nobody ever sees half of one, whenever the process ends.
 *
 * <p>The content goes to a hidden sibling, {@code .NAME.tmp-} and a random suffix, which is moved to its
 * place when it is complete and on disk. If writing fails the sibling is removed; if the process is
 * killed it stays behind and may be deleted.
 */
public final class AtomicFiles {

    private static final int BUFFER = 1 << 16;

    private AtomicFiles() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all bytes of a file, without closing it. */
        void write(Path file, OutputStream out) throws IOException;
    }

    /** Writes text. */
    @FunctionalInterface
    public interface TextAction {
        /** Writes the whole content; need neither flush nor close. */
        void write(Writer out) throws IOException;
    }

    /** Fills a folder. */
    @FunctionalInterface
    public interface FolderAction {
        /** Writes all files into {@code folder}, which exists and is empty. */
        void write(Path folder) throws IOException;
    }

    /**
     * Writes a UTF-8 text file in place of the one of this name, if there is one; compressed if the name
     * ends in {@code .gz}. A device or a pipe is written to as it stands.
     *
     * @throws IOException if {@code action} fails or the file cannot be written; then nothing has changed
     */
    public static void write(Path file, TextAction action) throws IOException {
        writeAll(Map.of(file, text(action)));
    }

    /** Returns text as the content of a file: UTF-8, compressed if the name of the file ends in {@code .gz}. */
    public static Content text(TextAction action) {
        return (file, out) -> writeText(file, out, action);
    }

    /**
     * Writes several files as {@link #write} writes one. All are complete and on disk before the first is
     * moved to its place.
     *
     * @param contents by file, no two of them the same
     * @throws IOException if one of them cannot be written; then nothing has changed
     */
    public static void writeAll(Map<Path, Content> contents) throws IOException {
        for (Path file : contents.keySet()) {
            requireFileInFolder(file);
        }
        Map<Path, Path> temporaries = new LinkedHashMap<>();
        try {
            for (Path file : contents.keySet()) {
                if (isNewOrRegular(file)) {
                    Path place = replacedBy(file);
                    Path temporary = temporarySibling(place);
                    temporaries.put(temporary, place);
                    writeAndForce(file, temporary, contents.get(file));
                }
            }
            for (Path file : contents.keySet()) {
                if (!isNewOrRegular(file)) {
                    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                        contents.get(file).write(file, out);
                    }
                }
            }
            for (Map.Entry<Path, Path> complete : temporaries.entrySet()) {
                move(complete.getKey(), complete.getValue());
            }
        } catch (Throwable problem) {
            for (Path temporary : temporaries.keySet()) {
                deleteAfter(problem, temporary);
            }
            throw problem;
        }
    }

    private static boolean isNewOrRegular(Path file) {
        return !Files.exists(file) || Files.isRegularFile(file);
    }

    /** Of a link, the file it points to is replaced, not the link. */
    private static Path replacedBy(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    /**
     * Writes a text file where there is none yet.
     *
     * @throws FileAlreadyExistsException if there is one
     * @throws IOException if {@code action} fails or the file cannot be written; then nothing has changed
     * @see #write
     */
    public static void create(Path file, TextAction action) throws IOException {
        requireAbsentFile(file);
        write(file, action);
    }

    /**
     * Checks ahead of the work what {@link #write} would find wrong with a place. Makes a hidden file there
     * and deletes it: nothing else tells for certain whether it can be done.
     *
     * @throws FileSystemException if it is a folder, in a folder that does not exist, or not to be written
     */
    public static void requirePlace(Path file) throws IOException {
        requireFileInFolder(file);
        if (isNewOrRegular(file)) {
            Path temporary = temporarySibling(replacedBy(file));
            try {
                Files.createFile(temporary);
                Files.delete(temporary);
            } catch (FileSystemException problem) {
                throw about(file, problem);
            }
        }
    }

    private static void requireFileInFolder(Path file) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "is a folder, must be a file");
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new NoSuchFileException(file.toString(), null, "there is no folder " + parent);
        }
    }

    /**
     * Checks ahead of the work what {@link #createFolder} would find wrong with a place.
     *
     * @throws FileSystemException if there is something already, or no folder can be made there
     */
    public static void requireFolderPlace(Path folder) throws IOException {
        requireAbsent(folder);
        Path parent = folder.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new FileSystemException(folder.toString(), null, parent + " is a file, must be a folder");
        }
        Path temporary = temporarySibling(parent.resolve(folder.getFileName()));
        try {
            Files.createDirectory(temporary);
            Files.delete(temporary);
        } catch (FileSystemException problem) {
            throw about(folder, problem);
        }
    }

    /**
     * Checks ahead of the work what {@link #create} would find wrong with a place.
     *
     * @throws FileSystemException if there is a file, or {@link #requirePlace} finds something
     */
    public static void requireAbsentFile(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            throw exists(file);
        }
        requirePlace(file);
    }

    /**
     * Writes a folder where there is none yet, and the folders above it.
     *
     * @param action fills a folder of another name, which then becomes {@code folder}
     * @throws FileAlreadyExistsException if a file or folder of this name exists, even an empty one
     * @throws IOException if {@code action} fails or the folder cannot be written; then there is no folder
     */
    public static void createFolder(Path folder, FolderAction action) throws IOException {
        requireAbsent(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path temporary = temporarySibling(folder);
        try {
            createDirectory(folder, temporary);
            action.write(temporary);
            requireAbsent(folder);
            try {
                move(temporary, folder);
            } catch (DirectoryNotEmptyException late) {
                throw exists(folder);
            }
        } catch (Throwable problem) {
            deleteAfter(problem, temporary);
            throw problem;
        }
    }

    /** Throws if there is a file or folder of this name. */
    public static void requireAbsent(Path path) throws FileAlreadyExistsException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(path);
        }
    }

    /** Deletes a file, or a folder with all it holds; what it held vanishes at once, not file by file. */
    public static void delete(Path path) throws IOException {
        Path doomed = temporarySibling(path);
        move(path, doomed);
        deleteTree(doomed);
    }

    private static FileAlreadyExistsException exists(Path path) {
        return new FileAlreadyExistsException(path.toString(), null, "exists already");
    }

    private static Path temporarySibling(Path place) {
        Path name = place.getFileName();
        // Not a temporary file of the JDK's making: that one would stay unreadable to others.
        String suffix =
                Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
        return place.resolveSibling("." + (name == null ? "" : name) + ".tmp-" + suffix);
    }

    private static void createDirectory(Path folder, Path temporary) throws IOException {
        try {
            Files.createDirectory(temporary);
        } catch (FileSystemException problem) {
            throw about(folder, problem);
        }
    }

    /** Returns a failure of the hidden file as one of the file that it stands for. */
    private static FileSystemException about(Path file, FileSystemException problem) {
        String reason = problem instanceof AccessDeniedException
                ? "access denied"
                : problem.getReason() == null ? "no files can be made there" : problem.getReason();
        FileSystemException explained =
                new FileSystemException(file.toString(), null, "cannot be written (" + reason + ")");
        explained.initCause(problem);
        return explained;
    }

    private static void writeAndForce(Path file, Path temporary, Content content) throws IOException {
        try (FileChannel channel = open(file, temporary)) {
            content.write(file, Channels.newOutputStream(channel));
            // Otherwise a power failure after the move could leave the new name with nothing in it.
            channel.force(true);
        }
    }

    private static FileChannel open(Path file, Path temporary) throws IOException {
        try {
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException problem) {
            throw about(file, problem);
        }
    }

    private static void writeText(Path place, OutputStream bytes, TextAction action) throws IOException {
        OutputStream open = new UnclosedStream(bytes);
        OutputStream target = place.toString().endsWith(".gz")
                ? new GZIPOutputStream(open, BUFFER)
                : new BufferedOutputStream(open, BUFFER);
        // An encoder of its own reports what UTF-8 cannot hold; given a charset, the writer would replace it.
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8.newEncoder()), BUFFER)) {
            action.write(out);
        }
    }

    /** Stays open when those that write through it are closed. */
    private static final class UnclosedStream extends FilterOutputStream {

        UnclosedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteAfter(Throwable problem, Path temporary) {
        try {
            deleteTree(temporary);
        } catch (IOException second) {
            problem.addSuppressed(second);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
