package io.github.lightcone.cli.prune;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.structure.prune.NetworkSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What pruning came to: printed, a line per network; as CSV, a row per network and data set. */
final class PruneTable {

    private PruneTable() {}

    static void print(List<PrunedNetwork> networks, PrintWriter out) {
        Set<String> sets = networks.get(0).results().keySet();
        StringBuilder header = new StringBuilder(
                String.format(Locale.ROOT, "%-9s %8s %12s %11s", "by", "removed", "connections", "parameters"));
        sets.forEach(set -> header.append(String.format(Locale.ROOT, "  %-25s", set + " %, 95 % interval")));
        out.println(header.append("  hidden spikes"));
        for (PrunedNetwork network : networks) {
            NetworkSize size = network.size();
            out.printf(
                    Locale.ROOT,
                    "%-9s %8s %12d %11d",
                    network.by().isEmpty() ? "trained" : network.by(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * network.fraction()),
                    size.connections(),
                    size.parameters());
            network.results().values().forEach(result -> out.printf("  %-25s", accuracy(result)));
            out.printf("  %13s%n", hiddenSpikes(network));
        }
    }

    /** Returns the accuracy with its interval in percent. */
    static String accuracy(Optional<Evaluation> result) {
        if (result.isEmpty()) {
            return "runs away";
        }
        Interval interval = result.get().accuracyInterval();
        return String.format(
                Locale.ROOT,
                "%6.2f (%.1f to %.1f)",
                100 * result.get().accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }

    /** Those on the last of the data sets, that which the network is judged by. */
    private static String hiddenSpikes(PrunedNetwork network) {
        String spikes = "-";
        for (Optional<Evaluation> result : network.results().values()) {
            spikes = result.map(found -> String.format(Locale.ROOT, "%.2f", found.hiddenSpikes()))
                    .orElse("-");
        }
        return spikes;
    }

    /** Writes one row per network and data set; cells of a network that ran away are empty. */
    static void write(Path file, List<PrunedNetwork> networks) throws IOException {
        AtomicFiles.write(file, out -> {
            CsvTableWriter table = new CsvTableWriter(
                    out,
                    "network",
                    "by",
                    "density",
                    "removed",
                    "fraction",
                    "connections",
                    "delays",
                    "coordinates",
                    "parameters",
                    "unconnected",
                    "data",
                    "examples",
                    "correct",
                    "accuracy",
                    "low",
                    "high",
                    "loss",
                    "hiddenSpikes",
                    "silentHidden",
                    "silentCorrect");
            for (PrunedNetwork network : networks) {
                for (String set : network.results().keySet()) {
                    writeRow(table, network, set);
                }
            }
        });
    }

    private static void writeRow(CsvTableWriter table, PrunedNetwork network, String set) throws IOException {
        NetworkSize size = network.size();
        table.cell(network.folder())
                .cell(network.by())
                .cell(network.density())
                .cell(network.removed())
                .cell(network.fraction())
                .cell(size.connections())
                .cell(size.delays())
                .cell(size.coordinates())
                .cell(size.parameters())
                .cell(size.unconnected())
                .cell(set);
        Optional<Evaluation> result = network.results().get(set);
        if (result.isPresent()) {
            Evaluation found = result.get();
            table.cell(found.examples())
                    .cell(found.correct())
                    .cell(found.accuracy())
                    .cell(found.accuracyInterval().low())
                    .cell(found.accuracyInterval().high())
                    .cell(found.loss())
                    .cell(found.hiddenSpikes())
                    .cell(found.silentHidden())
                    .cell(found.silentCorrect());
        } else {
            table.blank()
                    .blank()
                    .blank()
                    .blank()
                    .blank()
                    .blank()
                    .blank()
                    .blank()
                    .blank();
        }
        table.endRow();
    }
}
