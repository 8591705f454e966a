package io.github.lightcone.data.file;

import java.util.Locale;

/** A part that a data set is published in. */
public enum Split {
    /** Examples to train on. */
    TRAIN,
    /** Examples to choose settings by. */
    VALIDATION,
    /** Examples to report results on. */
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
