package io.github.lightcone.cli.train;

import io.github.lightcone.formats.AtomicFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that always holds one complete state: all of its files belong to the last saved epoch, whenever
 * the process is killed, and before the first epoch is saved there is no folder.
 *
 * <pre>
 *     RUN/network       -&gt; .current/network             links that never change
 *     RUN/metrics.json  -&gt; .current/metrics.json
 *     RUN/.current      -&gt; .epoch-12                    the link that is switched, in one step
 *     RUN/.epoch-12/network/, metrics.json ...         the files of epoch 12
 * </pre>
 *
 * <p>A new epoch is written beside the run folder, moved in when it is complete, and made the current one
 * by renaming a link over {@code .current}; then the former epoch is moved out and deleted. A process that
 * is killed meanwhile may leave hidden files {@code .RUN.*} beside the run folder and another {@code .epoch-12}
 * in it; whoever goes on with the run deletes them.
 */
final class RunFolder {

    private static final String CURRENT = ".current";
    private static final String EPOCH = "\\.epoch-\\d+\\+?";
    private static final String TEMPORARY = "(\\.tmp-[0-9a-f]+)*";

    private final Path requested;
    private final boolean mayRename;
    private final List<String> names;
    private Path folder;
    private String epochName;
    private boolean tidied;

    private RunFolder(Path requested, boolean mayRename, List<String> names) {
        this.requested = requested;
        this.mayRename = mayRename;
        this.names = names;
    }

    /**
     * Prepares a folder of a given name.
     *
     * @param names files and folders that an epoch consists of; those that the first has not, no other has
     * @throws FileAlreadyExistsException if there is something of this name
     * @throws IOException if no folder can be made there
     */
    static RunFolder at(Path path, String... names) throws IOException {
        AtomicFiles.requireFolderPlace(path);
        return new RunFolder(path, false, List.of(names));
    }

    /**
     * Prepares a folder {@code prefix-1}, or with the first number that is free when it is first saved.
     *
     * @throws IOException if no folder can be made there
     */
    static RunFolder numbered(Path prefix, String... names) throws IOException {
        int number = 1;
        while (Files.exists(numbered(prefix, number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        AtomicFiles.requireFolderPlace(numbered(prefix, number));
        return new RunFolder(prefix, true, List.of(names));
    }

    /**
     * Goes on with a folder that was saved before.
     *
     * @throws IOException if there is no run in it
     */
    static RunFolder existing(Path path, String... names) throws IOException {
        Path current = path.resolve(CURRENT);
        if (!Files.isSymbolicLink(current)) {
            throw new NoSuchFileException(
                    path.toString(),
                    null,
                    Files.isDirectory(path)
                            ? "holds no run: there is no link " + CURRENT
                            : "there is no such run; there is none before its first epoch is saved");
        }
        RunFolder run = new RunFolder(path, false, List.of(names));
        run.folder = path;
        run.epochName = Files.readSymbolicLink(current).toString();
        return run;
    }

    private static Path numbered(Path prefix, int number) {
        return prefix.resolveSibling(prefix.getFileName() + "-" + number);
    }

    /** Returns the folder, or null while nothing is saved. */
    Path path() {
        return folder;
    }

    /**
     * Saves an epoch in place of the one before.
     *
     * @param action writes all files of the epoch into the folder it is given
     * @throws IOException if that fails; the folder then holds the epoch before
     */
    void save(int epoch, AtomicFiles.FolderAction action) throws IOException {
        if (folder == null) {
            folder = create(epoch, action);
        } else {
            replace(epoch, action);
        }
    }

    private Path create(int epoch, AtomicFiles.FolderAction action) throws IOException {
        for (int number = 1; ; number++) {
            Path path = mayRename ? numbered(requested, number) : requested;
            if (mayRename && Files.exists(path)) {
                continue;
            }
            try {
                AtomicFiles.createFolder(path, inside -> fill(inside, epoch, action));
                return path;
            } catch (FileAlreadyExistsException taken) {
                if (!mayRename) {
                    throw taken;
                }
            }
        }
    }

    private void fill(Path inside, int epoch, AtomicFiles.FolderAction action) throws IOException {
        epochName = name(epoch);
        action.write(Files.createDirectory(inside.resolve(epochName)));
        Files.createSymbolicLink(inside.resolve(CURRENT), Path.of(epochName));
        for (String name : names) {
            if (Files.exists(inside.resolve(epochName).resolve(name))) {
                Files.createSymbolicLink(inside.resolve(name), Path.of(CURRENT, name));
            }
        }
    }

    private void replace(int epoch, AtomicFiles.FolderAction action) throws IOException {
        if (!tidied) {
            tidy();
            tidied = true;
        }
        String newName = name(epoch).equals(epochName) ? name(epoch) + "+" : name(epoch);
        Path fresh = beside(newName);
        AtomicFiles.createFolder(fresh, action);
        Files.move(fresh, folder.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
        Path link = Files.createSymbolicLink(beside("current"), Path.of(newName));
        Files.move(link, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        Path former = beside("former");
        Files.move(folder.resolve(epochName), former, StandardCopyOption.ATOMIC_MOVE);
        epochName = newName;
        AtomicFiles.delete(former);
    }

    /** Deletes what a process that was killed while it saved left in the folder and beside it. */
    private void tidy() throws IOException {
        String own = Pattern.quote(folder.getFileName().toString());
        delete(folder, "\\.*" + EPOCH + TEMPORARY, epochName);
        delete(
                folder.toAbsolutePath().getParent(),
                "\\.+" + own + "(" + EPOCH + "|\\.current|\\.former)" + TEMPORARY,
                "");
    }

    private static void delete(Path place, String pattern, String except) throws IOException {
        List<Path> doomed;
        try (Stream<Path> paths = Files.list(place)) {
            doomed = paths.filter(path -> path.getFileName().toString().matches(pattern))
                    .filter(path -> !path.getFileName().toString().equals(except))
                    .toList();
        }
        for (Path path : doomed) {
            AtomicFiles.delete(path);
        }
    }

    private static String name(int epoch) {
        return ".epoch-" + epoch;
    }

    private Path beside(String name) {
        return folder.resolveSibling("." + folder.getFileName() + "." + name.replaceFirst("^\\.", ""));
    }
}
