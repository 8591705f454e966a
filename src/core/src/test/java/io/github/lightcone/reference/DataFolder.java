package io.github.lightcone.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds data sets that are not part of this repository: in the folder named by the environment variable
 * {@code LIGHTCONE_DATA}, or else in {@code ../shared/data} beside the checkout.
 */
public final class DataFolder {

    /** Environment variable that names the folder of all data sets. */
    public static final String VARIABLE = "LIGHTCONE_DATA";

    private DataFolder() {}

    /** Returns the folder of a data set; skips the test, with a message, where it is absent. */
    public static Path require(String dataSet) {
        Path folder = root().resolve(dataSet);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: there is no folder " + folder + "; set " + VARIABLE + " to the folder that holds '"
                        + dataSet + "'");
        return folder;
    }

    private static Path root() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return checkout().resolveSibling("shared").resolve("data");
    }

    private static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return here;
    }
}
