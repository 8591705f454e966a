package io.github.lightcone.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A study: several experiments, each trained in some conditions and for some seeds, what is measured of the trained
 * networks, and the claims that the figures are to judge.
 *
 * <pre>
 *     name, title, source     what it is about, and which paper made the claims
 *     seeds                   how many, from 1
 *     parts                   see {@link StudyPart}
 *     claims                  see {@link StudyClaim}
 * </pre>
 */
public final class StudyFile {

    private static final List<String> SHIPPED =
            List.of("space-as-time", "weights-from-positions", "where-geometry-matters");

    private static final int MOST_SEEDS = 10_000;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final String origin;
    private final String text;
    private final String name;
    private final String title;
    private final String source;
    private final int seeds;
    private final List<StudyPart> parts = new ArrayList<>();
    private final List<StudyClaim> claims = new ArrayList<>();

    private StudyFile(String origin, Path folder, String text) {
        this.origin = origin;
        this.text = text;
        Section root = ExperimentFile.parse(origin, folder, text).root();
        name = name(root);
        title = root.text("title");
        source = root.text("source", "");
        seeds = root.integer("seeds", 1, MOST_SEEDS);
        for (Section part : root.sections("parts")) {
            parts.add(StudyPart.of(part, name(part), folder));
        }
        requireDifferent(root);
        for (Section claim : root.sections("claims")) {
            claims.add(StudyClaim.of(claim, parts));
        }
        root.rejectOthers();
    }

    private static String name(Section section) {
        String name = section.word("name");
        if (!name.matches(NAME)) {
            throw section.error(
                    "name",
                    "must be at most 100 letters, digits, points, dashes and underscores, a letter or digit first");
        }
        return name;
    }

    private void requireDifferent(Section root) {
        if (parts.isEmpty()) {
            throw root.error("parts: there are none");
        }
        Set<String> names = new HashSet<>();
        for (StudyPart part : parts) {
            if (!names.add(part.name())) {
                throw root.error("parts: '" + part.name() + "' is there twice");
            }
        }
    }

    /** Returns the names of the studies that come with the library. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * Returns a study that comes with the library.
     *
     * @throws ExperimentException if there is none of this name, naming those that there are
     */
    public static StudyFile shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new ExperimentException("there is no study '" + name + "'; there are " + SHIPPED
                    + ", and files that end in .yaml, .yml or .json");
        }
        try (InputStream in = StudyFile.class.getResourceAsStream("study/" + name + ".yaml")) {
            return new StudyFile(name, Path.of(""), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ExperimentException naming the place, the value and what is allowed, if it is no study
     * @throws IOException if it cannot be read
     */
    public static StudyFile read(Path file) throws IOException {
        return new StudyFile(file.toString(), file.toAbsolutePath().getParent(), ExperimentFile.textOf(file));
    }

    /** Returns where it came from: the name of a file, or of a study that comes with the library. */
    public String origin() {
        return origin;
    }

    /** Returns the file as it stands. */
    public String text() {
        return text;
    }

    /** Returns its name, which can be that of a folder. */
    public String name() {
        return name;
    }

    /** Returns its heading. */
    public String title() {
        return title;
    }

    /** Returns who made the claims; empty if nobody is named. */
    public String source() {
        return source;
    }

    /** Returns how many seeds there are, from 1. */
    public int seeds() {
        return seeds;
    }

    /** Returns its parts, each of its own name. */
    public List<StudyPart> parts() {
        return List.copyOf(parts);
    }

    /** Returns what the figures are to judge. */
    public List<StudyClaim> claims() {
        return List.copyOf(claims);
    }
}
