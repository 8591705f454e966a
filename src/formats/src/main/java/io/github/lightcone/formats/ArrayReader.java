package io.github.lightcone.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file of named arrays that is being read. A shape that is asked for is compared with what the file declares before
 * any room is made for the elements.
 */
public interface ArrayReader {

    /** Returns the file, for messages. */
    Path file();

    /** Returns the names of all arrays. */
    Set<String> names() throws IOException;

    /** Returns the length of an array's first dimension. */
    int length(String name) throws IOException;

    /** Returns a text. */
    String text(String name) throws IOException;

    /**
     * Returns numbers of 64 or 32 bits.
     *
     * @param shape what the lengths of the dimensions must be
     */
    double[] doubles(String name, int... shape) throws IOException;

    /** Returns integers of one dimension that fit into 32 bits. */
    int[] ints(String name, int length) throws IOException;

    /** Returns integers of one dimension. */
    long[] longs(String name, int length) throws IOException;

    /**
     * Throws unless there are arrays of just these names.
     *
     * @throws FormatException that names one that is missing, or one too many
     */
    default void requireNames(Set<String> wanted) throws IOException {
        Set<String> found = names();
        for (String name : wanted) {
            if (!found.contains(name)) {
                throw FormatException.inFile(
                        file(), "array '" + name + "' is missing; there are " + Messages.list(found));
            }
        }
        for (String name : found) {
            if (!wanted.contains(name)) {
                throw FormatException.inFile(
                        file(), "array " + Messages.quote(name) + " is unknown; allowed are " + Messages.list(wanted));
            }
        }
    }
}
