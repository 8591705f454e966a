package io.github.lightcone.data.augment;

import java.util.Optional;

/**
 * How training examples differ from epoch to epoch.
 *
 * @param change of every example, if any
 * @param blends how many blends of two examples of a class are added to each epoch, at least 0; {@code change} acts on them too
 */
public record Variation(Optional<Augmentation> change, int blends) {

    /** Checks the number. */
    public Variation {
        if (blends < 0) {
            throw new IllegalArgumentException("blends = " + blends + ", must be at least 0");
        }
    }

    /** Returns no variation: every epoch has the same examples. */
    public static Variation none() {
        return new Variation(Optional.empty(), 0);
    }

    /** Returns a change of every example. */
    public static Variation of(Augmentation change) {
        return new Variation(Optional.of(change), 0);
    }
}
