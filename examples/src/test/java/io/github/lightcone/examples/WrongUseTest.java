package io.github.lightcone.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls an example the wrong way is told in one line, and the exit code is 2. */
class WrongUseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CelegansConnectome | must be called with --data DIR",
                "CelegansConnectome --data nowhere | neurons.csv: does not exist",
                "SpaceTimeDiagram | must be called with FILE",
                "SpaceTimeDiagram nowhere/picture.svg | cannot write nowhere/picture.svg",
                "TrainYinYang many | many, must be a number of epochs",
                "TrainYinYang 0 | 0, must be a number of epochs",
            })
    void isExplainedInOneLine(String use) throws IOException, InterruptedException {
        String[] parts = use.split(" \\| ", -1);
        List<String> words = Arrays.asList(parts[0].split(" ", -1));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.lightcone.examples." + words.get(0)));
        command.addAll(words.subList(1, words.size()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(printed).isEqualTo(2);
        assertThat(printed).startsWith(words.get(0) + ": ").contains(parts[1]).hasLineCount(1);
    }
}
