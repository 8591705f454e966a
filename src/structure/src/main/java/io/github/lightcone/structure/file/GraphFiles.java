package io.github.lightcone.structure.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads graphs from files of any known kind. */
public final class GraphFiles {

    private GraphFiles() {}

    /**
     * Reads a file by the end of its name: {@code .gml}; {@code .net} (a list of edges if no line of its
     * beginning starts with {@code *}); {@code .zip}, a connectome of The Virtual Brain; anything else is a
     * list of edges.
     *
     * @param directed whether a list of edges is directed; other files say so themselves
     * @throws GraphFileException if the file is not of its kind
     */
    public static GraphFile read(Path file, boolean directed) throws GraphFileException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gml")) {
            return GmlReader.read(file);
        }
        if (name.endsWith(".zip")) {
            return ConnectomeReader.read(file);
        }
        if (name.endsWith(".net") && startsWithSection(file)) {
            return PajekReader.read(file);
        }
        return EdgeListReader.read(file, directed);
    }

    private static boolean startsWithSection(Path file) throws GraphFileException {
        try (BufferedReader reader = TextFile.open(file)) {
            Lines lines = new Lines(file.toString(), reader);
            while (lines.next()) {
                String line = lines.text().strip();
                if (!line.isEmpty() && !line.startsWith("%")) {
                    return line.startsWith("*");
                }
            }
            return false;
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
    }
}
