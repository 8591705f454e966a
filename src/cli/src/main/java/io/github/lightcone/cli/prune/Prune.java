package io.github.lightcone.cli.prune;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.cli.options.MovedData;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.cli.train.SavedRun;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Evaluator;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.structure.prune.PrunedNetworks;
import io.github.lightcone.structure.prune.Pruner;
import io.github.lightcone.structure.prune.PruningCriterion;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code prune} command. */
@Command(
        name = "prune",
        description = "Removes connections of a trained network and measures what it does without them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone prune RUN",
            "  lightcone prune RUN --by longest,random --density 0.5,0.1 --out DIR",
            "  lightcone prune RUN --fraction 0.9 --of 'hidden->hidden'",
            "  lightcone analyze DIR/longest-0.1"
        })
public final class Prune implements Callable<Integer> {

    private static final long ORDER_STREAM = 19;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run folder of 'lightcone train'.")
    private Path run;

    @Option(
            names = "--by",
            paramLabel = "CRITERION",
            split = ",",
            defaultValue = "smallest",
            description =
                    "Which connections go: 'longest', 'slowest' by delay, 'smallest' by |weight|, or 'random', the"
                            + " control"
                            + " (${DEFAULT-VALUE}).")
    private List<String> criteria;

    @ArgGroup
    private Shares shares = new Shares();

    @Option(
            names = "--of",
            paramLabel = "PROJECTION",
            split = ",",
            description = "Choose from the connections of these projections, such as input->hidden (default: all).")
    private List<String> projections = List.of();

    @Option(
            names = "--per",
            paramLabel = "WHAT",
            defaultValue = "projection",
            description = "Reach the density in each 'projection', or in the 'network', among all these projections"
                    + " together (${DEFAULT-VALUE}).")
    private String per;

    @Option(
            names = "--at",
            paramLabel = "WHICH",
            defaultValue = "best",
            description = "Which network of the run: best (on the validation data) or last (${DEFAULT-VALUE}).")
    private String at;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the order in which random connections go (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private MovedData data;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write: pruning.csv, pruning.json and the networks; must not exist yet (default: "
                    + "nothing is written).")
    private Path out;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "File to write: the table alone, as in pruning.csv; must not exist yet.")
    private Path table;

    @Override
    public Integer call() throws IOException {
        int team = threads.count();
        requireOneOf("--at", at, "best", "last");
        requireOneOf("--per", per, "projection", "network");
        List<PruningCriterion> by = criteria();
        List<BigDecimal> densities = shares.densities();
        if (out != null) {
            AtomicFiles.requireFolderPlace(out);
        }
        if (table != null) {
            if (Files.exists(table)) {
                throw new IllegalArgumentException(table + ": exists already");
            }
            AtomicFiles.requirePlace(table);
        }
        SavedRun saved = SavedRun.read(run, data.path());
        Network network = PrunedNetworks.withoutZeroWeights(at.equals("best") ? saved.best() : saved.last());
        List<Pruner> pruners = new ArrayList<>();
        for (PruningCriterion criterion : by) {
            requirePlaces(criterion, network);
            pruners.add(pruner(network, criterion));
        }
        List<PrunedNetwork> networks = evaluate(saved.experiment(), network, by, pruners, densities, team);

        PrintWriter console = spec.commandLine().getOut();
        PruneTable.print(networks, console);
        if (out != null) {
            AtomicFiles.createFolder(out, inside -> write(inside, networks, saved));
            console.println("folder    " + out);
        }
        if (table != null) {
            PruneTable.write(table, networks);
            console.println("table     " + table);
        }
        console.flush();
        return 0;
    }

