package io.github.lightcone.hardware.chip;

import java.util.Locale;

/** How time passes on a chip. */
public enum ChipTime {
    /** In steps: all neurons are updated once in each. */
    STEPS,
    /** Continuously, in analogue circuits; delays, where there are any, may still come in steps. */
    CONTINUOUS;

    /** Returns the name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
