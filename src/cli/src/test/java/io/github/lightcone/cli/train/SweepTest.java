package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
