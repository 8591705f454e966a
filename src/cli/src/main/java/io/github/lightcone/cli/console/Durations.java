package io.github.lightcone.cli.console;

import java.util.Locale;

/** Lengths of time for people. */
public final class Durations {

    private Durations() {}

    /** Returns a time such as {@code 1:05} or {@code 2:03:00}. */
    public static String text(double seconds) {
        long whole = Math.round(seconds);
        long hours = whole / 3600;
        long minutes = whole / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
    }
}
