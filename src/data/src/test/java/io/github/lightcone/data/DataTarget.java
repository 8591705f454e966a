package io.github.lightcone.data;

import io.github.lightcone.fuzz.FuzzTarget;

/** A reader of data, which says what is wrong in an exception of its own. */
public interface DataTarget extends FuzzTarget {

    @Override
    default boolean explains(Throwable problem) {
        return problem instanceof MalformedDataException;
    }
}