    private static void requireOneOf(String option, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(option + " = " + value + ", must be " + first + " or " + second);
        }
    }

    private List<PruningCriterion> criteria() {
        List<PruningCriterion> found = new ArrayList<>();
        for (String label : criteria) {
            if (!PruningCriterion.labels().contains(label)) {
                throw new IllegalArgumentException(
                        "--by = " + label + ", must be of " + String.join(", ", PruningCriterion.labels()));
            }
            if (found.contains(PruningCriterion.named(label))) {
                throw new IllegalArgumentException("--by = " + label + " is there twice");
            }
            found.add(PruningCriterion.named(label));
        }
        return found;
    }

    private static void requirePlaces(PruningCriterion criterion, Network network) {
        double[] position = network.parameters().position();
        boolean apart = criterion != PruningCriterion.LONGEST;
        for (int i = network.dimensions(); i < position.length && !apart; i++) {
            apart = position[i] != position[i - network.dimensions()];
        }
        if (!apart) {
            throw new IllegalArgumentException("--by longest needs positions: all neurons are at the same place");
        }
    }

    private Pruner pruner(Network network, PruningCriterion criterion) {
        Pruner.Scope scope = per.equals("network") ? Pruner.Scope.TOGETHER : Pruner.Scope.EACH_PROJECTION;
        try {
            return new Pruner(network, criterion, scope, projections, new SeededRandom(seed, ORDER_STREAM));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("--of: " + unknown.getMessage(), unknown);
        }
    }

    private List<PrunedNetwork> evaluate(
            Experiment experiment,
            Network network,
            List<PruningCriterion> by,
            List<Pruner> pruners,
            List<BigDecimal> densities,
            int team) {
        PrintWriter err = spec.commandLine().getErr();
        int choice = pruners.get(0).synapses();
        int all = 1 + by.size() * densities.size();
        long start = System.nanoTime();
        List<PrunedNetwork> networks = new ArrayList<>();
        networks.add(new PrunedNetwork("", "1", 0, choice, network, results(experiment, network, team)));
        report(err, networks, all, start);
        for (int k = 0; k < by.size(); k++) {
            for (BigDecimal density : densities) {
                double share = density.doubleValue();
                Network pruned =
                        PrunedNetworks.withoutZeroWeights(PrunedNetworks.prune(network, pruners.get(k), share));
                networks.add(new PrunedNetwork(
                        by.get(k).label(),
                        density.toPlainString(),
                        choice - pruners.get(k).kept(share),
                        choice,
                        pruned,
                        results(experiment, pruned, team)));
                report(err, networks, all, start);
            }
        }
        return networks;
    }

    private static void report(PrintWriter err, List<PrunedNetwork> networks, int all, long start) {
        PrunedNetwork last = networks.get(networks.size() - 1);
        double seconds = (System.nanoTime() - start) * 1e-9;
        StringBuilder line = new StringBuilder();
        last.results()
                .forEach((set, result) -> line.append("  ")
                        .append(set)
                        .append(' ')
                        .append(PruneTable.accuracy(result).strip()));
        err.printf(
                Locale.ROOT,
                "%d/%d  %s%s  %s left%n",
                networks.size(),
                all,
                last.folder(),
                line,
                Durations.text(seconds / networks.size() * (all - networks.size())));
        err.flush();
    }

    /** Evaluates on what the experiment held out; on the training data if it held out nothing. */
    private Map<String, Optional<Evaluation>> results(Experiment experiment, Network network, int team) {
        Map<String, EventDataset> sets = new LinkedHashMap<>();
        experiment.validation().ifPresent(set -> sets.put("validation", set));
        experiment.test().ifPresent(set -> sets.put("test", set));
        if (sets.isEmpty()) {
            sets.put("training", experiment.training());
        }
        Map<String, Optional<Evaluation>> results = new LinkedHashMap<>();
        sets.forEach((name, set) -> results.put(name, result(experiment, network, set, team)));
        return results;
    }

    private Optional<Evaluation> result(Experiment experiment, Network network, EventDataset set, int team) {
        try (Evaluator evaluator = new Evaluator(network, experiment.objective(), experiment.end(), team)) {
            return Optional.of(evaluator.evaluate(set));
        } catch (SpikeLimitException wild) {
            return Optional.empty();
        }
    }

    private void write(Path inside, List<PrunedNetwork> networks, SavedRun saved) throws IOException {
        for (PrunedNetwork network : networks) {
            NetworkFolder.of(network.network()).write(inside.resolve(network.folder()));
        }
        PruneTable.write(inside.resolve("pruning.csv"), networks);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "prune");
        fields.put("run", run.toString());
        fields.put("epoch", at.equals("best") ? saved.bestEpoch() : saved.lastEpoch());
        fields.put("at", at);
        fields.put("by", criteria);
        fields.put("of", projections);
        fields.put("per", per);
        fields.put("seed", seed);
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        JsonFiles.write(inside.resolve("pruning.json"), fields);
    }
}
