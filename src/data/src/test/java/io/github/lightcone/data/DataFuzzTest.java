package io.github.lightcone.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fuzz.Fuzz;
import io.github.lightcone.fuzz.FuzzRun;
import io.github.lightcone.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file of data, it is read or there is one line that says why not. */
class DataFuzzTest {

    @TempDir
    private Path folder;

    static Iterable<FuzzTarget> targets() {
        return Fuzz.targets();
    }

    @Test
    void allReadersOfThisModuleAreThere() {
        assertThat(Fuzz.targets())
                .extracting(FuzzTarget::name)
                .containsExactly("braille", "csv-events", "digits", "heidelberg", "idx", "nmnist", "npz-events", "wav");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void damagedFilesAreReadOrExplained(FuzzTarget target) throws IOException {
        FuzzRun run = FuzzRun.ofBuild(target, folder);
        assertThat(run.read()).isBetween(1L, run.done() - 1);
    }

    @Test
    void longRunsNeedNoMaven() throws IOException {
        assertThat(Fuzz.writeArguments(Path.of("target"))).content().contains("test-classes");
    }
}
