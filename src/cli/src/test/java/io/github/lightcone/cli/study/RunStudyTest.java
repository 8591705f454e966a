package io.github.lightcone.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunStudyTest {

    private static final String STUDY = """
            name: small
            title: A small study
            source: nobody
            seeds: 2
            parts:
              - name: points
                title: Points
                experiment: yin-yang
                set: {network.populations.hidden.size: 5, data.first: 60, training.epochs: 3, silent.revival: 0.1}
                variants: [frozen, learned]
                analyze:
                  all: [--measures, "size,wiring", --nulls, 5]
                prune: [--by, "smallest,slowest", --density, "0.5,0.2"]
              - name: elsewhere
                title: Data that are not here
                experiment: braille
                data: braille
            claims:
              - {claim: more, part: points, figure: test, of: learned, against: frozen, expect: higher}
              - {claim: "less | than", part: points, figure: "all: wiring cost", of: learned, against: 1e9, expect: lower}
              - {claim: gone, part: points, figure: lost slowest 0.2, of: frozen, against: learned, expect: same, margin: 100}
              - {claim: absent, part: elsewhere, figure: test, of: frozen, against: learned, expect: same, margin: 1}
            """;

    @TempDir
    private Path base;

    private Path file;
    private int jobs = 1;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        file = base.resolve("small.yaml");
        Files.writeString(file, STUDY);
    }

    private int experiment(String folder, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(file.toString(), "--out=" + base.resolve(folder), "--jobs=" + jobs));
        arguments.addAll(List.of(more));
        return new CommandLine(new RunStudy())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private Map<String, String> tables(String folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (String name : List.of(
                "README.md",
                "claims.csv",
                "points/figures.csv",
                "points/summary.md",
                "points/accuracy.svg",
                "points/pruning.svg")) {
            tables.put(name, Files.readString(base.resolve(folder).resolve(name)));
        }
        return tables;
    }

    @Test
    void tablesFiguresAndVerdictsComeOut() throws IOException {
        assertThat(experiment("results")).as(err.toString()).isZero();
        Map<String, String> tables = tables("results");
        assertThat(tables.get("README.md"))
                .contains("# A small study", "| frozen | 40 | 2 |", "| learned | 79 | 2 |", "all: wiring cost")
                .contains(
                        "| less \\| than | all: wiring cost | learned: ", "| 1.000e+09 |", "supported, intervals apart")
                .contains("- elsewhere: needs data, a folder braille in that of --data")
                .doesNotContain("absent");
        assertThat(tables.get("claims.csv").lines()).hasSize(4);
        assertThat(tables.get("points/figures.csv").lines())
                .filteredOn(line -> line.startsWith("learned,2,"))
                .anyMatch(line -> line.startsWith("learned,2,pruned smallest 0.5,"))
                .anyMatch(line -> line.startsWith("learned,2,\"all: wiring cost, z\","));
        assertThat(tables.get("points/pruning.svg")).contains("learned, slowest");
        assertThat(base.resolve("results/study.yaml")).hasContent(STUDY);
        assertThat(base.resolve("results/points/learned/seed-2/settings.json")).exists();

        assertThat(experiment("results")).isZero();
        assertThat(tables("results")).as("nothing is done twice").isEqualTo(tables);
    }

    @Test
    void aStudyThatIsStoppedGoesOnToTheSameTables() throws IOException {
        assertThat(experiment("whole")).as(err.toString()).isZero();
        assertThat(experiment("parts", "--budget=1e-9")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("4 runs that were not ended in time", "the same command goes on");
        assertThat(base.resolve("parts/points/frozen")).doesNotExist();
        assertThat(experiment("parts", "--seeds=1")).isZero();
        Path measured = base.resolve("parts/points/learned/seed-1.all.json");
        Files.delete(measured);
        assertThat(experiment("parts", "--seeds=1", "--budget=1e-9")).isZero();
        assertThat(out.toString()).contains("1 runs that were not measured in time");
        assertThat(measured).doesNotExist();
        jobs = 2;
        assertThat(experiment("parts")).isZero();
        assertThat(tables("parts")).isEqualTo(tables("whole"));
    }

    @Test
    void theStudyIsShownAndChecked() throws IOException {
        assertThat(experiment("any", "--show")).isZero();
        assertThat(out.toString()).isEqualTo(STUDY);
        assertThat(experiment("any", "--parts=third")).isEqualTo(2);
        assertThat(err.toString()).contains("--parts = third, must be of [points, elsewhere]");
        assertThat(experiment("any", "--parts=elsewhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nothing can be run; elsewhere: needs data");
        Files.writeString(file, STUDY.replace("figure: test, of: learned", "figures: test, of: learned"));
        assertThat(experiment("any")).isEqualTo(2);
        assertThat(err.toString()).contains("claims.0.figure is missing");
        Files.writeString(file, STUDY.replace("of: learned, against: frozen", "of: learnt, against: frozen"));
        assertThat(experiment("any")).isEqualTo(2);
        assertThat(err.toString())
                .contains("claim 'more' is about 'learnt', which points does not have; there are [frozen, learned]");
        assertThat(base.resolve("any")).doesNotExist();
    }
}
