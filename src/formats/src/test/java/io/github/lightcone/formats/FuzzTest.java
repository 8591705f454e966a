package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fuzz.Fuzz;
import io.github.lightcone.fuzz.FuzzRun;
import io.github.lightcone.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, it is read or there is one line that says why not. */
class FuzzTest {

    @TempDir
    private Path folder;

    static Iterable<FuzzTarget> targets() {
        return Fuzz.targets();
    }

    @Test
    void allParsersOfThisModuleAreThere() {
        assertThat(Fuzz.targets())
                .extracting(FuzzTarget::name)
                .containsExactly("folder", "hdf5", "nir", "npz", "sonata");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void damagedFilesAreReadOrExplained(FuzzTarget target) throws IOException {
        FuzzRun run = FuzzRun.ofBuild(target, folder);
        assertThat(run.read()).isBetween(1L, run.done() - 1);
    }

    /** Leaves the arguments of Java where the developer guide says they are. */
    @Test
    void longRunsNeedNoMaven() throws IOException, InterruptedException {
        Path arguments = Fuzz.writeArguments(Path.of("target"));
        Path output = folder.resolve("output.txt");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        Fuzz.class.getName(),
                        "npz",
                        "folder",
                        "--executions",
                        "150",
                        "--from",
                        "50",
                        "--folder",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(Files.readAllLines(output))
                .hasSize(2)
                .allMatch(line ->
                        line.matches("(npz|folder) seed 1: 150 of 150, .* read, .* ms each, at most .* MB, passed"));
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("lightcone-fuzz-"));
    }
}
