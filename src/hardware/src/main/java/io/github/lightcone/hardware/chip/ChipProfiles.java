package io.github.lightcone.hardware.chip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The profiles that come with the library, and those in files. */
public final class ChipProfiles {

    /** The longest file that is read, bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final List<String> SHIPPED =
            List.of("loihi-2", "spinnaker-1", "spinnaker-2", "brainscales-2", "dynap-se2", "xylo-audio-2");

    private ChipProfiles() {}

    /** Returns the names of the profiles that come with the library. */
    public static List<String> names() {
        return SHIPPED;
    }

    /**
     * Returns a profile that comes with the library, or one in a file.
     *
     * @param nameOrFile what ends in .yaml, .yml or .json is a file
     * @throws IllegalArgumentException if there is none of this name, or if the file is no profile; the message
     *     names the field, the value and what is allowed
     * @throws IOException if the file cannot be read
     */
    public static ChipProfile find(String nameOrFile) throws IOException {
        if (nameOrFile.matches("(?i).*\\.(yaml|yml|json)")) {
            return ProfileReader.parse(nameOrFile, text(Path.of(nameOrFile)));
        }
        if (!SHIPPED.contains(nameOrFile)) {
            throw new IllegalArgumentException("there is no chip '" + nameOrFile + "'; there are "
                    + String.join(", ", SHIPPED) + ", and files that end in .yaml, .yml or .json");
        }
        return shipped(nameOrFile);
    }

    /** Returns a profile that comes with the library. */
    static ChipProfile shipped(String name) {
        try (InputStream in = ChipProfiles.class.getResourceAsStream(name + ".yaml")) {
            return ProfileReader.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(file + ": is longer than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
