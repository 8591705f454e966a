package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.ConductionDelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lightcone prune}: which connections go, what it writes, and how it complains. */
class PruneTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    private static Path base;

    private static Path run;

    @TempDir
    private Path folder;

    /** 20 inputs, 6 hidden neurons and 2 outputs: 120 and 12 synapses. */
    @BeforeAll
    static void train() {
        run = trained("run");
    }

    private static Path trained(String name, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                "delayed-xor",
                "--epochs=2",
                "--hidden=6",
                "--set=data.size=80",
                "--set=network.projections.0.weights={normal: [1.5, 1]}",
                "--out=" + base.resolve(name)));
        arguments.addAll(List.of(more));
        CommandRun training = CommandRun.of(arguments.toArray());
        assertThat(training.exitCode()).as(training.err()).isZero();
        return base.resolve(name);
    }

    private Path pruned(Path trained, Object... more) {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of("prune", trained, "--out=" + out));
        arguments.addAll(List.of(more));
        CommandRun pruning = CommandRun.of(arguments.toArray());
        assertThat(pruning.exitCode()).as(pruning.err()).isZero();
        assertThat(pruning.out()).contains("trained", "folder    " + out);
        return out;
    }

    private static Network network(Path network) throws IOException {
        return NetworkFolder.read(network).network();
    }

    /** Returns the weights by the ends of the synapses. */
    private static Map<List<Integer>, Double> weights(Network network) {
        Map<List<Integer>, Double> weights = new HashMap<>();
        for (int s = 0; s < network.synapseCount(); s++) {
            weights.put(
                    List.of(network.source(s), network.target(s)),
                    network.parameters().weight()[s]);
        }
        return weights;
    }

    private static List<Integer> sizes(Network network) {
        return network.projections().stream()
                .map(projection -> projection.endSynapse() - projection.firstSynapse())
                .toList();
    }

    /** 120 x 0.29 = 34.8, 12 x 0.29 = 3.48, 132 x 0.29 = 38.28; 12 x 0.125 = 1.5. */
    @ParameterizedTest
    @ValueSource(strings = {"longest", "smallest", "random"})
    void theDensityIsThatPromised(String by) throws IOException {
        Path each = pruned(run, "--by=" + by, "--density=0.29,0.125,0");
        assertThat(sizes(network(each.resolve("trained")))).containsExactly(120, 12);
        assertThat(sizes(network(each.resolve(by + "-0.29")))).containsExactly(35, 3);
        assertThat(sizes(network(each.resolve(by + "-0.125")))).containsExactly(15, 2);
        assertThat(sizes(network(each.resolve(by + "-0")))).containsExactly(0, 0);
    }

    @Test
    void theDensityIsReachedTogetherOrInOneProjection() throws IOException {
        CommandRun.of("prune", run, "--fraction=0.71", "--per=network", "--out=" + folder.resolve("together"));
        assertThat(sizes(network(folder.resolve("together/smallest-0.29"))).stream()
                        .mapToInt(size -> size)
                        .sum())
                .isEqualTo(38);
        Path one = pruned(run, "--fraction=0.71", "--of=hidden->output");
        assertThat(sizes(network(one.resolve("smallest-0.29")))).containsExactly(120, 3);
    }

    @Test
    void theLongestAndTheSmallestGo() throws IOException {
        Path out = pruned(run, "--by=longest,smallest", "--density=0.4", "--per=network");
        Network trained = network(out.resolve("trained"));
        Map<List<Integer>, Double> longest = weights(network(out.resolve("longest-0.4")));
        Map<List<Integer>, Double> smallest = weights(network(out.resolve("smallest-0.4")));
        double[] bounds = {0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0};
        double[] position = trained.parameters().position();
        weights(trained).forEach((ends, weight) -> {
            double length = ConductionDelay.distance(position, trained.dimensions(), ends.get(0), ends.get(1));
            if (longest.containsKey(ends)) {
                bounds[0] = Math.max(bounds[0], length);
                assertThat(longest).containsEntry(ends, weight);
            } else {
                bounds[1] = Math.min(bounds[1], length);
            }
            if (smallest.containsKey(ends)) {
                bounds[2] = Math.min(bounds[2], Math.abs(weight));
                assertThat(smallest).containsEntry(ends, weight);
            } else {
                bounds[3] = Math.max(bounds[3], Math.abs(weight));
            }
        });
        assertThat(bounds[0]).isPositive().isLessThanOrEqualTo(bounds[1]);
        assertThat(bounds[3]).isPositive().isLessThanOrEqualTo(bounds[2]);
    }

    @Test
    void randomOnesGoInOneOrder() throws IOException {
        Path out = pruned(run, "--by=random", "--density=0.5,0.2", "--seed=3");
        Set<List<Integer>> half = weights(network(out.resolve("random-0.5"))).keySet();
        Set<List<Integer>> fifth = weights(network(out.resolve("random-0.2"))).keySet();
        assertThat(half).containsAll(fifth);
        Path other = folder.resolve("other");
        CommandRun.of("prune", run, "--by=random", "--density=0.5", "--seed=4", "--out=" + other);
        assertThat(new HashSet<>(half))
                .isNotEqualTo(weights(network(other.resolve("random-0.5"))).keySet());
    }

    /** The network as it was trained does as metrics.json says; the table counts what the folders hold. */
    @Test
    void theTableTellsWhatTheNetworksDo() throws IOException {
        Path out = pruned(run, "--by=smallest,random", "--density=0.5,1");
        JsonObject metrics = JsonFiles.read(run.resolve("metrics.json"));
        int rows = 0;
        try (CsvTable table = CsvTable.open(out.resolve("pruning.csv"))) {
            while (table.next()) {
                Network network = network(out.resolve(table.text(table.column("network"))));
                long connections = table.integer(table.column("connections"));
                assertThat(connections).isEqualTo(network.synapseCount());
                assertThat(table.integer(table.column("removed"))).isEqualTo(132 - connections);
                assertThat(table.number(table.column("fraction"))).isEqualTo((132 - connections) / 132.0);
                assertThat(table.integer(table.column("parameters")))
                        .isEqualTo(connections
                                + table.integer(table.column("delays"))
                                + table.integer(table.column("coordinates")));
                if (table.text(table.column("by")).isEmpty()) {
                    boolean test = table.text(table.column("data")).equals("test");
                    JsonObject result = metrics.object(test ? "test" : "bestValidation");
                    assertThat(table.integer(table.column("correct"))).isEqualTo(result.integer("correct", 0, 100));
                    assertThat(table.number(table.column("loss"))).isCloseTo(result.number("loss"), within(ROUNDING));
                    assertThat(table.number(table.column("hiddenSpikes"))).isEqualTo(result.number("hiddenSpikes"));
                }
                rows++;
            }
        }
        assertThat(rows).isEqualTo(6);
        JsonObject settings = JsonFiles.read(out.resolve("pruning.json"));
        assertThat(settings.integer("epoch", 0, 9)).isEqualTo(metrics.integer("bestEpoch", 1, 2));
        assertThat(settings.string("at")).isEqualTo("best");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        CommandRun.of("prune", run, "--threads=1", "--out=" + one);
        CommandRun.of("prune", run, "--threads=3", "--out=" + three);
        assertThat(three.resolve("pruning.csv")).hasSameTextualContentAs(one.resolve("pruning.csv"));
        assertThat(Files.readAllLines(one.resolve("pruning.csv"))).hasSize(11);
    }

    /** 60 and 6 of the synapses are connections, and half of these stay. */
    @Test
    void synapsesThatWerePrunedInTrainingAreNoConnections() throws IOException {
        Path sparse = trained("sparse", "--set=prune={by: random, to: 0.5}");
        Path out = pruned(sparse, "--density=0.5");
        assertThat(sizes(network(out.resolve("trained")))).containsExactly(60, 6);
        Network half = network(out.resolve("smallest-0.5"));
        assertThat(sizes(half)).containsExactly(30, 3);
        assertThat(half.parameters().weight()).doesNotContain(0);
        assertThat(half.projections()).extracting(Projection::name).containsExactly("input->hidden", "hidden->output");
    }

    @Test
    void withoutOutNothingIsWrittenAndTheTableIsPrinted() throws IOException {
        List<String> before = names(run);
        CommandRun pruning = CommandRun.of("prune", run, "--density=0.5", "--at=last");
        assertThat(pruning.exitCode()).as(pruning.err()).isZero();
        assertThat(pruning.out().lines().toList()).hasSize(3);
        assertThat(pruning.out().lines().toList().get(0))
                .contains("by", "removed", "connections", "parameters", "validation %", "test %", "hidden spikes");
        assertThat(pruning.out().lines().toList().get(2)).startsWith("smallest   50.00 %           66");
        assertThat(pruning.err()).contains("1/2  trained  validation", "2/2  smallest-0.5  validation", "0:00 left");
        assertThat(names(run)).isEqualTo(before);
    }

    private static List<String> names(Path place) throws IOException {
        try (var paths = Files.walk(place)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--density=1.5 | --density = 1.5, must be a number between 0 and 1",
                "--fraction=-0.5 | --fraction = -0.5, must be a number between 0 and 1",
                "--density=0.5,0.50 | --density = 0.50 is there twice",
                "--density=much | --density = much, must be a number between 0 and 1, such as 0.25",
                "--density=0.5 --fraction=0.5 | mutually exclusive",
                "--by=shortest | --by = shortest, must be of longest, slowest, smallest, random",
                "--by=random,random | --by = random is there twice",
                "--of=input->output | --of: no projection 'input->output' to prune; there are [input->hidden,",
                "--per=neuron | --per = neuron, must be projection or network",
                "--at=first | --at = first, must be best or last",
                "--threads=0 | --threads = 0, must be from 1"
            })
    void wrongOptionsAreNamed(String options, String message) {
        List<Object> arguments = new ArrayList<>(List.of("prune", run, "--out=" + folder.resolve("out")));
        arguments.addAll(List.of(options.split(" ", -1)));
        CommandRun pruning = CommandRun.of(arguments.toArray());
        assertThat(pruning.exitCode()).isEqualTo(2);
        assertThat(pruning.err()).startsWith("lightcone: ").hasLineCount(1).contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void placesAreNamed() throws IOException {
        CommandRun taken = CommandRun.of("prune", run, "--out=" + folder);
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).contains(folder + ": exists already");
        CommandRun none = CommandRun.of("prune", folder.resolve("none"));
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("none: there is no such run");
        Path still = trained(
                "still",
                "--variant=none",
                "--set=network.populations.input.positions=null",
                "--set=network.populations.hidden.positions=null",
                "--set=network.populations.output.positions=null");
        CommandRun longest = CommandRun.of("prune", still, "--by=longest");
        assertThat(longest.exitCode()).isEqualTo(2);
        assertThat(longest.err()).contains("--by longest needs positions: all neurons are at the same place");
    }
}
