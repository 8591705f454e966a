package io.github.lightcone.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A parser. Implementations are listed in {@code META-INF/services} of the tests of their module. */
public interface FuzzTarget {

    /** Returns what the command line calls it. */
    String name();

    /**
     * Returns small files that together have every feature.
     *
     * @param folder that is empty, and its own for as long as it runs
     */
    List<FuzzSeed> seeds(Path folder) throws IOException;

    /**
     * Reads a damaged file.
     *
     * @param seed what it was before
     * @param folder that {@link #seeds} was given
     * @throws IOException if the parser says what is wrong; any other exception has to be an {@link #explains}
     */
    void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException;

    /** Returns whether an exception is an answer to a damaged file that the parser documents. */
    default boolean explains(Throwable problem) {
        return problem instanceof IOException;
    }

    /** Returns pieces of text that are spliced in, such as keywords and numbers out of range. */
    default List<String> words() {
        return List.of();
    }

    /**
     * Makes checksums right, so that the parser looks further.
     *
     * @param damaged Modified.
     * @param valid what it was before
     */
    default void repair(byte[] damaged, byte[] valid) {}
}
