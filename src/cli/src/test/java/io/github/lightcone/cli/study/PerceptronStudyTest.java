package io.github.lightcone.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.cli.train.SmallImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PerceptronStudyTest {

    private static final String STUDY = """
            name: small
            title: Small perceptrons
            source: nobody
            seeds: 2
            parts:
              - name: images
                title: Images
                experiment: mnist-perceptron
                data: mnist
                set: {data.validation.last: 20, network.populations.hidden.size: 30, training.batch: 25,
                      training.epochs: 1, prune.after: [0, 0.5, 0.95]}
                variants: [learned, mlp-14]
            claims:
              - {claim: half, part: images, figure: lost smallest 0.5, of: learned, against: mlp-14, expect: same, margin: 100}
            """;

    @TempDir
    private Path base;

    @Test
    void sharesThatRunsPrunedBecomeFiguresAndCurves() throws IOException {
        SmallImages.write(Files.createDirectories(base.resolve("mnist")));
        Path file = Files.writeString(base.resolve("small.yaml"), STUDY);
        StringWriter err = new StringWriter();
        Path folder = base.resolve("results");
        int code = new CommandLine(new RunStudy())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(file.toString(), "--out=" + folder, "--data=" + base, "--jobs=1");
        assertThat(code).as(err.toString()).isZero();
        List<String> figures = Files.readAllLines(folder.resolve("images/figures.csv"));
        String row = Files.readAllLines(folder.resolve("images/learned/seed-2/pruned.csv")).stream()
                .filter(line -> line.startsWith("smallest,0.95,"))
                .findFirst()
                .orElseThrow();
        double accuracy = 100 * Double.parseDouble(row.split(",", -1)[2]);
        assertThat(figures).contains("learned,2,pruned smallest 0.05," + accuracy);
        assertThat(figures).anyMatch(line -> line.startsWith("mlp-14,1,lost smallest 0.5,"));
        assertThat(figures).anyMatch(line -> line.startsWith("learned,1,pruned longest 0.5,"));
        assertThat(figures).noneMatch(line -> line.startsWith("mlp-14,1,pruned longest"));
        assertThat(Files.readString(folder.resolve("images/pruning.svg")))
                .contains("learned, smallest", "learned, longest", "mlp-14, smallest")
                .doesNotContain("mlp-14, longest");
        assertThat(Files.readString(folder.resolve("README.md"))).contains("(images/pruning.svg)", "| half |");
    }

    @Test
    void sharesThatAreRemovedAreNamedByWhatIsLeft() throws IOException {
        Path table = Files.writeString(base.resolve("pruned.csv"), """
                which,share,testAccuracy,testLoss
                smallest,0.0,0.75,1
                smallest,0.1,0.5,1
                longest,0.9,0.25,1
                """);
        Map<String, Double> figures = new LinkedHashMap<>(Map.of("test", 75.0));
        RunFigures.addShares(figures, table);
        assertThat(figures)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "test", 75.0,
                        "pruned smallest 0.9", 50.0,
                        "lost smallest 0.9", 25.0,
                        "pruned longest 0.1", 25.0,
                        "lost longest 0.1", 50.0));
    }
}
