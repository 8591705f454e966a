package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.cli.structure.Analyze;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Structure measured along a training. */
class StructureAlongTest {

    private static final String MEASURE = "--set=measure={every: 2, groups: [size, clustering, communities, wiring],"
            + " of: [input, hidden], nulls: 4, restarts: 3}";

    @TempDir
    private Path base;

    private final TrainCommand command = new TrainCommand();

    private Path trained(String name, String... more) {
        Path run = base.resolve(name);
        assertThat(command.tiny(
                        run, Stream.concat(Stream.of(MEASURE), Stream.of(more)).toArray(String[]::new)))
                .as(command.err())
                .isZero();
        return run;
    }

    private static List<String> epochs(Path run) throws IOException {
        Set<String> epochs = new LinkedHashSet<>();
        for (String line : Files.readAllLines(run.resolve("structure.csv"))) {
            epochs.add(line.substring(0, line.indexOf(',')));
        }
        return List.copyOf(epochs);
    }

    private static void edit(Path run, String from, String to) throws IOException {
        Path file = run.resolve("experiment.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void theEpochsAskedForAndTheLastAreMeasured() throws IOException {
        Path run = trained("run", "--set=training.epochs=5");
        assertThat(epochs(run)).containsExactly("epoch", "0", "2", "4", "5");
        assertThat(Files.readAllLines(run.resolve("structure.csv")).get(0))
                .isEqualTo(String.join(",", StructureTable.columns()))
                .startsWith("epoch,of,seed,group,measure,value,restarts,");
        assertThat(command.err())
                .contains("structure after epoch 0 of input,hidden  modularity 0.", "structure after epoch 5")
                .doesNotContain("structure after epoch 3");
        assertThat(command.err().indexOf("structure after epoch 0"))
                .isLessThan(command.err().indexOf("epoch 1/5"));
    }

    @Test
    void anEarlyEndIsMeasured() throws IOException {
        Path run = trained("run", "--set=training.epochs=30", "--set=training.stopAfter=1", "--set=measure.every=30");
        int done = JsonFiles.read(run.resolve("metrics.json")).integer("epoch", 1, 29);
        assertThat(epochs(run)).containsExactly("epoch", "0", Integer.toString(done));
    }

    @Test
    void measuringChangesNothingElse() throws IOException {
        Map<String, String> measured = RunContent.of(trained("measured"));
        Path plain = base.resolve("plain");
        assertThat(command.tiny(plain)).isZero();
        assertThat(measured.remove("structure.csv")).isNotEmpty();
        Map<String, String> content = RunContent.of(plain);
        for (String differs : List.of("experiment.yaml", "settings.json")) {
            assertThat(measured.remove(differs)).contains("measure");
            content.remove(differs);
        }
        assertThat(measured).isEqualTo(content).containsKeys("checkpoint.bin", "history.csv", "network/synapses.csv");
        assertThat(Files.exists(plain.resolve("structure.csv"))).isFalse();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        assertThat(RunContent.of(trained("one", "--threads=1")))
                .containsKey("structure.csv")
                .isEqualTo(RunContent.of(trained("three", "--threads=3")));
    }

    /** The run ends after an epoch that is measured for being the last; in a longer run it is not. */
    @ParameterizedTest
    @CsvSource({"2", "3"})
    void aRunThatGoesOnEndsWithTheSameBytes(int first) throws IOException {
        Path run = trained("run", "--set=training.epochs=" + first);
        edit(run, "epochs: " + first, "epochs: 5");
        assertThat(command.run("--resume", run.toString())).as(command.err()).isZero();
        assertThat(epochs(run)).containsExactly("epoch", "0", "2", "4", "5");
        assertThat(RunContent.of(run)).isEqualTo(RunContent.of(trained("straight", "--set=training.epochs=5")));
    }

    @Test
    void figuresAreThoseOfAnalyze() throws IOException {
        Path run = trained("run");
        Path report = base.resolve("report.json");
        try (CsvTable table = CsvTable.open(run.resolve("structure.csv"))) {
            int compared = 0;
            JsonObject groups = null;
            while (table.next()) {
                if (table.integer(table.column("epoch")) != 2) {
                    continue;
                }
                if (groups == null) {
                    analyze(run, "--seed=" + table.integer(table.column("seed")), "--out=" + report);
                    groups = JsonFiles.read(report).object("groups");
                }
                JsonObject figure = figure(groups.object(table.text(table.column("group"))), table);
                assertThat(table.number(table.column("value"))).isEqualTo(figure.number("value"));
                assertThat(table.isBlank(table.column("restarts"))).isEqualTo(!figure.has("restarts"));
                if (figure.has("restarts")) {
                    assertThat(table.number(table.column("restartsMedian")))
                            .isEqualTo(figure.object("restarts").number("median"));
                }
                assertThat(table.isBlank(table.column("draws"))).isEqualTo(!figure.has("null"));
                if (figure.has("null")) {
                    assertThat(table.number(table.column("nullMean")))
                            .isEqualTo(figure.object("null").number("mean"));
                    assertThat(table.number(table.column("p")))
                            .isEqualTo(figure.object("null").number("p"));
                }
                compared++;
            }
            assertThat(compared).isGreaterThan(20);
        }
    }

    private static JsonObject figure(JsonObject group, CsvTable table) throws IOException {
        String name = table.text(table.column("measure"));
        for (JsonObject figure : group.objects("figures")) {
            if (figure.string("name").equals(name)) {
                return figure;
            }
        }
        throw new AssertionError(name);
    }

    private static void analyze(Path run, String... more) {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new Analyze())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of(
                                        run.toString(),
                                        "--at=last",
                                        "--of=input,hidden",
                                        "--measures=size,clustering,communities,wiring",
                                        "--nulls=4",
                                        "--restarts=3"),
                                Stream.of(more))
                        .toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
    }

    /** Where nothing is left to measure, there are rows without values that say why. */
    @Test
    void aNetworkThatLosesItsConnectionsIsMeasuredToTheEnd() throws IOException {
        Path run = trained("run", "--set=prune={by: smallest, to: 0.001}", "--set=measure.groups=null");
        assertThat(epochs(run)).containsExactly("epoch", "0", "2");
        assertThat(run.resolve("structure.csv")).content().contains("2,\"input,hidden\",", "edges,0", "undefined");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: 2 | every: 1 | 'measure' is not what the run began with",
                "restarts: 3 | restarts: 4 | 'measure' is not what the run began with"
            })
    void otherMeasuresAreRefused(String from, String to, String message) throws IOException {
        Path run = trained("run");
        edit(run, "epochs: 2", "epochs: 3");
        edit(run, from, to);
        assertThat(command.run("--resume", run.toString())).isEqualTo(2);
        assertThat(command.err()).contains(message);
    }

    @Test
    void aDamagedTableIsNamed() throws IOException {
        Path run = trained("run");
        edit(run, "epochs: 2", "epochs: 3");
        Path table = run.resolve("structure.csv");
        String text = Files.readString(table);
        Files.writeString(table.toRealPath(), text.substring(0, text.length() - 9));
        assertThat(command.run("--resume", run.toString())).isEqualTo(2);
        assertThat(command.err()).contains("structure.csv:");
        Files.delete(table.toRealPath());
        assertThat(command.run("--resume", run.toString())).isEqualTo(2);
        assertThat(command.err()).contains("structure.csv", "is missing: the run cannot be resumed");
    }
}
