package io.github.lightcone.cli.structure;

import io.github.lightcone.formats.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The runs of a folder of {@code lightcone sweep}: {@code CONDITION/seed-N}. */
final class SweepRuns {

    private static final String SEED = "seed-";

    private SweepRuns() {}

    /**
     * One run.
     *
     * @param condition name of the folder of its condition
     * @param seed its seed
     * @param folder its folder
     */
    record Run(String condition, long seed, Path folder) {}

    /** Returns whether a folder holds runs of a sweep and is none itself. */
    static boolean isSweep(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && !Files.exists(folder.resolve("network"))
                && !Files.exists(folder.resolve("network.json"))
                && !of(folder).isEmpty();
    }

    /** Returns the complete runs, by condition and seed. */
    static List<Run> of(Path folder) throws IOException {
        return all(folder, true);
    }

    /** Returns the runs that are damaged or not complete, by condition and seed. */
    static List<Run> leftOut(Path folder) throws IOException {
        return all(folder, false);
    }

    private static List<Run> all(Path folder, boolean complete) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path condition : folders(folder)) {
            for (Path run : folders(condition)) {
                String name = run.getFileName().toString();
                if (name.matches(SEED + "\\d{1,18}") && isComplete(run) == complete) {
                    runs.add(new Run(
                            condition.getFileName().toString(), Long.parseLong(name.substring(SEED.length())), run));
                }
            }
        }
        runs.sort(Comparator.comparing(Run::condition).thenComparingLong(Run::seed));
        return runs;
    }

    private static boolean isComplete(Path run) throws IOException {
        Path metrics = run.resolve("metrics.json");
        return Files.isDirectory(run.resolve("best"))
                && Files.exists(metrics)
                && JsonFiles.read(metrics).truth("complete");
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
