package io.github.lightcone.cli.metrics;

/** What runs. */
public final class Versions {

    private Versions() {}

    /** Returns the version of Lightcone in the jar's manifest; classes run from a folder have none. */
    public static String lightcone() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** Returns the version of Java. */
    public static String java() {
        return Runtime.version().toString();
    }
}
