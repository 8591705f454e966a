package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.options.SavedNetwork;
import io.github.lightcone.structure.file.EdgeListReader;
import io.github.lightcone.structure.file.GraphFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which graph is measured. */
final class SourceOptions {

    private static final String NETWORK_FILE = "network.json";

    @Parameters(
            paramLabel = "RUN|SWEEP|NETWORK|FILE",
            description =
                    "A run folder of 'lightcone train', a folder of 'lightcone sweep', a network folder, or a graph:"
                            + " .gml, .net (Pajek), .csv, .tsv or .txt (a list of edges), .zip (a connectome of The"
                            + " Virtual Brain).")
    private Path path;

    @Option(
            names = "--at",
            paramLabel = "WHICH",
            description = "Which network of a run: best (on the validation data, the default) or last.")
    private String at;

    @Option(
            names = "--of",
            paramLabel = "POPULATION",
            split = ",",
            description = "Only the neurons of these populations, and the synapses among them (default: all).")
    private List<String> populations = List.of();

    @Option(
            names = "--nodes",
            paramLabel = "FILE",
            description = "Table of the nodes of a list of edges: their names and positions.")
    private Path nodes;

    /** Returns the same options for another place. */
    SourceOptions at(Path other) {
        SourceOptions options = new SourceOptions();
        options.path = other;
        options.at = at;
        options.populations = populations;
        options.nodes = nodes;
        return options;
    }

    /** Returns the place itself. */
    Path path() {
        return path;
    }

    /** Reads it. */
    GraphSource read(boolean directed) throws IOException {
        if (at != null && !at.equals("best") && !at.equals("last")) {
            throw new IllegalArgumentException("--at = " + at + ", must be best or last");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            forbid("--nodes", nodes != null, "a list of edges");
            requireNetwork();
            return GraphSource.read(networkFolder(), populations);
        }
        forbid("--at", at != null, "a run");
        forbid("--of", !populations.isEmpty(), "a run or a network");
        if (nodes == null) {
            return new GraphSource.OfFile(GraphFiles.read(path, directed));
        }
        forbid("--nodes", !isList(), "a list of edges");
        return new GraphSource.OfFile(EdgeListReader.read(path, nodes, directed));
    }

    /** Returns whether the file itself does not say whether it is directed. */
    boolean isList() {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return !Files.isDirectory(path) && !name.endsWith(".gml") && !name.endsWith(".zip") && !name.endsWith(".net");
    }

    private void forbid(String option, boolean given, String allowed) {
        if (given) {
            throw new IllegalArgumentException(option + " is for " + allowed + ", which " + path + " is not");
        }
    }

    private void requireNetwork() throws IOException {
        if (!isRun() && !Files.exists(path.resolve(NETWORK_FILE))) {
            SavedNetwork.refusePerceptron(path);
            throw new IllegalArgumentException(path
                    + (Files.isSymbolicLink(path.resolve("network"))
                            ? ": is a damaged run folder, its network leads nowhere"
                            : ": is neither a run folder, nor a sweep, nor a network folder"));
        }
    }

    private Path networkFolder() {
        if (!isRun()) {
            forbid("--at", at != null, "a run");
            return path;
        }
        return path.resolve("last".equals(at) ? "network" : "best");
    }

    private boolean isRun() {
        return Files.isDirectory(path.resolve("network"))
                && Files.isDirectory(path.resolve("best"))
                && !Files.exists(path.resolve(NETWORK_FILE));
    }

    /** Returns the folder in which a report belongs, if it is a run. */
    Optional<Path> run() {
        return Files.isDirectory(path) && isRun() ? Optional.of(path) : Optional.empty();
    }

    /** Returns what was read, as the user named it. */
    String name() {
        return run().isPresent() ? networkFolder().toString() : path.toString();
    }

    /** Returns the files that are read, which no result may replace. */
    List<Path> files() {
        if (Files.isDirectory(path)) {
            Path folder = networkFolder();
            return List.of(folder.resolve(NETWORK_FILE), folder.resolve("neurons.csv"), folder.resolve("synapses.csv"));
        }
        return nodes == null ? List.of(path) : List.of(path, nodes);
    }

    /** Returns whether it is a network. */
    boolean isNetwork() {
        return Files.isDirectory(path);
    }
}
