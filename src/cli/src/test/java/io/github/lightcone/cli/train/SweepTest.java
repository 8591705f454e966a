package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.cli.structure.Analyze;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SweepTest {

    @TempDir
    private Path base;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "yin-yang",
                "--epochs=1",
                "--set=data.first=40",
                "--jobs=1",
                "--out=" + base.resolve("sweep"),
                "--set=network.populations.hidden.size=5"));
        arguments.addAll(List.of(more));
        return new CommandLine(new Sweep())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void allConditionsAndSeedsMakeATable() throws IOException {
        String[] arguments = {
            "--seeds=1-2", "--variants=none,learned", "--vary=network.populations.hidden.size=4,6",
        };
        assertThat(sweep(arguments)).as(err.toString()).isZero();
        Path folder = base.resolve("sweep");
        List<String> runs = Files.readAllLines(folder.resolve("runs.csv"));
        assertThat(runs).hasSize(9).first().asString().startsWith("condition,seed,test,validation,training");
        assertThat(runs.get(1)).startsWith("none_hidden=4,1,");
        assertThat(folder.resolve("learned_hidden=6/seed-2/metrics.json")).exists();
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("| none_hidden=4 | 2 | ", "| learned_hidden=6 | 2 | ");
        assertThat(out.toString()).contains("| learned_hidden=4 | 2 | ");
        assertThat(err.toString()).contains("8/8  learned_hidden=6  seed 2");

        byte[] table = Files.readAllBytes(folder.resolve("runs.csv"));
        assertThat(sweep(arguments)).as("complete runs are kept").isZero();
        assertThat(folder.resolve("runs.csv")).hasBinaryContent(table);
    }

    private int analyze(String... more) {
        List<String> arguments = new ArrayList<>(List.of(base.resolve("sweep").toString(), "--measures=size,wiring"));
        arguments.addAll(List.of(more));
        return new CommandLine(new Analyze())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void itsNetworksAreMeasuredTogether() throws IOException {
        assertThat(sweep("--seeds=1-3", "--variants=frozen,learned")).isZero();
        assertThat(analyze("--nulls=0", "--threads=1")).as(err.toString()).isZero();
        Path folder = base.resolve("sweep");
        List<String> figures = Files.readAllLines(folder.resolve("structure.csv"));
        assertThat(figures.get(0)).isEqualTo("condition,seed,group,figure,value,nullMean,z");
        assertThat(figures)
                .contains("frozen,2,size,nodes,13.0,,")
                .filteredOn(row -> row.contains("test,"))
                .hasSize(6);
        assertThat(folder.resolve("structure.md"))
                .content()
                .contains("| size | frozen | learned |", "| nodes | 13.00 ± 0.0 | 13.00 ± 0.0 |", "| wiring cost | ");
        assertThat(out.toString()).contains("| nodes | 13.00");

        // What one run alone says is among the figures of all.
        String alone = folder.resolve("learned/seed-3").toString();
        new CommandLine(new Analyze())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(alone, "--measures=wiring", "--nulls=0");
        double cost = Double.NaN;
        for (JsonObject figure : JsonFiles.read(folder.resolve("learned/seed-3/structure.json"))
                .object("groups")
                .object("wiring")
                .objects("figures")) {
            cost = figure.string("name").equals("wiring cost") ? figure.number("value") : cost;
        }
        assertThat(figures).contains("learned,3,wiring,wiring cost," + cost + ",,");

        Files.delete(folder.resolve("frozen/seed-2/best"));
        assertThat(analyze("--nulls=0", "--threads=1")).isZero();
        assertThat(out.toString())
                .contains("| runs | 3 | 3 |", "| runs | 2 | 3 |", "left out: " + folder.resolve("frozen/seed-2"));

        assertThat(analyze("--partition=" + base.resolve("p.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("is a sweep of several");
    }

    @Test
    void aRunThatFailsLeavesTheOthers() {
        assertThat(sweep("--seeds=1", "--vary=learn.0.rate=0.05,1e300")).isEqualTo(1);
        assertThat(err.toString()).contains("rate=1e300, seed 1, failed: ", "rate=0.05");
        assertThat(out.toString()).contains("| rate=0.05 | 1 | ", "1 runs failed");
    }

    @Test
    void badValuesAreFoundBeforeWorkStarts() {
        assertThat(sweep("--vary=network.populations.hidden.size=5,0")).isEqualTo(2);
        assertThat(sweep("--vary=network.populations.hidden.sze=5")).isEqualTo(2);
        assertThat(sweep("--vary=seed=1,2")).isEqualTo(2);
        assertThat(sweep("--variants=none,none")).isEqualTo(2);
        assertThat(sweep("--variants=some")).isEqualTo(2);
        assertThat(sweep("--seeds=5-1")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "hidden.size = 0, must be a whole number from 1",
                        "hidden.sze = 5, is an unknown field",
                        "--vary seed=1,2: seeds are what --seeds says",
                        "'none' is there twice",
                        "there is no variant 'some'",
                        "--seeds = 5-1, must be a seed or two");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void aFolderOfAnotherSweepIsRefused() {
        assertThat(sweep("--seeds=1")).isZero();
        assertThat(sweep("--seeds=1", "--batch=7")).isEqualTo(2);
        assertThat(err.toString()).contains("holds a run of another experiment: choose another --out");
    }
}
