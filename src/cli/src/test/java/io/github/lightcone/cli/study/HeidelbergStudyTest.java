package io.github.lightcone.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The experiment on the Heidelberg digits runs from end to end on a file in their layout. */
class HeidelbergStudyTest {

    private static final String STUDY = """
            name: digits
            title: Digits
            seeds: 1
            parts:
              - name: shd
                title: Heidelberg digits
                experiment: shd
                data: shd
                set:
                  network.populations.hidden.size: 6
                  training.epochs: 1
                  training.batch: 20
                  training.augment.blends: 5
                  data.validation: {groups: ["3"]}
                  end: 250
                variants: [none, spatial, flipped, axonal, free, free-l1, wiring]
            """;

    @TempDir
    private Path base;

    @Test
    void everyKindOfDelayIsTrainedAndTested() throws IOException {
        Path data = Files.createDirectories(base.resolve("data/shd"));
        for (String name : new String[] {"shd_train.h5", "shd_test.h5"}) {
            try (InputStream in = getClass().getResourceAsStream("shd_small.h5")) {
                Files.copy(in, data.resolve(name));
            }
        }
        Path file = Files.writeString(base.resolve("digits.yaml"), STUDY);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new RunStudy())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        file.toString(),
                        "--data=" + base.resolve("data"),
                        "--jobs=1",
                        "--out=" + base.resolve("results"));
        assertThat(code).as(err.toString()).isZero();
        // Weights 700 x 6 + 6 x 5 + 6 x 20; positions 6 x 3; axonal delays 6; free ones 6 x 5.
        assertThat(out.toString())
                .contains(
                        "| none | 4350 | 1 | ",
                        "| spatial | 4368 | 1 | ",
                        "| axonal | 4356 | 1 | ",
                        "| free | 4380 | 1 | ");
        assertThat(base.resolve("results/shd/wiring/seed-1/metrics.json"))
                .content()
                .containsPattern("\"examples\" ?: ?50");
    }
}
