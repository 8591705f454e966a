package io.github.lightcone.formats;

import java.io.IOException;

/** A file of named arrays that is being written. Every name is given once. */
public interface ArrayWriter {

    /** Writes a text. */
    void text(String name, String value) throws IOException;

    /**
     * Writes numbers.
     *
     * @param shape lengths of the dimensions, the last one running fastest; one or two
     */
    void doubles(String name, double[] values, int... shape) throws IOException;

    /** Writes integers of 32 bits, in one dimension. */
    void ints(String name, int[] values) throws IOException;

    /** Writes integers of 64 bits, in one dimension. */
    void longs(String name, long[] values) throws IOException;
}
